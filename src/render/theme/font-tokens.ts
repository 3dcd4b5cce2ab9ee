import path from "node:path";
import type { Diagnostic, Place } from "../../diagnostics/diagnostic.ts";
import { failure, hasError, type Outcome, success } from "../../diagnostics/outcome.ts";
import { kindOfPackage } from "../font-package.ts";
import { type Face, type FontBook, loadFonts } from "../load-fonts.ts";
import type { TemplateSet } from "../template-set.ts";
import { chooseFaces } from "./choose-faces.ts";
import type { DecidedToken } from "./decide-tokens.ts";
import type { ThemeSources } from "./open-theme.ts";
import type { Font, FontToken } from "./token.ts";

/** The typefaces of a theme. */
export interface FontTokens {
  /** What each font token has come to. */
  readonly stacks: ReadonlyMap<string, FontStack>;
  readonly book: FontBook;
  /** Names by which they may go in a PDF; none where not all are known. */
  readonly families: readonly string[];
}

/** A list of typefaces as CSS has it. */
export interface FontStack {
  readonly page: string;
  /** For messages, which embed none. */
  readonly email: string;
}

/** A font token with its typeface, and where that was named. */
interface NamedFont {
  readonly name: string;
  readonly token: FontToken;
  readonly font: Font;
  readonly isOwn: boolean;
  readonly where: Place | undefined;
}

/** A face of the set’s own, and the setting that asks for it. */
interface AskedFace {
  readonly face: Face;
  readonly setting: readonly PropertyKey[];
}

/** The typefaces of all font tokens, with those of the brand for alphabets that they lack. */
export async function fontTokens(
  tokens: readonly DecidedToken[],
  set: TemplateSet,
  sources: ThemeSources,
): Promise<Outcome<FontTokens>> {
  const fonts = tokens.flatMap(namedFont);
  const faults: Diagnostic[] = [];
  const asked: AskedFace[] = set.manifest.fonts.map((face, index) => ({ face, setting: ["fonts", index] }));
  for (const font of eachOnce(fonts)) {
    const faces = await facesOf(font, set, sources);
    faults.push(...faces.diagnostics);
    if (faces.ok) asked.push(...faces.value.map((face) => ({ face, setting: ["tokens", font.name] })));
  }
  const also = fonts.length === 0 ? success([]) : await alsoFaces(fonts, sources);
  faults.push(...also.diagnostics);
  if (!also.ok || hasError(faults)) return failure(faults);

  const once = [...new Map(asked.map((entry) => [keyOf(entry.face), entry])).values()];
  const book = await loadFonts(
    once.map(({ face }) => face),
    set.folder,
    (index) => set.placeOf(once[index]?.setting ?? []),
    {
      stylesheet: set.pageCss,
      also: also.value,
      hasSystemFonts: fonts.some(({ font }) => isOfMachine(font)),
    },
  );
  if (!book.ok) return failure([...faults, ...book.diagnostics]);
  const extra = fonts.length === 0 ? [] : (sources.brand?.fonts.also ?? []);
  const stacks = new Map(
    await Promise.all(
      fonts.map(async (font) => [font.name, stackOf(font, await fallbackOf(font, sources), extra)] as const),
    ),
  );
  const named = [...fonts.map(({ font }) => font), ...extra];
  const families = familiesInPdf([...once.map(({ face }) => face), ...also.value], named);
  return success({ stacks, book: book.value, families }, faults);
}

function namedFont({ name, token, decision }: DecidedToken): NamedFont[] {
  if (token.type !== "font") return [];
  if (decision?.setting.type !== "font")
    return [{ name, token, font: token.default, isOwn: true, where: undefined }];
  return [{ name, token, font: decision.setting.font, isOwn: false, where: decision.where }];
}

/** Several tokens may take one typeface of a brand: it is chosen once, for the faces of all, so that what it lacks is told once. */
function eachOnce(fonts: readonly NamedFont[]): NamedFont[] {
  return fonts.flatMap((font) => {
    const same = font.isOwn ? [font] : fonts.filter((other) => other.font === font.font);
    if (same[0] !== font) return [];
    const faces = [...new Set(same.flatMap(({ token }) => token.faces))];
    return [{ ...font, token: { ...font.token, faces } }];
  });
}

