import { visibleText } from "../diagnostics/visible-text.ts";
import type { Diagnostic } from "../index.ts";
import { counted } from "./in-words.ts";
import { showFindings } from "./show-findings.ts";
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
  const told = new Set<string>();
  const say = (line: string) => {
    if (!isQuiet) out.write(`${line}\n`);
  };
  const show = (diagnostics: readonly Diagnostic[]) => showFindings(diagnostics, err, { isQuiet, told });
  show(project);
  for (const { file, diagnostics } of briefs) {
    const isGood = !hasErrors(diagnostics);
    const found = diagnostics.length === 0 ? "no findings" : inWords(diagnostics);
    say(
      `${isGood ? out.colors.green("✓") : out.colors.red("✗")} ${out.colors.bold(visibleText(file))}  ${found}`,
    );
    if (diagnostics.length === 0) continue;
    say("");
    show(diagnostics);
  }
  if (briefs.length < 2) return;
  if (briefs.at(-1)?.diagnostics.length === 0) say("");
  const bad = briefs.filter(({ diagnostics }) => hasErrors(diagnostics)).length;
  say(
    `${counted(briefs.length, "brief")} checked, ${bad === 0 ? "all can be built" : `${bad} cannot be built`}.`,
  );
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
