import {
  type BriefInput,
  type BriefSource,
  type Diagnostic,
  type Execbrief,
  type Outcome,
  openExecbrief,
  type ParsedBrief,
} from "../../index.ts";
import { collectInputs } from "../collect-inputs.ts";
import type { Context } from "../context.ts";
import { EXIT, exitCodeFor, hasWarning } from "../exit-code.ts";
import type { CheckOptions } from "../options.ts";
import { openProgress } from "../progress.ts";
import type { CheckedBrief } from "../report-check.ts";
import { STARTER_TITLE, starterBrief } from "../starter-brief.ts";
import { findStarterText } from "../starter-text.ts";
import { tellCheck } from "../tell-check.ts";

/** `brief check`: shows every finding on briefs without building them. */
export async function check(
  paths: readonly string[],
  options: CheckOptions,
  context: Context,
): Promise<number> {
  const opened = await openExecbrief({ folder: context.terminal.folder });
  const { briefs, project } = opened.ok
    ? await checkAll(opened.value, paths, options, context)
    : { briefs: [], project: opened.diagnostics };
  const isStrict = options.strict === true;
  const findings = [...project, ...briefs.flatMap(({ diagnostics }) => diagnostics)];
  const code = exitCodeFor(findings);
  const exitCode = code === EXIT.done && isStrict && hasWarning(findings) ? EXIT.content : code;
  tellCheck({ briefs, project, isStrict }, exitCode === EXIT.done, options, context.terminal);
  return exitCode;
}

async function checkAll(
  opened: Execbrief,
  paths: readonly string[],
  options: CheckOptions,
  context: Context,
): Promise<{ briefs: CheckedBrief[]; project: readonly Diagnostic[] }> {
  await using execbrief = opened;
  const { inputs, diagnostics } = await collectInputs(paths, execbrief, context);
  const settings = await execbrief.checkProject();
  const looked: Looked[] = [];
  for (const input of inputs) looked.push(await lookAt(execbrief, input));
  const links = options.online ? await askLinks(execbrief, looked, context) : [];
  const files = new Set(looked.map(({ file }) => file));
  return {
    briefs: looked.map(({ file, parsed, diagnostics: found }) => ({
      file,
      accepted: acceptedIn(parsed, found),
      diagnostics: [...found, ...links.filter(({ where }) => where?.file === file)].sort(byPlace),
    })),
    project: [
      ...settings,
      ...diagnostics,
      ...links.filter(({ where }) => where === undefined || !files.has(where.file)),
    ],
  };
}

/** What `brief new` writes, with the title of somebody who gave none. */
const EMPTY_STARTER = starterBrief({ title: STARTER_TITLE, date: "2000-01-01", schemaComment: "#" });

/** One brief, and what was found in it without asking anybody. */
interface Looked {
  readonly file: string;
  readonly parsed: ParsedBrief | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

async function lookAt(execbrief: Execbrief, input: BriefInput): Promise<Looked> {
  const file = typeof input === "string" ? input : input.path;
  const source: Outcome<BriefSource> =
    typeof input === "string" ? await execbrief.read(input) : { ok: true, value: input, diagnostics: [] };
  if (!source.ok) return { file, parsed: undefined, diagnostics: source.diagnostics };
  const checked = await execbrief.check(source.value);
  if (!checked.ok) return { file, parsed: undefined, diagnostics: checked.diagnostics };
  const starter = execbrief.parse({ path: "starter", text: EMPTY_STARTER });
  const left = starter.ok ? findStarterText(checked.value, starter.value) : [];
  return { file, parsed: checked.value, diagnostics: [...checked.diagnostics, ...left] };
}

/** The exceptions that silence a finding; those that do not are findings themselves. */
function acceptedIn(parsed: ParsedBrief | undefined, diagnostics: readonly Diagnostic[]): number {
  const idle = diagnostics.filter(({ code }) => code.startsWith("exception-")).length;
  return parsed === undefined ? 0 : parsed.brief.exceptions.length - idle;
}

async function askLinks(
  execbrief: Execbrief,
  looked: readonly Looked[],
  { terminal, signal }: Context,
): Promise<readonly Diagnostic[]> {
  using progress = openProgress(terminal);
  const briefs = looked.flatMap(({ parsed }) => parsed ?? []);
  return execbrief.checkLinks(briefs, {
    signal,
    onProgress: (done, total) => progress.show(`${done} of ${total} web addresses asked`),
  });
}

const byPlace = ({ where: a }: Diagnostic, { where: b }: Diagnostic): number =>
  (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0);
