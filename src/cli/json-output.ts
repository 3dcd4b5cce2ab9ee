import { type Diagnostic, diagnosticData } from "../index.ts";
import type { Screen } from "./terminal.ts";
import type { WrittenBrief } from "./write-artifacts.ts";

/** Prints the one JSON document that a command answers with under --json. */
export function printJson(out: Screen, data: unknown): void {
  out.write(`${JSON.stringify(data, null, 2)}\n`);
}

/** The answer of a command that did not come to its briefs. */
export const projectData = (diagnostics: readonly Diagnostic[]) => ({
  ok: false,
  briefs: [],
  diagnostics: diagnostics.map(diagnosticData),
});

/** The answer of `brief build`. */
export const buildData = (briefs: readonly WrittenBrief[], project: readonly Diagnostic[], ok: boolean) => ({
  ok,
  briefs: briefs.map(({ file, slug, editions, diagnostics }) => ({
    file,
    slug,
    editions,
    diagnostics: diagnostics.map(diagnosticData),
  })),
  diagnostics: project.map(diagnosticData),
});
