import { visibleText } from "../../diagnostics/visible-text.ts";
import {
  type BriefSource,
  type Diagnostic,
  diagnosticData,
  type Execbrief,
  type Outcome,
  openExecbrief,
  type Verification,
} from "../../index.ts";
import type { Context } from "../context.ts";
import type { VerifyOptions } from "../define-seal.ts";
import { exitCodeFor } from "../exit-code.ts";
import { printJson } from "../json-output.ts";
import { readPdfFile } from "../read-pdf-file.ts";
import { readStandardInput } from "../read-standard-input.ts";
import { showFindings } from "../show-findings.ts";
import type { Screen } from "../terminal.ts";

/** What was found of one file. */
interface Verified extends Verification {
  readonly file: string;
}

/** `brief verify`: tells whether PDF files are what was made. */
export async function verify(
  files: readonly string[],
  options: VerifyOptions,
  context: Context,
): Promise<number> {
  const { terminal } = context;
  const opened = await openExecbrief({ folder: terminal.folder });
  if (!opened.ok) return tell([], opened.diagnostics, options, context);
  await using execbrief = opened.value;
  const given = options.brief === undefined ? undefined : await readBrief(options.brief, execbrief, context);
  if (given?.ok === false) return tell([], given.diagnostics, options, context);
  const verified: Verified[] = [];
  for (const file of files) verified.push(await verifyOne(file, execbrief, given?.value, terminal.folder));
  return tell(verified, [], options, context);
}

const readBrief = (
  file: string,
  execbrief: Execbrief,
  { terminal, signal }: Context,
): Promise<Outcome<BriefSource>> =>
  file === "-" ? readStandardInput(terminal.stdin, signal) : execbrief.read(file);

async function verifyOne(
  file: string,
  execbrief: Execbrief,
  given: BriefSource | undefined,
  folder: string,
): Promise<Verified> {
  const bytes = await readPdfFile(file, folder);
  if ("code" in bytes) return { file, ok: false, isUnaltered: false, seal: null, diagnostics: [bytes] };
  return { file, ...(await execbrief.verify(file, bytes, given)) };
}

function tell(
  verified: readonly Verified[],
  project: readonly Diagnostic[],
  { json, quiet, brief }: VerifyOptions,
  { terminal: { out, err } }: Context,
): number {
  const exitCode = exitCodeFor([...project, ...verified.flatMap(({ diagnostics }) => diagnostics)]);
  if (json) {
    printJson(out, {
      ok: exitCode === 0,
      files: verified.map(({ diagnostics, ...one }) => ({
        ...one,
        diagnostics: diagnostics.map(diagnosticData),
      })),
      diagnostics: project.map(diagnosticData),
    });
    return exitCode;
  }
  showFindings(project, err);
  for (const one of verified) {
    if (!quiet) tellVerdict(one, brief, out);
    showFindings(
      quiet ? one.diagnostics.filter(({ severity }) => severity === "error") : one.diagnostics,
      err,
    );
  }
  if (!quiet && brief === undefined && verified.some(({ ok }) => ok))
    out.write(`${out.colors.dim(WHAT_IT_PROVES)}\n`);
  return exitCode;
}

const WHAT_IT_PROVES =
  "This finds accidents and careless forgeries. Whoever makes a new seal is found out by comparing with the brief that you have (--brief), or by a signature.";

function tellVerdict(
  { file, ok, isUnaltered, seal, diagnostics }: Verified,
  brief: string | undefined,
  out: Screen,
): void {
  const { green, red, bold, dim } = out.colors;
  const name = bold(visibleText(file));
  if (!isUnaltered || seal === null) {
    const isKnown = seal !== null || diagnostics.some(({ code }) => ALTERED.has(code));
    out.write(`${red("✗")} ${name}  ${isKnown ? "altered since it was made" : "cannot be verified"}\n\n`);
    return;
  }
  const { audience, locale, page, template } = seal.edition;
  const verdict = `unaltered since ${visibleText(seal.creator)} made it from the brief in it`;
  const said = ok ? "and it says what" : "but it does not say what";
  const compared = brief === undefined ? "" : `, ${said} ${visibleText(brief)} says`;
  out.write(`${ok ? green("✓") : red("✗")} ${name}  ${verdict}${compared}\n`);
  const facts = [
    seal.title ?? "",
    `${audience}, ${template.name}, ${page}, ${locale}`,
    seal.date.slice(0, 10),
  ];
  out.write(`  ${dim(facts.map(visibleText).join(" · "))}\n${ok ? "" : "\n"}`);
}

/** Without a seal that can be read, these still tell that the file is not what it was. */
const ALTERED = new Set(["seal-truncated", "seal-damaged"]);