/** A set names its faces exactly; what others put in their place may have fewer, of which the nearest are taken. */
async function facesOf(
  { name, token, font, isOwn, where }: NamedFont,
  set: TemplateSet,
  { folder }: ThemeSources,
): Promise<Outcome<readonly Face[]>> {
  const { family, package: ofPackage, files } = font;
  if (!isOwn) return chooseFaces(font, { wanted: token.faces, folder, where });
  if (files !== undefined) {
    const place = set.placeOf(["tokens", name, "default"]);
    return chooseFaces(font, { wanted: token.faces, folder: path.dirname(place.file), where: place });
  }
  if (ofPackage === undefined) return success([]);
  const faces = token.faces.map((face): Face => {
    const style = face.endsWith("italic") ? "italic" : "normal";
    return { family, package: ofPackage, weight: Number.parseInt(face, 10), style };
  });
  return success(faces);
}

/** Faces for other alphabets: upright ones of all weights in use, since few of these alphabets have a slanted form. */
async function alsoFaces(
  fonts: readonly NamedFont[],
  sources: ThemeSources,
): Promise<Outcome<readonly Face[]>> {
  const wanted = [...new Set(fonts.flatMap(({ token }) => token.faces.map((face) => face.slice(0, 3))))];
  const faces: Face[] = [];
  const faults: Diagnostic[] = [];
  for (const [index, font] of (sources.brand?.fonts.also ?? []).entries()) {
    const where = sources.placeOfBrand(["fonts", "also", index]);
    const chosen = await chooseFaces(font, { wanted, folder: sources.folder, where });
    if (chosen.ok) faces.push(...chosen.value);
    else faults.push(...chosen.diagnostics);
  }
  return faults.length > 0 ? failure(faults) : success(faces);
}

const isOfMachine = ({ package: name, files }: Font): boolean => name === undefined && files === undefined;

const keyOf = (face: Face): string =>
  "file" in face
    ? `${face.family} ${face.weight} ${face.style} ${face.file.dataUrl}`
    : `${face.family} ${face.weight} ${face.style} ${face.package} ${face.folder ?? ""}`;

/** What stands in for a typeface: the set’s own choice, unless the typeface says another or is of another kind. */
async function fallbackOf({ token, font, isOwn }: NamedFont, { folder }: ThemeSources): Promise<FontStack> {
  const own = { page: token.fallback, email: token.email ?? token.fallback };
  if (isOwn) return own;
  if (font.fallback !== undefined) return { page: font.fallback, email: font.fallback };
  const kind = font.package === undefined ? undefined : await kindOfPackage(font.package, folder);
  const usual = USUAL_OF_KIND.get(kind ?? "");
  const isSameKind = kind === token.fallback.split(",").at(-1)?.trim();
  return usual === undefined || isSameKind ? own : { page: usual, email: usual };
}

/** Typefaces that most machines have. */
const USUAL_OF_KIND: ReadonlyMap<string, string> = new Map([
  ["sans-serif", '"Helvetica Neue", Helvetica, Arial, sans-serif'],
  ["serif", "Georgia, serif"],
  ["monospace", "Consolas, Menlo, monospace"],
]);

function stackOf({ token, font, isOwn }: NamedFont, fallback: FontStack, also: readonly Font[]): FontStack {
  const families = [...new Set([font, ...also].map(({ family }) => family))].map(quoted);
  const isFirstInMail = isOfMachine(font) && (!isOwn || token.email === undefined);
  return {
    page: [...families, fallback.page].join(", "),
    email: isFirstInMail ? `${quoted(font.family)}, ${fallback.email}` : fallback.email,
  };
}

/** Names that CSS gives a meaning of their own must not stand in quotes (CSS Fonts 4, 2.1.3). */
const GENERIC =
  /^(?:serif|sans-serif|monospace|cursive|fantasy|system-ui|math|ui-(?:serif|sans-serif|monospace|rounded))$/;

const quoted = (family: string): string => (GENERIC.test(family) ? family : `"${family}"`);

function familiesInPdf(faces: readonly Face[], named: readonly Font[]): string[] {
  const names = faces.map((face) =>
    "file" in face ? face.file.postScriptName : (face.package.split("/").at(-1) ?? face.family),
  );
  if (names.includes(undefined)) return [];
  return [
    ...new Set([
      ...faces.map(({ family }) => family),
      ...named.map(({ family }) => family),
      ...names.filter((name) => name !== undefined),
    ]),
  ];
}
