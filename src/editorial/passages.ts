import type { Path } from "../brief/document-positions.ts";
import type { Brief } from "../brief/schema.ts";
import { splitSentences } from "./split-sentences.ts";
import { blockProse, lineProse, type Prose, plainProse } from "./strip-markdown.ts";

/** One text of a brief that is read as prose. */
export interface Passage {
  readonly path: Path;
  readonly kind: PassageKind;
  /** The field’s value as the author wrote it, with Markdown and citations. */
  readonly raw: string;
  /** The paragraphs, list items and cells that the sentences are of. */
  readonly prose: readonly Prose[];
  readonly sentences: readonly Sentence[];
}

/** What a passage is in the brief. */
export type PassageKind =
  | "title"
  | "bottom-line"
  | "summary"
  | "figure-label"
  | "timeline"
  | "quote"
  | "claim"
  | "caveat"
  | "implication"
  | "question"
  | "why"
  | "answer"
  | "ask"
  | "option"
  | "recommendation"
  | "chart-title";

/** A sentence of a passage; where there is none, as in a label, the whole. */
export interface Sentence {
  /** Prose without markup and citations; line breaks and no-break spaces are plain spaces. */
  readonly text: string;
  readonly words: readonly Word[];
  /** Ids of the sources cited within the sentence or right after its full stop. */
  readonly citations: readonly string[];
  /** Where a character of `text` stands in the passage’s `raw`. */
  readonly rawOffsetOf: (offset: number) => number;
  /** Whether a character of `text` is part of code or of a web address. */
  readonly isVerbatim: (offset: number) => boolean;
}

/** A word or number of a sentence, with its place in the sentence’s text. */
export interface Word {
  readonly text: string;
  readonly offset: number;
}

/** Every text of the brief that is prose, in the order of the schema. */
export function passagesOf(brief: Brief): Passage[] {
  const { event, decision } = brief;
  const locale = brief.locale ?? "en";
  const read = (kind: PassageKind, path: Path, raw: string | undefined, proseOf = inLine): Passage[] => {
    if (raw === undefined) return [];
    const prose = proseOf(raw);
    return [{ path, kind, raw, prose, sentences: sentencesOf(prose, locale) }];
  };
  return [
    ...read("title", ["title"], brief.title, asPlain),
    ...read("bottom-line", ["bottomLine"], brief.bottomLine),
    ...read("summary", ["event", "summary"], event.summary, blockProse),
    ...event.figures.flatMap(({ label }, index) =>
      read("figure-label", ["event", "figures", index, "label"], label, asPlain),
    ),
    ...read("chart-title", ["event", "chart", "title"], event.chart?.title, asPlain),
    ...event.timeline.flatMap(({ text }, index) =>
      read("timeline", ["event", "timeline", index, "text"], text),
    ),
    ...event.quotes.flatMap(({ text }, index) => read("quote", ["event", "quotes", index, "text"], text)),
    ...brief.caveats.flatMap(({ claim, caveat }, index) => [
      ...read("claim", ["caveats", index, "claim"], claim),
      ...read("caveat", ["caveats", index, "caveat"], caveat),
    ]),
    ...brief.implications.flatMap(({ text }, index) =>
      read("implication", ["implications", index, "text"], text),
    ),
    ...brief.questions.flatMap(({ question, why, answer }, index) => [
      ...read("question", ["questions", index, "question"], question),
      ...read("why", ["questions", index, "why"], why),
      ...read("answer", ["questions", index, "answer"], answer),
    ]),
    ...read("ask", ["decision", "ask"], decision?.ask),
    ...(decision?.options ?? []).flatMap(({ text }, index) =>
      read("option", ["decision", "options", index, "text"], text),
    ),
    ...read("recommendation", ["decision", "recommendation"], decision?.recommendation),
  ];
}

const inLine = (raw: string): Prose[] => [lineProse(raw)];
const asPlain = (raw: string): Prose[] => [plainProse(raw)];

function sentencesOf(prose: readonly Prose[], locale: string): Sentence[] {
  return prose.flatMap(({ text, rawOffsets, citations, verbatim }) => {
    const breaks = citations.map(({ offset }) => offset);
    return splitSentences(text, locale, breaks).map(({ start, end }) => {
      const sentence = text.slice(start, end);
      const isCitedHere = (offset: number) => (offset > start || start === 0) && offset <= end;
      return {
        text: sentence,
        words: wordsOf(sentence),
        citations: citations.filter(({ offset }) => isCitedHere(offset)).flatMap(({ ids }) => ids),
        rawOffsetOf: (offset) => rawOffsets[start + offset] ?? (rawOffsets[end - 1] ?? 0) + 1,
        isVerbatim: (offset) =>
          verbatim.some((part) => part.start <= start + offset && start + offset < part.end),
      };
    });
  });
}

/** Letters and digits, with the marks inside that do not end a word: 8.5, don’t, one-day, U.S. */
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’.,:/&-](?=[\p{L}\p{N}]))*/gu;

function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ text: word, offset: index }));
}
