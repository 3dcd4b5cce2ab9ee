import { type Diagnostic, diagnosticData, openTemplateLibrary, type TemplateLibrary } from "../index.ts";
import type { Context } from "./context.ts";
import { exitCodeFor } from "./exit-code.ts";
import { printJson } from "./json-output.ts";
import { showFindings } from "./show-findings.ts";

/** What a command around template sets works with. */
export interface TemplateDesk {
  readonly library: TemplateLibrary;
  /** Tells why nothing was done, and gives the exit code. */
  refuse(diagnostics: readonly Diagnostic[]): number;
}

/**
 * Opens the template sets of the project for one command. Under --json, `nothing` is what the answer holds besides `ok` and
 * `diagnostics` when nothing was done.
 */
export async function openTemplates(
  { terminal }: Context,
  { json }: { readonly json?: true },
  nothing: Readonly<Record<string, unknown>>,
  work: (desk: TemplateDesk) => Promise<number>,
): Promise<number> {
  const refuse = (diagnostics: readonly Diagnostic[]): number => {
    if (json)
      printJson(terminal.out, { ok: false, ...nothing, diagnostics: diagnostics.map(diagnosticData) });
    else showFindings(diagnostics, terminal.err);
    return exitCodeFor(diagnostics);
  };
  const opened = await openTemplateLibrary(terminal.folder);
  return opened.ok ? work({ library: opened.value, refuse }) : refuse(opened.diagnostics);
}
