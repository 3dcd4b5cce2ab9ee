import {
  type Diagnostic,
  diagnosticData,
  type Execbrief,
  openExecbrief,
  readBriefFile,
} from "../../index.ts";
import { collectInputs } from "../collect-inputs.ts";
import type { Context } from "../context.ts";
import { exitCodeFor } from "../exit-code.ts";
import { printJson } from "../json-output.ts";
import type { CheckOptions } from "../options.ts";
import { type CheckedBrief, reportCheck } from "../report-check.ts";

/** `brief check`: shows every finding on briefs without building them. */
export async function check(
  paths: readonly string[],
  options: CheckOptions,
  context: Context,
): Promise<number> {
  const opened = await openExecbrief({ folder: context.terminal.folder });
  if (!opened.ok) return tell([], opened.diagnostics, options, context);
  await using execbrief = opened.value;
  const { inputs, diagnostics } = await collectInputs(paths, execbrief, context);
  const briefs: CheckedBrief[] = [];
  for (const input of inputs) briefs.push(await checkOne(execbrief, input));
  return tell(briefs, diagnostics, options, context);
}

async function checkOne(
  execbrief: Execbrief,
  input: Parameters<Execbrief["check"]>[0] | string,
): Promise<CheckedBrief> {
  const file = typeof input === "string" ? input : input.path;
  const source = typeof input === "string" ? await readBriefFile(input) : { ok: true as const, value: input };
  const { diagnostics } = source.ok ? execbrief.check(source.value) : source;
  return { file, diagnostics };
}

function tell(
  briefs: readonly CheckedBrief[],
  project: readonly Diagnostic[],
  options: CheckOptions,
  { terminal }: Context,
): number {
  const exitCode = exitCodeFor([...project, ...briefs.flatMap(({ diagnostics }) => diagnostics)]);
  if (options.json) {
    printJson(terminal.out, {
      ok: exitCode === 0,
      briefs: briefs.map(({ file, diagnostics }) => ({ file, diagnostics: diagnostics.map(diagnosticData) })),
      diagnostics: project.map(diagnosticData),
    });
  } else {
    reportCheck(briefs, project, terminal, { isQuiet: options.quiet === true });
  }
  return exitCode;
}
