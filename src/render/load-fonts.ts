import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { diagnose, type Place } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import type { FontFace } from "./manifest.ts";

/** The font faces of a template set, ready to be embedded piece by piece. */
export interface FontBook {
  /** The `@font-face` rules, fonts embedded, that the characters of `text` and of the stylesheet need. */
  cssFor(text: string): Promise<string>;
}

interface Subset {
  readonly face: FontFace;
  readonly file: string;
  readonly unicodeRange: string;
  readonly covers: (codePoint: number) => boolean;
}

/**
 * Finds the files of `faces` in their `@fontsource` packages, seen from `folder` and then from Execbrief itself; `placeOf`
 * says where a face is asked for. The characters of `stylesheet` are always counted in.
 */
export async function loadFonts(
  faces: readonly FontFace[],
  folder: string,
  placeOf: (index: number) => Place,
  stylesheet = "",
): Promise<Outcome<FontBook>> {
  const found = await Promise.all(faces.map((face) => subsetsOf(face, findPackage(face.package, folder))));
  const missing = faces.flatMap(({ family, package: name, weight, style }, index) => {
    if (found[index]?.length !== 0) return [];
    const args = { family, package: name, file: `${weight} ${style}` };
    return [diagnose("template-font-missing", args, placeOf(index))];
  });
  if (missing.length > 0) return failure(missing);
  const subsets = found.flat();

  const inStylesheet = codePointsOf(stylesheet);
  const rules = new Map<Subset, Promise<string>>();
  const ruleOf = (subset: Subset) => {
    const known = rules.get(subset) ?? fontFaceRule(subset);
    rules.set(subset, known);
    return known;
  };
  return success({
    async cssFor(text) {
      const codePoints = [...new Set([...inStylesheet, ...codePointsOf(text)])];
      const needed = subsets.filter(({ covers }) => codePoints.some(covers));
      return (await Promise.all(needed.map(ruleOf))).join("\n");
    },
  });
}

/** Each once: images stand in a text as long runs of base64. */
function codePointsOf(text: string): number[] {
  return [...new Set(text)].map((character) => character.codePointAt(0) ?? 0);
}

function findPackage(name: string, folder: string): string | undefined {
  for (const origin of [path.join(folder, "template.yaml"), import.meta.url]) {
    try {
      return path.dirname(createRequire(origin).resolve(`${name}/package.json`));
    } catch {
      // Not visible from here; a template set outside the project still gets the fonts that Execbrief brings.
    }
  }
  return undefined;
}

/** A `@fontsource` package holds one file a subset, weight and style, and the subsets' ranges in unicode.json. */
async function subsetsOf(face: FontFace, packageFolder: string | undefined): Promise<Subset[]> {
  if (packageFolder === undefined) return [];
  try {
    const ranges: Record<string, string> = JSON.parse(
      await readFile(path.join(packageFolder, "unicode.json"), "utf8"),
    );
    const filesFolder = path.join(packageFolder, "files");
    const present = new Set(await readdir(filesFolder));
    return Object.entries(ranges).flatMap(([subset, unicodeRange]) => {
      // Packages with many subsets number them: “[12]” in the list is 12 in the file’s name.
      const file = `${path.basename(face.package)}-${subset.replace(/^\[(\d+)\]$/, "$1")}-${face.weight}-${face.style}.woff2`;
      if (!present.has(file)) return [];
      return [{ face, file: path.join(filesFolder, file), unicodeRange, covers: coverage(unicodeRange) }];
    });
  } catch {
    return [];
  }
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

async function fontFaceRule({ face, file, unicodeRange }: Subset): Promise<string> {
  const base64 = (await readFile(file)).toString("base64");
  return [
    `@font-face{font-family:"${face.family}";font-style:${face.style};font-weight:${face.weight};`,
    `font-display:swap;src:url(data:font/woff2;base64,${base64}) format("woff2");unicode-range:${unicodeRange}}`,
  ].join("");
}
