import { finding } from "../finding.ts";
import type { PassageKind } from "../passages.ts";
import type { Rule } from "../rule.ts";
import { GUIDELINES } from "./guidelines.ts";

/** Words that an adult reads silently in a minute of non-fiction: the mean of Brysbaert, “How many words do we read per minute?” (2019). */
const WORDS_PER_MINUTE = 238;
const MINUTES_MAX = 2;

/** Finds a brief whose edition for all readers, the widest, takes over two minutes. */
export const readingTimeLong: Rule = {
  code: "reading-time-long",
  language: "any",
  source: GUIDELINES.smartBrevity,
  isOnByDefault: true,
  find: ({ event, questions, decision }, passages) => {
    const parts = new Map<string, number>();
    const add = (part: string, words: number) => parts.set(part, (parts.get(part) ?? 0) + words);
    for (const { kind, sentences } of passages) {
      // The title is not read again: it is why the reader is here.
      if (kind !== "title")
        add(
          PARTS[kind],
          sentences.reduce((sum, { words }) => sum + words.length, 0),
        );
    }
    for (const { value } of event.figures) add("figures", countWords(value));
    for (const { by } of event.quotes) add("quotes", countWords(by));
    for (const { owner } of questions) add("questions", countWords(owner));
    for (const { label } of decision?.options ?? []) add("decision", countWords(label));
    const words = [...parts.values()].reduce((sum, count) => sum + count, 0);
    const limit = WORDS_PER_MINUTE * MINUTES_MAX;
    return words <= limit
      ? []
      : [finding("reading-time-long", { words, limit, longest: longestOf(parts) }, [])];
  },
};

const PARTS: Readonly<Record<PassageKind, string>> = {
  title: "title",
  "bottom-line": "bottom line",
  summary: "summary",
  "figure-label": "figures",
  "chart-title": "chart",
  timeline: "timeline",
  quote: "quotes",
  claim: "caveats",
  caveat: "caveats",
  implication: "implications",
  question: "questions",
  why: "questions",
  answer: "questions",
  ask: "decision",
  option: "decision",
  recommendation: "decision",
};

const countWords = (text = ""): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

function longestOf(parts: ReadonlyMap<string, number>): string {
  const [first, second] = [...parts].sort(([, a], [, b]) => b - a);
  return [first, second]
    .flatMap((part) => (part === undefined ? [] : [`the ${part[0]} (${part[1]})`]))
    .join(" and ");
}
