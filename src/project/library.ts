import path from "node:path";
import { fileURLToPath } from "node:url";

/** Where template sets and label files are looked for, in order: the project’s own before those that Execbrief brings. */
export interface Library {
  readonly templateFolders: readonly string[];
  readonly localeFolders: readonly string[];
  /** The node_modules folders in which packages of template sets may lie, the nearest first. */
  readonly packageFolders: readonly string[];
}

/** The library of the project in `folder`. */
export function libraryOf(folder: string): Library {
  const own = (name: string) => path.join(folder, name);
  return {
    templateFolders: [...new Set([own("templates"), bundled("templates")])],
    localeFolders: [...new Set([own("locales"), bundled("locales")])],
    packageFolders: packageFoldersOf(folder),
  };
}

/** What comes with Execbrief, by its path in the package. */
export const bundled = (name: string): string =>
  fileURLToPath(new URL(`../../${name}`, import.meta.url)).replace(/[\\/]$/, "");

/** The node_modules folders that are seen from `folder`, as Node.js goes upwards. */
export function packageFoldersOf(folder: string): string[] {
  const above = path.dirname(folder);
  const here = path.basename(folder) === "node_modules" ? folder : path.join(folder, "node_modules");
  return above === folder ? [here] : [here, ...packageFoldersOf(above).filter((other) => other !== here)];
}
