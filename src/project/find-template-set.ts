import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import { suggest } from "../diagnostics/suggest.ts";

/** The folder of the template set `name`: in the first of `folders` that has it. A name is a name, never a path. */
export async function findTemplateSet(name: string, folders: readonly string[]): Promise<Outcome<string>> {
  const known = await Promise.all(folders.map(setsIn));
  for (const [index, folder] of folders.entries()) {
    if (known[index]?.includes(name)) return success(path.join(folder, name));
  }
  return failure([
    diagnose("template-missing", { name, looked: folders, suggestion: suggest(name, known.flat()) }),
  ]);
}

async function setsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
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
