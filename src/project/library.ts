import { fileURLToPath } from "node:url";

/** Where template sets and label files are looked for, in order: the project’s own before those that Execbrief brings. */
export interface Library {
  readonly templateFolders: readonly string[];
  readonly localeFolders: readonly string[];
}

/** The library of the project in `folder`. */
export function libraryOf(folder: string): Library {
  const own = (name: string) => `${folder}/${name}`;
  const bundled = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
  return {
    templateFolders: [...new Set([own("templates"), bundled("templates")])],
    localeFolders: [...new Set([own("locales"), bundled("locales")])],
  };
}
