import { readdir, readFile, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { Layer } from "../render/layers/layer.ts";
import { bundled, type Library, packageFoldersOf } from "./library.ts";

/** The template set that `name` means: the first that has it in the project, in Execbrief, in the packages. A name is never a path. */
export async function findTemplateSet(name: string, library: Library): Promise<Outcome<Layer>> {
  const isMeant = (set: Layer) => isCalled(set, name);
  // Packages are looked through only where no folder has the set: there may be hundreds of them.
  const inFolders = await setsInFolders(library);
  const found = inFolders.find(isMeant) ?? (await packagesIn(library.packageFolders)).find(isMeant);
  if (found !== undefined) return success(found);
  const known = await templateSetsIn(library);
  return failure([
    diagnose("template-missing", {
      name,
      looked: [...library.templateFolders, ...library.packageFolders.slice(0, 1)],
      suggestion: suggest(
        name,
        known.map((set) => set.name),
      ),
    }),
  ]);
}

/**
 * The sets that `set` may build on, in the order in which a name is looked up: all others that lie no nearer than itself.
 * So a set of the project may extend the one of its own name, and what a package relies on is never replaced by a project.
 */
export async function basesFor(set: Layer, library: Library): Promise<Layer[]> {
  const known = await templateSetsIn(library);
  const others = known.filter(({ folder }) => folder !== set.folder);
  if (set.origin === "project") return others;
  const shipped = others.filter(({ origin }) => origin === "execbrief");
  if (set.origin === "execbrief") return shipped;
  const seen = await packagesIn(packageFoldersOf(await realpath(set.folder).catch(() => set.folder)));
  const near = [...seen, ...others.filter(({ origin }) => origin === "package")];
  // Linked packages are seen under several paths, but each under one name.
  return [...shipped, ...near.filter(({ name }) => name !== set.name)];
}

/** Every template set of the library in the order in which a name is looked up; also those that one of the same name hides. */
export async function templateSetsIn(library: Library): Promise<Layer[]> {
  const [inFolders, packages] = await Promise.all([
    setsInFolders(library),
    packagesIn(library.packageFolders),
  ]);
  return [...inFolders, ...packages];
}

/** Whether a template or a person means `set` by `name`: a package has its full name too. */
export const isCalled = (set: Layer, name: string): boolean =>
  set.name === name || (set.origin === "package" && name === `${PACKAGE_PREFIX}${set.name}`);

/** What the name of a package begins with that is a template set. */
export const PACKAGE_PREFIX = "execbrief-template-";

const setsInFolders = async ({ templateFolders }: Library): Promise<Layer[]> =>
  (await Promise.all(templateFolders.map(setsIn))).flat();

async function setsIn(templateFolder: string): Promise<Layer[]> {
  const isBundled = templateFolder === bundled("templates");
  const version = isBundled ? await versionIn(bundled("")) : null;
  const names = await foldersWithManifest(templateFolder);
  const origin = isBundled ? "execbrief" : "project";
  return names.map((name) => ({ name, folder: path.join(templateFolder, name), origin, version }));
}

async function packagesIn(packageFolders: readonly string[]): Promise<Layer[]> {
  return (await Promise.all(packageFolders.map(packagesOf))).flat();
}

/** The template sets in one node_modules folder: `execbrief-template-acme` as `acme`, a scoped one under its full name. */
async function packagesOf(packageFolder: string): Promise<Layer[]> {
  const entries = await namesIn(packageFolder);
  const scopes = entries.filter((entry) => entry.startsWith("@"));
  const scoped = await Promise.all(
    scopes.map(async (scope) => {
      const inner = await packageNames(path.join(packageFolder, scope));
      return inner.map((name) => ({
        name: `${scope}/${name}`,
        folder: path.join(packageFolder, scope, name),
      }));
    }),
  );
  const plain = (await packageNames(packageFolder)).map((name) => ({
    name: name.slice(PACKAGE_PREFIX.length),
    folder: path.join(packageFolder, name),
  }));
  return Promise.all(
    [...plain, ...scoped.flat()].map(async ({ name, folder }) => ({
      ...{ name, folder },
      origin: "package" as const,
      version: await versionIn(folder),
    })),
  );
}

const packageNames = async (folder: string): Promise<string[]> =>
  (await foldersWithManifest(folder, (name) => name.startsWith(PACKAGE_PREFIX))).filter(
    (name) => name.length > PACKAGE_PREFIX.length,
  );

/** Names of the folders in `folder` that hold a template.yaml. */
async function foldersWithManifest(
  folder: string,
  isWanted: (name: string) => boolean = () => true,
): Promise<string[]> {
  const names = (await namesIn(folder)).filter(isWanted);
  const isSet = await Promise.all(
    names.map((name) =>
      stat(path.join(folder, name, "template.yaml")).then(
        (facts) => facts.isFile(),
        () => false,
      ),
    ),
  );
  return names.filter((_, index) => isSet[index]);
}

const namesIn = async (folder: string): Promise<string[]> => (await readdir(folder).catch(() => [])).sort();

/** The version in package.json; null where there is none. */
async function versionIn(folder: string): Promise<string | null> {
  try {
    const facts: unknown = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
    const isNamed = typeof facts === "object" && facts !== null && "version" in facts;
    return isNamed && typeof facts.version === "string" ? facts.version : null;
  } catch {
    return null;
  }
}
