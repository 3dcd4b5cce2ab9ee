import {
  type BriefSource,
  compareBriefs,
  type Diagnostic,
  diagnosticData,
  type Execbrief,
  type Outcome,
  openExecbrief,
  type ParsedBrief,
} from "../../index.ts";
import type { Context } from "../context.ts";
import { EXIT, exitCodeFor, hasError } from "../exit-code.ts";
import { printJson } from "../json-output.ts";
import type { DiffOptions } from "../options.ts";
import { readStandardInput } from "../read-standard-input.ts";
import { type ComparedBrief, reportDiff } from "../report-diff.ts";
import { showFindings } from "../show-findings.ts";

/** `brief diff`: tells what changed from one edition of a brief to the next. */
export async function diff(
  before: string,
  after: string,
  options: DiffOptions,
  context: Context,
): Promise<number> {
  const { terminal } = context;
  const opened = await openExecbrief({ folder: terminal.folder });
  if (!opened.ok) return refuse(opened.diagnostics, options, context);
  await using execbrief = opened.value;
  const old = await readOne(execbrief, before, context);
  const now = before === after && before === "-" ? old : await readOne(execbrief, after, context);
  const findings = [...old.diagnostics, ...now.diagnostics].filter(({ severity }) => severity === "error");
  if (!old.ok || !now.ok || hasError(findings)) return refuse(findings, options, context);

  const changes = compareBriefs(old.value.brief, now.value.brief, execbrief.project.config.locale);
  const [from, to] = [editionOf(before, old.value), editionOf(after, now.value)];
  if (options.json) printJson(terminal.out, { ok: true, before: from, after: to, changes, diagnostics: [] });
  else reportDiff({ before: from, after: to, changes }, terminal.out);
  return options.exitCode && changes.length > 0 ? EXIT.content : EXIT.done;
}

async function readOne(execbrief: Execbrief, file: string, context: Context): Promise<Outcome<ParsedBrief>> {
  const source: Outcome<BriefSource> =
    file === "-"
      ? await readStandardInput(context.terminal.stdin, context.signal)
      : await execbrief.read(file);
  return source.ok ? execbrief.parse(source.value) : source;
}

const editionOf = (file: string, { brief }: ParsedBrief): ComparedBrief => ({
  file,
  date: brief.date,
  title: brief.title,
});

function refuse(diagnostics: readonly Diagnostic[], { json }: DiffOptions, { terminal }: Context): number {
  if (json) {
    const findings = diagnostics.map(diagnosticData);
    printJson(terminal.out, { ok: false, before: null, after: null, changes: [], diagnostics: findings });
  } else showFindings(diagnostics, terminal.err);
  return exitCodeFor(diagnostics);
}
