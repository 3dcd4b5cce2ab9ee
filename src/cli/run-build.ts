import path from "node:path";
import { type BriefInput, type Diagnostic, diagnose, type Execbrief, type Outcome } from "../index.ts";
import type { BrowserJournal } from "./browser-journal.ts";
import { type CollectedInputs, collectInputs } from "./collect-inputs.ts";
import type { Context } from "./context.ts";
import { exitCodeFor } from "./exit-code.ts";
import { nameFromTitle } from "./name-from-title.ts";
import type { BuildOptions } from "./options.ts";
import { type BuildReport, reportBuild } from "./report-build.ts";
import { reportBuildData } from "./report-data.ts";
import { shownPath } from "./shown-path.ts";
import { type WrittenBrief, writeArtifacts } from "./write-artifacts.ts";

/** What a build starts from. */
export interface BuildStart {
  readonly paths: readonly string[];
  readonly options: BuildOptions;
  readonly journal: BrowserJournal;
  readonly startedAtMs: number;
}

/** Builds what was asked for, writes each brief as it is done, reports, and returns the exit code. */
export async function runBuild(
  opened: Outcome<Execbrief>,
  start: BuildStart,
  context: Context,
): Promise<number> {
  const collected = opened.ok ? await collect(opened.value, start, context) : undefined;
  using report = openReport(opened, collected?.inputs ?? [], start, context);
  const project = [...opened.diagnostics, ...(collected?.diagnostics ?? [])];
  report.findings(project);
  const briefs =
    opened.ok && collected ? await buildAndWrite(opened.value, collected, { start, report, context }) : [];
  report.end(briefs, { isInterrupted: context.signal.aborted });
  return exitCodeFor([...project, ...briefs.flatMap(({ diagnostics }) => diagnostics)]);
}

async function collect(
  execbrief: Execbrief,
  { paths, options: { name } }: BuildStart,
  context: Context,
): Promise<CollectedInputs> {
  const collected = await collectInputs(paths, execbrief, context);
  const count = collected.inputs.length;
  if (name === undefined || count < 2) return collected;
  const fault: Diagnostic = diagnose("name-for-many", { name, count });
  return { inputs: [], diagnostics: [...collected.diagnostics, fault] };
}

function openReport(
  opened: Outcome<Execbrief>,
  inputs: readonly BriefInput[],
  { options, journal, startedAtMs }: BuildStart,
  { terminal }: Context,
): BuildReport {
  if (options.json) return reportBuildData(terminal);
  return reportBuild({
    terminal,
    files: inputs.map(fileOf),
    out: opened.ok ? shownPath(terminal.folder, outFolder(opened.value, options, terminal.folder)) : "",
    formats: options.format ?? (opened.ok ? opened.value.project.config.formats : []),
    page: options.page ?? (opened.ok ? opened.value.project.config.page : ""),
    isVerbose: options.verbose === true,
    isQuiet: options.quiet === true,
    startedAtMs,
    journal,
  });
}

async function buildAndWrite(
  execbrief: Execbrief,
  { inputs }: CollectedInputs,
  { start, report, context }: { start: BuildStart; report: BuildReport; context: Context },
): Promise<WrittenBrief[]> {
  const { options } = start;
  const { terminal, signal } = context;
  const place = { folder: terminal.folder, out: outFolder(execbrief, options, terminal.folder) };
  const inOrder = reportInOrder(inputs.map(fileOf), report);
  const briefs: WrittenBrief[] = [];
  for await (const result of execbrief.buildAll(inputs, orderOf(options, inputs, execbrief), signal)) {
    // A brief that was stopped half-way keeps its old files: new ones beside old ones would not belong together.
    const isStopped = signal.aborted && !result.ok;
    const brief = await writeArtifacts(isStopped ? { ...result, editions: [] } : result, place);
    briefs.push(brief);
    inOrder(brief);
  }
  const position = new Map(inputs.map((input, index) => [fileOf(input), index]));
  return briefs.sort((a, b) => (position.get(a.file) ?? 0) - (position.get(b.file) ?? 0));
}

function orderOf(options: BuildOptions, inputs: readonly BriefInput[], execbrief: Execbrief) {
  const slug = options.name ?? nameOfStandardInput(inputs, execbrief);
  return {
    ...(options.format === undefined ? {} : { formats: options.format }),
    ...(options.audience === undefined ? {} : { audiences: options.audience }),
    ...(options.template === undefined ? {} : { template: options.template }),
    ...(options.page === undefined ? {} : { page: options.page }),
    ...(options.pages === undefined ? {} : { pages: options.pages }),
    ...(options.locale === undefined ? {} : { locale: options.locale }),
    // Without the option, the project decides.
    ...(options.source === false ? { source: false } : {}),
    ...(slug === undefined ? {} : { slug }),
  };
}

/** Standard input has no file name; its files are named after its title. Beside other briefs it goes by its own name. */
function nameOfStandardInput(inputs: readonly BriefInput[], execbrief: Execbrief): string | undefined {
  const [only] = inputs;
  if (inputs.length !== 1 || only === undefined || typeof only === "string") return undefined;
  const parsed = execbrief.parse(only);
  return parsed.ok ? nameFromTitle(parsed.value.brief.title) : undefined;
}

/** Passes briefs on in the order they were asked for, so that two runs read alike; each as early as that allows. */
function reportInOrder(files: readonly string[], report: BuildReport): (brief: WrittenBrief) => void {
  const waiting = new Map<string, WrittenBrief>();
  let next = 0;
  return (brief) => {
    waiting.set(brief.file, brief);
    for (let ready = waiting.get(files[next] ?? ""); ready; ready = waiting.get(files[next] ?? "")) {
      report.brief(ready);
      next += 1;
    }
  };
}

const outFolder = ({ project }: Execbrief, { out }: BuildOptions, folder: string): string =>
  out === undefined ? path.resolve(project.folder, project.config.out) : path.resolve(folder, out);

const fileOf = (input: BriefInput): string => (typeof input === "string" ? input : input.path);
