import { diagnose } from "../../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../../diagnostics/outcome.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import type { FindBase } from "../../render/layers/layer.ts";
import type { ProjectHelper } from "../../render/project-helpers.ts";
import { loadTemplateSet, type TemplateSet } from "../../render/template-set.ts";
import { basesFor, findTemplateSet, isCalled } from "../find-template-set.ts";
import type { Library } from "../library.ts";

/** Finds the template set `name` and reads it with all that it extends; its templates may call `helpers` too. */
export async function openTemplateSet(
  name: string,
  library: Library,
  helpers: readonly ProjectHelper[] = [],
): Promise<Outcome<TemplateSet>> {
  const found = await findTemplateSet(name, library);
  if (!found.ok) return found;
  const set = await loadTemplateSet(found.value, findBaseIn(library));
  return set.ok ? success({ ...set.value, helpers }, set.diagnostics) : set;
}

/** Finds what the sets of `library` extend. */
export function findBaseIn(library: Library): FindBase {
  return async (name, layer) => {
    const bases = await basesFor(layer, library);
    const base = bases.find((set) => isCalled(set, name));
    if (base !== undefined) return success(base);
    const suggestion = suggest(
      name,
      bases.map((set) => set.name),
    );
    return failure([diagnose("template-base-missing", { name, suggestion })]);
  };
}
