import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { findCitations } from "./citation-pattern.ts";
import type { Positions } from "./document-positions.ts";
import { BOTTOM_LINE_MAX_WORDS } from "./limits.ts";
import type { Brief } from "./schema.ts";

/** Warns of what is allowed but seldom meant: a long bottom line, a timeline out of order. */
export function checkHabits(brief: Brief, { locate }: Positions): Diagnostic[] {
  const words = countWords(brief.bottomLine);
  const long =
    words > BOTTOM_LINE_MAX_WORDS
      ? [diagnose("bottom-line-long", { words, limit: BOTTOM_LINE_MAX_WORDS }, locate(["bottomLine"]))]
      : [];
  const { timeline } = brief.event;
  const disordered = timeline.flatMap(({ date }, index) => {
    const previous = timeline[index - 1]?.date;
    return previous === undefined || date >= previous
      ? []
      : [diagnose("timeline-order", { date, previous }, locate(["event", "timeline", index, "date"]))];
  });
  return [...long, ...disordered];
}

function countWords(markdown: string): number {
  const withoutCitations = findCitations(markdown).reduceRight(
    (text, { offset, raw }) => text.slice(0, offset) + text.slice(offset + raw.length),
    markdown,
  );
  return withoutCitations.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
