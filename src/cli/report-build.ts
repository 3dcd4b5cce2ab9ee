import { visibleText } from "../diagnostics/visible-text.ts";
import type { Diagnostic, FormatName } from "../index.ts";
import { briefLine, editionLines } from "./brief-line.ts";
import type { BrowserJournal } from "./browser-journal.ts";
import { counted, seconds } from "./in-words.ts";
import { openProgress } from "./progress.ts";
import { chooseFindings, showFindings } from "./show-findings.ts";
import { summaryLine } from "./summary-line.ts";
import type { Terminal } from "./terminal.ts";
import type { WrittenBrief } from "./write-artifacts.ts";

/** What a build tells while it works and when it is over. */
export interface BuildReport extends Disposable {
  /** One brief is done. */
  brief(brief: WrittenBrief): void;
  /** Findings that belong to no brief. */
  findings(diagnostics: readonly Diagnostic[]): void;
  /** Everything is done, or was stopped. */
  end(briefs: readonly WrittenBrief[], options: { isInterrupted: boolean }): void;
}

/** What the report must know of the build. */
export interface ReportedBuild {
  readonly terminal: Terminal;
  readonly files: readonly string[];
  readonly formats: readonly FormatName[];
  /** Output folder as a person would type it. */
  readonly out: string;
  readonly page: string;
  readonly isVerbose: boolean;
  readonly isQuiet: boolean;
  /** When the build began, by the terminal’s clock. */
  readonly startedAtMs: number;
  readonly journal: BrowserJournal;
}

/** Codes of briefs that were stopped: the user knows why. */
const STOPPED: ReadonlySet<string> = new Set(["interrupted", "print-cancelled"]);

/** Opens the report for people: a line for each brief, findings with the text around them, and what to open. */
export function reportBuild(build: ReportedBuild): BuildReport {
  const { terminal, files, isVerbose, isQuiet, journal } = build;
  const { out, err } = terminal;
  const progress = openProgress(isQuiet ? { err, isLive: false } : terminal);
  const nameWidth = Math.max(0, ...files.map((file) => visibleText(file).length));
  const choose = chooseFindings({ isQuiet });
  let projectErrors = 0;
  let done = 0;
  let isAfterBlank = true;

  const showProgress = () =>
    progress.show(`${done} of ${counted(files.length, "brief")} built${journal.activity()}`);
  const say = (line: string) => {
    progress.clear();
    if (isQuiet) return;
    out.write(`${line}\n`);
    isAfterBlank = line === "";
  };
  const separate = () => {
    if (!isAfterBlank) say("");
  };
  const find = (diagnostics: readonly Diagnostic[]) => {
    const chosen = choose(diagnostics);
    if (chosen.length === 0) return;
    separate();
    progress.clear();
    showFindings(chosen, err);
    isAfterBlank = true;
  };

  journal.onChange(showProgress);
  showProgress();
  return {
    brief: (brief) => {
      done += 1;
      showProgress();
      if (brief.diagnostics.some(({ code }) => STOPPED.has(code))) return;
      say(briefLine(brief, build, nameWidth));
      if (isVerbose) for (const line of editionLines(brief, out.colors.dim)) say(line);
      find(brief.diagnostics);
    },
    findings: (diagnostics) => {
      projectErrors += diagnostics.filter(({ severity }) => severity === "error").length;
      find(diagnostics);
    },
    end: (briefs, { isInterrupted }) => {
      if (isVerbose) {
        separate();
        for (const line of journal.lines()) say(line);
        say(`Finished after ${seconds(terminal.now() - build.startedAtMs)}.`);
      }
      const line = summaryLine(briefs, { ...build, projectErrors, isInterrupted });
      if (line === undefined) return;
      separate();
      say(line);
    },
    [Symbol.dispose]: () => progress[Symbol.dispose](),
  };
}
