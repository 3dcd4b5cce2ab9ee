import path from "node:path";
import { loadTemplateSet, type TemplateSet } from "../../../src/render/template-set.ts";

/** One of the template sets that Execbrief brings. */
export async function bundledSet(name: string): Promise<TemplateSet> {
  const set = await loadTemplateSet(path.resolve(import.meta.dirname, "../../../templates", name));
  if (!set.ok) throw new Error(set.diagnostics.map(({ message }) => message).join("\n"));
  return set.value;
}
