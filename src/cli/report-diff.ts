import { visibleText } from "../diagnostics/visible-text.ts";
import type { Change } from "../index.ts";
import { changeLine } from "./change-line.ts";
import { counted } from "./in-words.ts";
import type { Screen } from "./terminal.ts";

/** One of the two editions that are compared. */
export interface ComparedBrief {
  readonly file: string;
  /** Day of the brief, YYYY-MM-DD. */
  readonly date: string;
  readonly title: string;
}

/** Tells a person what changed, in groups, the most important first. */
export function reportDiff(
  { before, after, changes }: { before: ComparedBrief; after: ComparedBrief; changes: readonly Change[] },
  out: Screen,
): void {
  const { bold, dim } = out.colors;
  const names = [before, after].map(({ file, date }) => `${visibleText(file)} ${dim(`(${date})`)}`);
  if (changes.length === 0) {
    out.write(`No change for a reader from ${names.join(" to ")}.\n`);
    return;
  }
  out.write(`${names.join(" → ")}  ${counted(changes.length, "change")}\n`);
  for (const [heading, prefixes] of GROUPS) {
    const members = changes.filter(({ kind }) => prefixes.test(kind));
    if (members.length === 0) continue;
    out.write(`\n${bold(heading)}\n`);
    for (const change of members) out.write(`${changeLine(change, out)}\n`);
  }
}

/** Every kind of change belongs to one group; a test holds it. */
export const GROUPS: readonly (readonly [heading: string, kinds: RegExp])[] = [
  ["Caveats", /^(?:caveat|claim)-/],
  ["Figures", /^(?:figure|chart)-/],
  ["Confidence and likelihood", /^(?:confidence|likelihood)-/],
  ["Questions", /^(?:question|answer)-/],
  ["Decision", /^(?:decision|ask|recommendation|options|decider)-/],
  ["What the brief says", /^(?:title|bottom-line|summary|timeline|quote|implication|classification)-/],
  ["Sources", /^source-/],
];
