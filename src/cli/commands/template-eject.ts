import { diagnosticData, type Ejectable, type Origin, type PlannedEject } from "../../index.ts";
import type { Context } from "../context.ts";
import type { TemplateEjectOptions } from "../define-templates.ts";
import { EXIT } from "../exit-code.ts";
import { printJson } from "../json-output.ts";
import { openTemplates, type TemplateDesk } from "../open-templates.ts";
import { showFindings } from "../show-findings.ts";
import { shownPath } from "../shown-path.ts";
import type { Screen } from "../terminal.ts";
import { writeWhole } from "../write-artifacts.ts";
import { writeTemplateFiles } from "../write-template-files.ts";

/** `brief template eject`: copies single pieces of a template set into the project. */
export function ejectTemplate(
  set: string,
  pieces: readonly string[],
  options: TemplateEjectOptions,
  context: Context,
): Promise<number> {
  const nothing = { set, folder: null, pieces: [], ejected: [], files: [] };
  return openTemplates(context, options, nothing, (desk) =>
    pieces.length === 0
      ? listPieces(set, options, context, desk)
      : copyPieces(set, pieces, options, context, desk),
  );
}

async function listPieces(
  set: string,
  { json }: TemplateEjectOptions,
  { terminal }: Context,
  { library, refuse }: TemplateDesk,
): Promise<number> {
  const { folder, out } = terminal;
  const found = await library.ejectable(set);
  if (!found.ok) return refuse(found.diagnostics);
  const { pieces } = found.value;
  if (json) {
    const shown = shownPath(folder, found.value.folder);
    const facts = { set: found.value.set, folder: shown, pieces, ejected: [], files: [] };
    printJson(out, { ok: true, ...facts, diagnostics: [] });
  } else tellPieces(found.value, out);
  return EXIT.done;
}

function tellPieces({ set, pieces }: Ejectable, { write, colors }: Screen): void {
  const width = Math.max(...pieces.map(({ piece }) => piece.length));
  write(`Pieces of ${colors.bold(set)}\n\n`);
  for (const { piece, from, isOwn } of pieces) {
    write(
      `  ${piece.padEnd(width)}  ${isOwn ? colors.green("yours") : colors.dim(`from ${inWords(from)}`)}\n`,
    );
  }
  const example = pieces.find(({ isOwn }) => !isOwn)?.piece;
  if (example !== undefined) write(`\nCopy one: ${colors.cyan(`brief template eject ${set} ${example}`)}\n`);
}

async function copyPieces(
  set: string,
  pieces: readonly string[],
  { json }: TemplateEjectOptions,
  { terminal }: Context,
  { library, refuse }: TemplateDesk,
): Promise<number> {
  const { folder, out, err } = terminal;
  const planned = await library.planEject(set, pieces);
  if (!planned.ok) return refuse(planned.diagnostics);
  const { files, record, ejected } = planned.value;
  const { written, fault } = await writeTemplateFiles(files, folder);
  if (fault !== undefined) return refuse([fault]);
  const recordFile = shownPath(folder, record.file);
  const unrecorded = await writeWhole(record.file, record.content, recordFile);
  if (unrecorded !== undefined) return refuse([unrecorded]);
  if (json) {
    const shown = ejected.map((one) => ({ ...one, file: shownPath(folder, one.file) }));
    const facts = { set: planned.value.set, folder: shownPath(folder, planned.value.folder), pieces: [] };
    const all = [...written, recordFile];
    const diagnostics = planned.diagnostics.map(diagnosticData);
    printJson(out, { ok: true, ...facts, ejected: shown, files: all, diagnostics });
    return EXIT.done;
  }
  showFindings(planned.diagnostics, err);
  tellCopied(planned.value, written, folder, out);
  return EXIT.done;
}

function tellCopied(
  { set, ejected }: PlannedEject,
  written: readonly string[],
  folder: string,
  { write, colors }: Screen,
): void {
  const copies = new Map(ejected.map(({ file, from }) => [shownPath(folder, file), from]));
  for (const file of written) {
    const from = copies.get(file);
    const about = from === undefined ? "" : colors.dim(`  copied from ${inWords(from)}`);
    write(`${colors.green("✓")} Wrote ${file}${about}\n`);
  }
  write(
    `\nChange ${ejected.length === 1 ? "it" : "them"} as you like; everything else keeps following the original.\n`,
  );
  write(`  See it on a brief:     ${colors.cyan(`brief build --template ${set}`)}\n`);
  write(`  After an upgrade, run: ${colors.cyan(`brief template status ${set}`)}\n`);
}

const inWords = ({ name, version }: Origin): string => (version === null ? name : `${name} ${version}`);
