import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Layer } from "../../render/layers/layer.ts";
import { loadTemplateSet } from "../../render/template-set.ts";
import { templateSetsIn } from "../find-template-set.ts";
import type { Library } from "../library.ts";
import { findBaseIn } from "./open-template-set.ts";

/** A template set that briefs of the project can name. */
export interface ListedSet {
  readonly name: string;
  /** What it looks like, in its own words; null where it cannot be read. */
  readonly description: string | null;
  readonly origin: Layer["origin"];
  readonly folder: string;
  readonly version: string | null;
  /** The sets that it builds on, the nearest first. */
  readonly extends: readonly Pick<Layer, "name" | "origin" | "version">[];
  /** Why it cannot be used, if it cannot. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Every template set of `library` by name: the project’s, those of Execbrief, packages. A hidden one is not listed. */
export async function listTemplateSets(library: Library): Promise<readonly ListedSet[]> {
  const found = await templateSetsIn(library);
  const seen = found.filter((set, index) => found.findIndex(({ name }) => name === set.name) === index);
  const findBase = findBaseIn(library);
  return Promise.all(
    seen.map(async (layer) => {
      const { name, origin, folder, version } = layer;
      const set = await loadTemplateSet(layer, findBase);
      const facts = { name, origin, folder, version, diagnostics: set.diagnostics };
      if (!set.ok) return { ...facts, description: null, extends: [] };
      const bases = set.value.layers.slice(1).map(({ name, origin, version }) => ({ name, origin, version }));
      return { ...facts, description: set.value.manifest.description, extends: bases };
    }),
  );
}
