import path from "node:path";
import { type Diagnostic, diagnose, type Place } from "../../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../../diagnostics/outcome.ts";
import { type FaceStyle, facesInPackage } from "../font-package.ts";
import type { Face } from "../load-fonts.ts";
import { EMBEDDED_MAX_BYTES, readEnclosed } from "../read-enclosed.ts";
import { readFontFile } from "./read-font-file.ts";
import type { Font } from "./token.ts";

/** What a typeface is wanted for. */
export interface FaceOrder {
  /** Such as `400 italic`. */
  readonly wanted: readonly string[];
  /** Which packages and files are seen from, and must not lead out of. */
  readonly folder: string;
  readonly where: Place | undefined;
}

/**
 * The faces of `font` that are nearest to the wanted ones, read from its files or found in its package; none of a typeface of
 * the reader’s machine. An info tells of faces that it does not have.
 */
export async function chooseFaces(font: Font, order: FaceOrder): Promise<Outcome<readonly Face[]>> {
  const found = await (font.files === undefined ? ofPackage(font, order) : ofFiles(font, order));
  if (!found.ok) return found;
  const { family } = font;
  const asked: string[] = [];
  const taken = new Set<string>();
  const chosen = new Set<Face>();
  for (const face of order.wanted) {
    const nearest = nearestFace(styleOf(face), found.value);
    if (nearest === undefined) return success([]);
    chosen.add(nearest);
    if (nameOf(nearest) === face) continue;
    asked.push(face);
    taken.add(nameOf(nearest));
  }
  const told =
    asked.length === 0
      ? []
      : [diagnose("font-face-nearest", { family, asked, taken: [...taken] }, order.where)];
  return success([...chosen], told);
}

async function ofPackage(font: Font, { folder, where }: FaceOrder): Promise<Outcome<readonly Face[]>> {
  const { family, package: name } = font;
  if (name === undefined) return success([]);
  const faces = await facesInPackage(name, folder);
  if (faces === undefined)
    return failure([diagnose("font-package-missing", { family, package: name }, where)]);
  const once = new Map(faces.map((face) => [nameOf(face), face]));
  return success([...once.values()].map((face) => ({ family, package: name, folder, ...face })));
}

async function ofFiles(
  { family, files = [] }: Font,
  { folder, where }: FaceOrder,
): Promise<Outcome<readonly Face[]>> {
  const faults: Diagnostic[] = [];
  const faces: Face[] = [];
  for (const { file, weight, style } of files) {
    const found = await readEnclosed(path.resolve(folder, file), folder);
    const font = found.kind === "read" ? readFontFile(found.bytes) : undefined;
    if (font !== undefined) faces.push({ family, weight, style, file: font });
    else faults.push(diagnose("font-file", { file, problem: PROBLEMS[found.kind] }, where));
  }
  return faults.length > 0 ? failure(faults) : success(faces);
}

const PROBLEMS = {
  missing: "there is no such file that can be read",
  outside: "it lies outside the folder that it may come from",
  "too-large": `it has more than ${EMBEDDED_MAX_BYTES / 1024 ** 2} MB`,
  read: "by its bytes it is no WOFF2, WOFF, OTF or TTF font",
} as const;

const styleOf = (face: string): FaceStyle => ({
  weight: Number.parseInt(face, 10),
  style: face.endsWith("italic") ? "italic" : "normal",
});

const nameOf = ({ weight, style }: FaceStyle): string =>
  style === "italic" ? `${weight} italic` : String(weight);

/** As a browser would choose: slant before weight; of two weights as near, the one further from regular. */
function nearestFace<T extends FaceStyle>({ weight, style }: FaceStyle, faces: readonly T[]): T | undefined {
  const sameStyle = faces.filter((face) => face.style === style);
  const away = (face: T) => Math.abs(face.weight - weight);
  const bolder = (one: T, other: T) => (weight > 500 ? other.weight - one.weight : one.weight - other.weight);
  return [...(sameStyle.length > 0 ? sameStyle : faces)].sort(
    (one, other) => away(one) - away(other) || bolder(one, other),
  )[0];
}
