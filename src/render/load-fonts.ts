import { readFile } from "node:fs/promises";
import { diagnose, type Place } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import { subsetsOf } from "./font-package.ts";
import type { FontFace } from "./manifest.ts";
import type { FontFile } from "./theme/read-font-file.ts";

/** The typefaces of a page, ready to be embedded piece by piece. */
export interface FontBook {
  /** The `@font-face` rules, fonts embedded, that the characters of `text` and of the stylesheet need. */
  cssFor(text: string): Promise<string>;
  /** The characters of `text` that no typeface has, each once; none where the page has no typefaces to speak of. */
  missingFrom(text: string): readonly string[];
}

/** A face of a package, which `folder` sees where another than the template set does, or a file that was read before. */
export type Face =
  | (FontFace & { readonly folder?: string })
  | (Omit<FontFace, "package"> & { readonly file: FontFile });

/** What else the page is set in. */
export interface OtherFonts {
  /** Characters that are always counted in. */
  readonly stylesheet?: string;
  /** Faces for what the others lack, in their order. */
  readonly also?: readonly Face[];
  /** Whether some of the text is in typefaces of the reader’s machine. */
  readonly hasSystemFonts?: boolean;
}

/** A part of a typeface that is embedded or left out as a whole. */
interface Piece {
  readonly family: string;
  readonly covers: (codePoint: number) => boolean;
  readonly rule: () => Promise<string>;
}

/**
 * Finds the files of `faces` in their `@fontsource` packages, seen from `folder` and then from Execbrief itself; `placeOf`
 * says where a face is asked for.
 */
export async function loadFonts(
  faces: readonly Face[],
  folder: string,
  placeOf: (index: number) => Place | undefined,
  { stylesheet = "", also = [], hasSystemFonts = false }: OtherFonts = {},
): Promise<Outcome<FontBook>> {
  const [found, others] = await Promise.all(
    [faces, also].map((list) => Promise.all(list.map((face) => piecesOf(face, folder)))),
  );
  const missing = faces.flatMap((face, index) => {
    if (found?.[index]?.length !== 0 || "file" in face) return [];
    const args = { family: face.family, package: face.package, file: `${face.weight} ${face.style}` };
    return [diagnose("template-font-missing", args, placeOf(index))];
  });
  if (missing.length > 0) return failure(missing);

  const families = familiesOf(found?.flat() ?? []);
  const reserve = familiesOf(others?.flat() ?? []);
  const known = [...families, ...(hasSystemFonts ? [OF_THE_MACHINE] : [])];
  const inStylesheet = codePointsOf(stylesheet);
  const rules = new Map<Piece, Promise<string>>();
  const ruleOf = (piece: Piece) => {
    const rule = rules.get(piece) ?? piece.rule();
    rules.set(piece, rule);
    return rule;
  };
  return success({
    async cssFor(text) {
      const needed = new Set<Piece>();
      const take = ({ pieces }: Family, codePoint: number) => {
        for (const piece of pieces) if (piece.covers(codePoint)) needed.add(piece);
      };
      for (const codePoint of new Set([...inStylesheet, ...codePointsOf(text)])) {
        for (const family of families) take(family, codePoint);
        if (known.every(({ covers }) => covers(codePoint))) continue;
        const helping = reserve.find(({ covers }) => covers(codePoint));
        if (helping !== undefined) take(helping, codePoint);
      }
      const inOrder = [...families, ...reserve].flatMap(({ pieces }) => pieces);
      return (await Promise.all(inOrder.filter((piece) => needed.has(piece)).map(ruleOf))).join("\n");
    },
    missingFrom(text) {
      if (known.length === 0) return [];
      const all = [...known, ...reserve];
      return [...new Set(text)].filter((character) => {
        const codePoint = character.codePointAt(0) ?? 0;
        return !all.some(({ covers }) => covers(codePoint));
      });
    },
  });
}

/** A typeface with all its pieces. */
interface Family {
  readonly pieces: readonly Piece[];
  readonly covers: (codePoint: number) => boolean;
}

function familiesOf(pieces: readonly Piece[]): Family[] {
  return [...new Set(pieces.map(({ family }) => family))].map((name) => {
    const own = pieces.filter(({ family }) => family === name);
    return { pieces: own, covers: (codePoint) => own.some(({ covers }) => covers(codePoint)) };
  });
}

/** What a typeface of the reader’s machine can be relied on for: any has these, and hardly one has all others. */
const OF_THE_MACHINE: Family = {
  pieces: [],
  covers: (codePoint) => EVERYDAY_SCRIPTS.test(String.fromCodePoint(codePoint)),
};
const EVERYDAY_SCRIPTS =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]/u;

/** Each once: images stand in a text as long runs of base64. */
function codePointsOf(text: string): number[] {
  return [...new Set(text)].map((character) => character.codePointAt(0) ?? 0);
}

async function piecesOf(face: Face, folder: string): Promise<Piece[]> {
  if ("file" in face) {
    // A file is embedded whole; one whose characters are not known counts as having all.
    const covers = face.file.covers ?? (() => true);
    const { dataUrl, format } = face.file;
    return [{ family: face.family, covers, rule: async () => fontFaceRule(face, dataUrl, format) }];
  }
  const subsets = await subsetsOf(face.package, face, face.folder ?? folder);
  return subsets.map(({ file, unicodeRange }) => ({
    family: face.family,
    covers: coverage(unicodeRange),
    async rule() {
      const dataUrl = `data:font/woff2;base64,${(await readFile(file)).toString("base64")}`;
      return fontFaceRule(face, dataUrl, "woff2", unicodeRange);
    },
  }));
}

/** Whether a code point lies in a CSS unicode-range such as `U+0000-00FF,U+0131,U+4??` (CSS Fonts 4, 4.5). */
export function coverage(unicodeRange: string): (codePoint: number) => boolean {
  const bounds = unicodeRange.split(",").map((range) => {
    const [from = "", to = from] = range.trim().replace(/^U\+/i, "").split("-");
    return [
      Number.parseInt(from.replaceAll("?", "0"), 16),
      Number.parseInt(to.replaceAll("?", "F"), 16),
    ] as const;
  });
  return (codePoint) => bounds.some(([from, to]) => from <= codePoint && codePoint <= to);
}

function fontFaceRule(
  { family, style, weight }: Face,
  dataUrl: string,
  format: FontFile["format"],
  unicodeRange?: string,
): string {
  return [
    `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};`,
    `font-display:swap;src:url(${dataUrl}) format("${format}")`,
    unicodeRange === undefined ? "}" : `;unicode-range:${unicodeRange}}`,
  ].join("");
}
