/** How much a finding matters: an error stops the artifact, a warning travels with it, an info only tells. */
export type Severity = "error" | "warning" | "info";

/** Whose move it is when something fails; decides the exit code of the command line. */
export type Cause = "content" | "usage" | "environment" | "bug";

/** What the catalogue knows of one code. */
export interface CatalogueEntry<Args> {
  readonly severity: Severity;
  readonly cause: Cause;
  /** For the reference: when this code is reported and why the rule exists. */
  readonly about: string;
  /** What is wrong and why, as full sentences. */
  readonly message: (args: Args) => string;
  /** What to do; undefined when the message already says it. */
  readonly hint?: (args: Args) => string | undefined;
}

/** Declares a catalogue entry with typed arguments. */
export const entry = <Args>(definition: CatalogueEntry<Args>): CatalogueEntry<Args> => definition;
