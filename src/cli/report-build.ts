import { type Diagnostic, formatDiagnostic } from "../index.ts";
import type { BrowserJournal } from "./browser-journal.ts";
import { counted, errorsInWords, fitInWords, seconds, sizeInWords } from "./in-words.ts";
import { openProgress } from "./progress.ts";
import type { Terminal } from "./terminal.ts";
import type { WrittenArtifact, WrittenBrief } from "./write-artifacts.ts";

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
  /** Output folder as a person would type it. */
  readonly out: string;
  readonly page: string;
  readonly isVerbose: boolean;
  readonly isQuiet: boolean;
  readonly startedAt: number;
  readonly journal: BrowserJournal;
}

/** Opens the report for people: a line for each brief, findings with the text around them, and what to open. */
export function reportBuild(build: ReportedBuild): BuildReport {
  const { terminal, files, isVerbose, isQuiet, journal, startedAt } = build;
  const { out, err } = terminal;
  const progress = openProgress(isQuiet ? { err, isLive: false } : terminal);
  const nameWidth = Math.max(0, ...files.map((file) => file.length));
  const told = new Set<string>();
  let done = 0;
  const showProgress = () =>
    progress.show(`${done} of ${counted(files.length, "brief")} built${journal.activity()}`);
  journal.onChange(showProgress);
  showProgress();

  const say = (line: string) => {
    progress.clear();
    if (!isQuiet) out.write(`${line}\n`);
  };
  const findings = (diagnostics: readonly Diagnostic[]) => {
    progress.clear();
    for (const diagnostic of diagnostics) {
      if (isQuiet && diagnostic.severity !== "error") continue;
      // A missing browser is missing for every brief; once is enough.
      if (diagnostic.where === undefined && told.has(diagnostic.message)) continue;
      told.add(diagnostic.message);
      err.write(`\n${formatDiagnostic(diagnostic, err.colors)}\n\n`);
    }
  };
  return {
    brief: (brief) => {
      done += 1;
      showProgress();
      const isStopped = brief.diagnostics.some(({ code }) => STOPPED.has(code));
      if (isStopped) return;
      say(briefLine(brief, build, nameWidth));
      if (isVerbose) for (const line of editionLines(brief, out.colors.dim)) say(line);
      findings(brief.diagnostics);
    },
    findings,
    end: (briefs, { isInterrupted }) => {
      if (isVerbose) say(`\n${journal.summary()}Finished after ${seconds(terminal.now() - startedAt)}.`);
      for (const line of summary(briefs, build, isInterrupted)) say(line);
    },
    [Symbol.dispose]: () => progress[Symbol.dispose](),
  };
}

/** Codes of briefs that were stopped: the user knows why. */
const STOPPED: ReadonlySet<string> = new Set(["interrupted", "print-cancelled"]);

function briefLine(
  brief: WrittenBrief,
  { terminal: { out }, page }: ReportedBuild,
  nameWidth: number,
): string {
  const { colors, columns } = out;
  const artifacts = brief.editions.flatMap((edition) => edition.artifacts);
  const name = brief.file.padEnd(nameWidth);
  if (artifacts.length === 0) {
    return `${colors.red("✗")} ${colors.bold(name)}  not built, ${errorsInWords(brief.diagnostics)}`;
  }
  const fit = fitInWords(artifacts);
  const parts = (editions: string) =>
    [
      editions,
      ...(fit === "" ? [] : [`${page}, ${fit}`]),
      [...formatsOf(artifacts, brief)].join(", "),
      ...(brief.ok ? [] : [errorsInWords(brief.diagnostics)]),
    ].join("  ");
  const named = parts(brief.editions.map(({ audience }) => audience).join(", "));
  const isWide = nameWidth + named.length + 4 > columns;
  const text = isWide ? parts(counted(brief.editions.length, "edition")) : named;
  return `${brief.ok ? colors.green("✓") : colors.red("✗")} ${colors.bold(name)}  ${text}`;
}

/** What there is of each format; how many where it is not one for each edition. */
function* formatsOf(
  artifacts: readonly WrittenArtifact[],
  { editions, ok }: WrittenBrief,
): Generator<string> {
  for (const format of ["pdf", "html"] as const) {
    const made = artifacts.filter((artifact) => artifact.format === format);
    const label = format.toUpperCase();
    const isPart = made.length < editions.length;
    if (made.length > 0)
      yield `${label} ${isPart ? `${made.length} of ${editions.length}, ` : ""}${sizeInWords(made)}`;
    else if (!ok) yield `no ${label}`;
  }
}

function editionLines({ editions }: WrittenBrief, dim: (text: string) => string): string[] {
  const width = Math.max(...editions.map(({ audience }) => audience.length), 0);
  return editions.flatMap(({ audience, artifacts }) =>
    artifacts.map(({ path, bytes, fit }) => {
      const detail =
        fit === null
          ? ""
          : `  ${fit.typePt} pt, line height ${fit.leading}, spacing ${fit.space} (step ${fit.step})`;
      return dim(`    ${audience.padEnd(width)}  ${path}  ${bytes.toLocaleString("en")} bytes${detail}`);
    }),
  );
}

function summary(
  briefs: readonly WrittenBrief[],
  { terminal, files, out }: ReportedBuild,
  isInterrupted: boolean,
): string[] {
  const { bold, red, cyan } = terminal.out.colors;
  const editions = briefs.flatMap((brief) => brief.editions).filter(({ artifacts }) => artifacts.length > 0);
  const artifacts = editions.flatMap((edition) => edition.artifacts);
  const whole = briefs.filter(({ ok }) => ok).length;
  const counts = `${counted(editions.length, "edition")}, ${counted(artifacts.length, "file")} in ${folderOf(out)}`;
  if (files.length === 0) return [];
  if (isInterrupted) {
    return [
      "",
      red(`Stopped. ${whole} of ${counted(files.length, "brief")} built; every file is whole, old or new.`),
    ];
  }
  if (whole === files.length) {
    const first = artifacts.find(({ format }) => format === "html") ?? artifacts[0];
    const open = first === undefined ? "" : ` — open ${cyan(first.path)}`;
    return ["", `${bold(counted(whole, "brief"))}, ${counts}${open}`];
  }
  const failed = counted(files.length - whole, "brief");
  return [
    "",
    `${red(bold(`${failed} of ${files.length} not built completely`))}; ${counts}. The reasons are above.`,
  ];
}

const folderOf = (out: string): string => (/[\\/]$/.test(out) ? out : `${out}/`);
