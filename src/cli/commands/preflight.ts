import path from "node:path";
import { type Diagnostic, diagnosticData, type Execbrief, openExecbrief } from "../../index.ts";
import { collectInputs } from "../collect-inputs.ts";
import type { Context } from "../context.ts";
import { exitCodeFor, hasError } from "../exit-code.ts";
import { findBriefOf } from "../find-brief-of.ts";
import { counted } from "../in-words.ts";
import { printJson } from "../json-output.ts";
import type { PreflightOptions } from "../options.ts";
import { openProgress } from "../progress.ts";
import { reportCheck } from "../report-check.ts";
import { showFindings } from "../show-findings.ts";
import { shownPath } from "../shown-path.ts";

/** `brief preflight`: proves files that were built before against what their briefs say now. */
export async function preflight(
  paths: readonly string[],
  options: PreflightOptions,
  context: Context,
): Promise<number> {
  const opened = await openExecbrief({ folder: context.terminal.folder, browser: options.browser });
  if (!opened.ok) return tell([], opened.diagnostics, options, context);
  await using execbrief = opened.value;
  const { jobs, diagnostics } = await collectJobs(paths, execbrief, options, context);
  const proved: Proved[] = [];
  using progress = openProgress(context.terminal);
  for (const job of jobs) {
    progress.show(`Looking at the pages of ${job.file}`);
    proved.push(
      job.isAlone ? await judge(job, execbrief, options) : await prove(job, execbrief, options, context),
    );
  }
  progress.clear();
  return tell(proved, diagnostics, options, context);
}

/** A brief whose files are proved: all of them, or one. */
interface Job {
  readonly file: string;
  /** One file of it; its folder and name go before the project’s. */
  readonly artifact?: Awaited<ReturnType<typeof findBriefOf>>;
  /** Whether it is a PDF without a brief, which is judged by standards alone. */
  readonly isAlone?: true;
}

type Proved = Pick<
  Awaited<ReturnType<Execbrief["preflight"]>>,
  "file" | "slug" | "artifacts" | "diagnostics"
>;

async function collectJobs(
  paths: readonly string[],
  execbrief: Execbrief,
  options: PreflightOptions,
  context: Context,
): Promise<{ jobs: Job[]; diagnostics: readonly Diagnostic[] }> {
  const artifacts = paths.filter((given) => /\.(?:pdf|html)$/i.test(given));
  const others = paths.filter((given) => !artifacts.includes(given));
  const jobs: Job[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of artifacts) {
    const artifact = await findBriefOf(file, options.brief, execbrief, context.terminal.folder);
    if (artifact.ok) jobs.push({ file: artifact.value.brief, artifact });
    else if (options.brief === undefined && /\.pdf$/i.test(file)) jobs.push({ file, isAlone: true });
    else diagnostics.push(...artifact.diagnostics);
  }
  if (artifacts.length > 0 && others.length === 0) return { jobs, diagnostics };
  const collected = await collectInputs(others, execbrief, context);
  const files = collected.inputs.map((input) => (typeof input === "string" ? input : input.path));
  return {
    jobs: [...files.map((file) => ({ file })), ...jobs],
    diagnostics: [...collected.diagnostics, ...diagnostics],
  };
}

/** Judges a PDF of which no brief is known, anybody’s. */
async function judge({ file }: Job, execbrief: Execbrief, { standard }: PreflightOptions): Promise<Proved> {
  const { standards, breaches, diagnostics } = await execbrief.judge(file, standard);
  const artifact = { path: file, format: "pdf" as const, audience: "", standards, breaches, diagnostics };
  return { file, slug: "", artifacts: [artifact], diagnostics };
}

async function prove(
  { file, artifact }: Job,
  execbrief: Execbrief,
  options: PreflightOptions,
  { terminal, signal }: Context,
): Promise<Proved> {
  const source = await execbrief.read(file);
  if (!source.ok) return { file, slug: "", artifacts: [], diagnostics: source.diagnostics };
  const { project } = execbrief;
  const folder = options.out ?? path.resolve(project.folder, project.config.out);
  const out = shownPath(terminal.folder, path.resolve(terminal.folder, folder));
  const one = artifact?.ok ? artifact.value : undefined;
  return execbrief.preflight(
    source.value,
    {
      out,
      ...(options.standard === undefined ? {} : { standards: options.standard }),
      ...(options.audience === undefined ? {} : { audiences: options.audience }),
      ...(options.template === undefined ? {} : { template: options.template }),
      ...(options.page === undefined ? {} : { page: options.page }),
      ...(options.locale === undefined ? {} : { locale: options.locale }),
      ...(options.name === undefined ? {} : { slug: options.name }),
      ...(one === undefined ? {} : one.order),
    },
    signal,
  );
}

function tell(
  proved: readonly Proved[],
  project: readonly Diagnostic[],
  options: PreflightOptions,
  { terminal }: Context,
): number {
  const { out, err } = terminal;
  const exitCode = exitCodeFor([...project, ...proved.flatMap(({ diagnostics }) => diagnostics)]);
  if (options.json) {
    printJson(out, {
      ok: exitCode === 0,
      briefs: proved.map(({ file, slug, artifacts, diagnostics }) => ({
        file,
        slug,
        artifacts: artifacts.map((artifact) => ({
          ...artifact,
          diagnostics: artifact.diagnostics.map(diagnosticData),
        })),
        diagnostics: diagnostics.map(diagnosticData),
      })),
      diagnostics: project.map(diagnosticData),
    });
    return exitCode;
  }
  const briefs = proved.map(({ file, slug, artifacts, diagnostics }) => ({
    file,
    accepted: 0,
    note: slug === "" ? judgedBy(artifacts) : counted(artifacts.length, "file"),
    diagnostics,
  }));
  reportCheck({ briefs, project, isStrict: false }, out, {
    isQuiet: options.quiet === true,
    broken: "not as the brief or a standard says",
    show: (findings) => showFindings(findings, err),
  });
  if (!options.quiet && proved.some(({ slug, diagnostics }) => slug !== "" && hasError(diagnostics)))
    out.write("Where a brief was changed after its files were built, build it again.\n");
  return exitCode;
}

/** By which standards a PDF was judged. */
const judgedBy = (artifacts: Proved["artifacts"]): string =>
  artifacts.flatMap(({ standards = [] }) => standards).join(" and ") || "by no standard";
