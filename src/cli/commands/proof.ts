import path from "node:path";
import {
  type Artifact,
  type BriefResult,
  type Diagnostic,
  diagnosticData,
  type Execbrief,
  openExecbrief,
  proofPage,
  readBriefFile,
} from "../../index.ts";
import type { Context } from "../context.ts";
import type { ProofOptions } from "../define-proof.ts";
import { exitCodeFor } from "../exit-code.ts";
import { printJson } from "../json-output.ts";
import { chooseFindings, showFindings } from "../show-findings.ts";
import { shownPath } from "../shown-path.ts";
import { writeWhole } from "../write-artifacts.ts";

/** Width of the picture: a desktop and a phone, light and dark, side by side. */
const PICTURE_WIDTH_PX = 2180;

interface ProofResult {
  /** Files that were written, as a person would type them. */
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** `brief proof`: shows an e-mail edition as its readers will have it. */
export async function proof(file: string, options: ProofOptions, context: Context): Promise<number> {
  const { folder } = context.terminal;
  const opened = await openExecbrief({ folder, browser: options.browser });
  if (!opened.ok) return tell({ files: [], diagnostics: opened.diagnostics }, options, context);
  await using execbrief = opened.value;
  return tell(await writeProofs(execbrief, file, options, context), options, context);
}

async function writeProofs(
  execbrief: Execbrief,
  file: string,
  options: ProofOptions,
  context: Context,
): Promise<ProofResult> {
  const { folder } = context.terminal;
  const source = await readBriefFile(file, folder);
  if (!source.ok) return { files: [], diagnostics: source.diagnostics };
  const { audience: audiences = ["all"], locale, template } = options;
  const order = {
    formats: ["email" as const],
    audiences,
    ...(locale && { locale }),
    ...(template && { template }),
  };
  const result = await execbrief.build({ ...source.value, path: file }, order, context.signal);
  const diagnostics = [...result.diagnostics];
  const files: string[] = [];
  const write = async (name: string, content: Uint8Array | string) => {
    const absolute = path.join(outFolder(execbrief, options, folder), result.slug, name);
    const shown = shownPath(folder, absolute);
    const fault = await writeWhole(absolute, content, shown);
    if (fault === undefined) files.push(shown);
    else diagnostics.push(fault);
  };
  for (const artifact of artifactsOf(result)) {
    const page = proofPage(artifact, factsOf(execbrief));
    const name = artifact.name.replace(/\.email\.html$/, ".proof");
    await write(`${name}.html`, page);
    if (!options.png) continue;
    const picture = await execbrief.picture(page, PICTURE_WIDTH_PX, context.signal);
    diagnostics.push(...picture.diagnostics);
    if (picture.ok) await write(`${name}.png`, picture.value);
  }
  return { files, diagnostics };
}

const artifactsOf = ({ editions }: BriefResult): Artifact[] =>
  editions.flatMap(({ artifacts }) => artifacts.filter(({ format }) => format === "email"));

/** Whom a list of messages names: the sender of the project’s mail, or who publishes its briefs. */
function factsOf({ project }: Execbrief) {
  const { delivery, organisation } = project.config;
  return { sender: delivery?.from?.name ?? organisation?.name ?? "Execbrief" };
}

const outFolder = ({ project }: Execbrief, { out }: ProofOptions, folder: string): string =>
  out === undefined ? path.resolve(project.folder, project.config.out) : path.resolve(folder, out);

function tell({ files, diagnostics }: ProofResult, options: ProofOptions, { terminal }: Context): number {
  const { out, err } = terminal;
  const exitCode = exitCodeFor(diagnostics);
  if (options.json) {
    printJson(out, { ok: exitCode === 0, files, diagnostics: diagnostics.map(diagnosticData) });
    return exitCode;
  }
  showFindings(chooseFindings({ isQuiet: options.quiet === true })(diagnostics), err);
  if (!options.quiet)
    for (const file of files) out.write(`${out.colors.green("✓")} ${out.colors.bold(file)}\n`);
  return exitCode;
}
