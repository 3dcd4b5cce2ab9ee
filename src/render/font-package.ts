import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

/** One weight of a typeface, upright or slanted. */
export interface FaceStyle {
  readonly weight: number;
  readonly style: "normal" | "italic";
}

/** A part of a face in a file of its own. */
export interface Subset {
  /** Absolute path. */
  readonly file: string;
  /** As CSS writes it (CSS Fonts 4, 4.5). */
  readonly unicodeRange: string;
}

/** The files of a face of the `@fontsource` package `name`, seen from `folder` and then from Execbrief itself; none where it is not there. */
export async function subsetsOf(
  name: string,
  { weight, style }: FaceStyle,
  folder: string,
): Promise<Subset[]> {
  const packageFolder = findPackage(name, folder);
  if (packageFolder === undefined) return [];
  try {
    // One file a subset, weight and style, and the subsets’ ranges in unicode.json.
    const ranges: Record<string, string> = JSON.parse(
      await readFile(path.join(packageFolder, "unicode.json"), "utf8"),
    );
    const filesFolder = path.join(packageFolder, "files");
    const present = new Set(await readdir(filesFolder));
    return Object.entries(ranges).flatMap(([subset, unicodeRange]) => {
      // Packages with many subsets number them: “[12]” in the list is 12 in the file’s name.
      const file = `${path.basename(name)}-${subset.replace(/^\[(\d+)\]$/, "$1")}-${weight}-${style}.woff2`;
      return present.has(file) ? [{ file: path.join(filesFolder, file), unicodeRange }] : [];
    });
  } catch {
    return [];
  }
}

/** The faces that a package has, such as `400 italic`; undefined where it cannot be found or is no package of fonts. */
export async function facesInPackage(
  name: string,
  folder: string,
): Promise<readonly FaceStyle[] | undefined> {
  const packageFolder = findPackage(name, folder);
  if (packageFolder === undefined) return undefined;
  const files = await readdir(path.join(packageFolder, "files")).catch(() => []);
  const faces = files.flatMap((file): FaceStyle[] => {
    const [, weight, style] = /-(\d{3})-(normal|italic)\.woff2$/.exec(file) ?? [];
    return weight === undefined
      ? []
      : [{ weight: Number(weight), style: style === "italic" ? style : "normal" }];
  });
  return faces.length === 0 ? undefined : faces;
}

/** What kind of letters a package has, in a word of CSS such as `serif`; undefined where it does not say. */
export async function kindOfPackage(name: string, folder: string): Promise<string | undefined> {
  const packageFolder = findPackage(name, folder);
  if (packageFolder === undefined) return undefined;
  try {
    const facts: unknown = JSON.parse(await readFile(path.join(packageFolder, "metadata.json"), "utf8"));
    const { category } = facts as { category?: unknown };
    return typeof category === "string" ? category : undefined;
  } catch {
    return undefined;
  }
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
