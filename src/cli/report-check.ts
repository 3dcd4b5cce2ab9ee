import { visibleText } from "../diagnostics/visible-text.ts";
import type { Diagnostic } from "../index.ts";
import { hasError, hasWarning } from "./exit-code.ts";
import { counted } from "./in-words.ts";
import { chooseFindings } from "./show-findings.ts";
import type { Screen } from "./terminal.ts";

/** The findings on one brief. */
export interface CheckedBrief {
  readonly file: string;
  /** Findings that the brief accepts, each for one place and with a reason. */
  readonly accepted: number;
  /** What was looked at, where that is more than the brief file. */
  readonly note?: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a check found in all. */
export interface CheckReport {
  readonly briefs: readonly CheckedBrief[];
  /** Findings that belong to no brief. */
  readonly project: readonly Diagnostic[];
  /** Whether a warning is enough not to pass. */
  readonly isStrict: boolean;
}

/** How a check is reported. */
export interface ReportOptions {
  readonly isQuiet: boolean;
  /** What a brief with an error is. */
  readonly broken?: string;
  /** What is checked. */
  readonly noun?: string;
  readonly show: (findings: readonly Diagnostic[]) => void;
}

/** Tells a person what was found: one line for a clean brief, every finding with its text for another. */
export function reportCheck(
  { briefs, project, isStrict }: CheckReport,
  out: Screen,
  { isQuiet, broken = "cannot be built", noun = "brief", show }: ReportOptions,
): void {
  const choose = chooseFindings({ isQuiet });
  let isAfterBlank = true;
  const say = (line: string) => {
    if (isQuiet) return;
    out.write(`${line}\n`);
    isAfterBlank = line === "";
  };
  const tell = (diagnostics: readonly Diagnostic[]) => {
    const chosen = choose(diagnostics);
    if (chosen.length === 0) return;
    if (!isAfterBlank) say("");
    show(chosen);
    isAfterBlank = true;
  };
  tell(project);
  for (const { file, accepted, note, diagnostics } of briefs) {
    const isGood = !hasError(diagnostics) && !(isStrict && hasWarning(diagnostics));
    const mark = isGood ? out.colors.green("✓") : out.colors.red("✗");
    say(
      `${mark} ${out.colors.bold(visibleText(file))}  ${note === undefined ? "" : `${note}, `}${inWords(diagnostics, accepted)}`,
    );
    tell(diagnostics);
  }
  if (briefs.length < 2) return;
  if (!isAfterBlank) say("");
  say(summary(briefs, broken, noun));
}

function inWords(diagnostics: readonly Diagnostic[], accepted: number): string {
  const counts = (["error", "warning", "info"] as const)
    .map((severity) => ({
      severity,
      count: diagnostics.filter((finding) => finding.severity === severity).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => counted(count, severity === "info" ? "remark" : severity));
  const found = counts.length === 0 ? ["no findings"] : counts;
  return [...found, ...(accepted === 0 ? [] : [`${accepted} accepted`])].join(", ");
}

function summary(briefs: readonly CheckedBrief[], broken: string, noun: string): string {
  const bad = briefs.filter(({ diagnostics }) => hasError(diagnostics)).length;
  const weak = briefs.filter(({ diagnostics }) => !hasError(diagnostics) && hasWarning(diagnostics)).length;
  const clean = briefs.length - bad - weak;
  const parts = [
    ...(bad === 0 ? [] : [`${bad} ${broken}`]),
    ...(weak === 0 ? [] : [`${weak} with warnings`]),
    ...(clean === briefs.length ? ["all clean"] : clean === 0 ? [] : [`${clean} clean`]),
  ];
  return `${counted(briefs.length, noun)} checked: ${parts.join(", ")}.`;
}
