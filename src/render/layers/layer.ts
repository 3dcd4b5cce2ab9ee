import type { Outcome } from "../../diagnostics/outcome.ts";

/** A folder with a template.yaml: a template set, or what it changes of the one that it extends. */
export interface Layer {
  /** The name by which it is asked for. */
  readonly name: string;
  readonly folder: string;
  readonly origin: "project" | "execbrief" | "package";
  /** Version of the package that it came with; null for a set of the project. */
  readonly version: string | null;
}

/** Finds the layer that `name` means in the template.yaml of `layer`; a finding without a place where there is none. */
export type FindBase = (name: string, layer: Layer) => Promise<Outcome<Layer>>;
