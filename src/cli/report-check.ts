import { visibleText } from "../diagnostics/visible-text.ts";
import type { Diagnostic } from "../index.ts";
import { counted } from "./in-words.ts";
import { chooseFindings, showFindings } from "./show-findings.ts";
import type { Terminal } from "./terminal.ts";

/** The findings on one brief. */
export interface CheckedBrief {
  readonly file: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Tells a person what was found: one line for a clean brief, every finding with its text for another. */
export function reportCheck(
  briefs: readonly CheckedBrief[],
  project: readonly Diagnostic[],
  { out, err }: Terminal,
  { isQuiet }: { isQuiet: boolean },
): void {
  const choose = chooseFindings({ isQuiet });
  const say = (line: string) => {
    if (!isQuiet) out.write(`${line}\n`);
  };
  let isAfterBlank = true;
  const show = (diagnostics: readonly Diagnostic[]) => {
    const chosen = choose(diagnostics);
    if (chosen.length === 0) return;
    if (!isAfterBlank) say("");
    showFindings(chosen, err);
    isAfterBlank = true;
  };
  show(project);
  for (const { file, diagnostics } of briefs) {
    const mark = hasErrors(diagnostics) ? out.colors.red("✗") : out.colors.green("✓");
    const found = diagnostics.length === 0 ? "no findings" : inWords(diagnostics);
    say(`${mark} ${out.colors.bold(visibleText(file))}  ${found}`);
    isAfterBlank = false;
    show(diagnostics);
  }
  if (briefs.length < 2) return;
  const bad = briefs.filter(({ diagnostics }) => hasErrors(diagnostics)).length;
  const verdict = bad === 0 ? "all can be built" : `${bad} cannot be built`;
  if (!isAfterBlank) say("");
  say(`${counted(briefs.length, "brief")} checked, ${verdict}.`);
}

function inWords(diagnostics: readonly Diagnostic[]): string {
  return (["error", "warning", "info"] as const)
    .map((severity) => ({
      severity,
      count: diagnostics.filter((finding) => finding.severity === severity).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => counted(count, severity === "info" ? "remark" : severity))
    .join(", ");
}

const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ severity }) => severity === "error");
