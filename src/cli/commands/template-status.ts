import { visibleText } from "../../diagnostics/visible-text.ts";
import {
  type Diagnostic,
  diagnosticData,
  type Origin,
  type PieceStatus,
  type SetStatus,
} from "../../index.ts";
import type { Context } from "../context.ts";
import type { TemplateStatusOptions } from "../define-templates.ts";
import { EXIT, exitCodeFor } from "../exit-code.ts";
import { counted } from "../in-words.ts";
import { printJson } from "../json-output.ts";
import { openTemplates } from "../open-templates.ts";
import { showFindings } from "../show-findings.ts";
import { shownPath } from "../shown-path.ts";
import type { Screen } from "../terminal.ts";
import { writeWhole } from "../write-artifacts.ts";

/** `brief template status`: tells what has changed in the originals of copied pieces. */
export function templateStatus(
  set: string | undefined,
  options: TemplateStatusOptions,
  context: Context,
): Promise<number> {
  const { folder, out, err } = context.terminal;
  return openTemplates(context, options, { sets: [] }, async ({ library, refuse }) => {
    const found = await library.status(set);
    if (!found.ok) return refuse(found.diagnostics);
    const sets = found.value;
    const diagnostics = [
      ...sets.flatMap((one) => one.diagnostics),
      ...(options.markSeen ? await markSeen(sets, folder) : []),
    ];
    if (options.json) {
      const data = sets.map((one) => dataOf(one, folder));
      const ok = diagnostics.length === 0;
      printJson(out, { ok, sets: data, diagnostics: diagnostics.map(diagnosticData) });
    } else {
      showFindings(diagnostics, err);
      tell(sets, set, options, folder, out);
    }
    const isOutdated = sets.some(({ pieces }) => pieces.some(({ original }) => original !== "same"));
    const exitCode = exitCodeFor(diagnostics);
    return exitCode === EXIT.done && options.exitCode && isOutdated ? EXIT.content : exitCode;
  });
}

async function markSeen(sets: readonly SetStatus[], folder: string): Promise<Diagnostic[]> {
  const faults = await Promise.all(
    sets.map(({ seen }) =>
      seen === null ? undefined : writeWhole(seen.file, seen.content, shownPath(folder, seen.file)),
    ),
  );
  return faults.filter((fault) => fault !== undefined);
}

const dataOf = ({ set, folder, pieces }: SetStatus, from: string) => ({
  set,
  folder: shownPath(from, folder),
  pieces: pieces.map((piece) => ({ ...piece, file: shownPath(from, piece.file) })),
});

function tell(
  sets: readonly SetStatus[],
  asked: string | undefined,
  { markSeen: isMarked }: TemplateStatusOptions,
  folder: string,
  out: Screen,
): void {
  const { bold, dim, cyan } = out.colors;
  const pieces = sets.flatMap((one) => one.pieces);
  if (pieces.length === 0) {
    if (sets.length === 0 || sets.every(({ diagnostics }) => diagnostics.length === 0)) {
      const whose = asked === undefined ? "This project" : `“${asked}”`;
      out.write(
        `${whose} has no copied pieces. Copy one with: ${cyan("brief template eject executive page.css")}\n`,
      );
    }
    return;
  }
  for (const { set, folder: place, pieces: ofSet } of sets) {
    if (ofSet.length === 0) continue;
    out.write(`${bold(set)}  ${dim(shownPath(folder, place))}\n`);
    const width = Math.max(...ofSet.map(({ piece }) => piece.length));
    for (const piece of ofSet) out.write(`${line(piece, width, out)}\n${diffOf(piece, out)}`);
  }
  const outdated = pieces.filter(({ original }) => original !== "same").length;
  if (outdated === 0) return;
  out.write(
    isMarked
      ? `\nNoted: only later changes will be shown.\n`
      : `\n${counted(outdated, "original")} ${outdated === 1 ? "has" : "have"} changed. Take over what you want, then: ${cyan("brief template status --mark-seen")}\n`,
  );
}

function line({ piece, original, copy, from, now }: PieceStatus, width: number, { colors }: Screen): string {
  const name = piece.padEnd(width);
  const was = inWords(from);
  const is = now === null ? "" : inWords(now);
  if (copy === "gone") {
    const used = now === null ? "and nothing takes its place" : `so ${is} is used`;
    return `  ${colors.yellow("–")} ${name}  your copy is gone, ${used}`;
  }
  if (original === "gone")
    return `  ${colors.yellow("!")} ${name}  the original of ${was} is gone; your copy stays in use`;
  if (copy === "updated")
    return `  ${colors.green("✓")} ${name}  your copy is the original of today, ${is}; without it nothing would change`;
  const yours = copy === "same" ? "your copy is as it was" : "you changed your copy";
  return original === "same"
    ? `  ${colors.green("✓")} ${name}  the original is as it was in ${was}; ${yours}`
    : `  ${colors.yellow("!")} ${name}  the original has changed: ${was === is ? `${is}, since you copied it` : `${was} → ${is}`}; ${yours}`;
}

/** The diff, its lines marked as everybody knows them. */
function diffOf({ diff, copy }: PieceStatus, { colors }: Screen): string {
  if (diff === null || copy === "gone") return "";
  const lines = visibleText(diff).trimEnd().split("\n");
  const coloured = lines.map((one) => {
    if (/^(?:---|\+\+\+) /.test(one)) return colors.bold(one);
    if (one.startsWith("+")) return colors.green(one);
    if (one.startsWith("-")) return colors.red(one);
    return one.startsWith("@@") ? colors.cyan(one) : one;
  });
  return `\n${coloured.map((one) => `    ${one}`.trimEnd()).join("\n")}\n\n`;
}

const inWords = ({ name, version }: Origin): string => (version === null ? name : `${name} ${version}`);
