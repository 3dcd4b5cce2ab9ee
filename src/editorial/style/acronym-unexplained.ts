import type { Brief } from "../../brief/schema.ts";
import { finding } from "../finding.ts";
import type { Passage, Sentence } from "../passages.ts";
import type { Rule } from "../rule.ts";
import { LONG_FORMS } from "./acronym-long-forms.ts";
import { GUIDELINES } from "./guidelines.ts";
import { isSpeltOut } from "./is-spelt-out.ts";
import { isKnownAcronym } from "./known-acronyms.ts";
import { placeOf } from "./place-of.ts";

/** Finds acronyms that the brief nowhere spells out, each once, where it first stands. */
export const acronymUnexplained: Rule = {
  code: "acronym-unexplained",
  language: "en",
  source: GUIDELINES.plainLanguage,
  isOnByDefault: true,
  find: (brief, passages) => {
    const texts = allTexts(brief, passages);
    const first = new Map<string, { passage: Passage; sentence: Sentence; offset: number }>();
    for (const passage of passages) {
      for (const sentence of passage.sentences) {
        for (const { acronym, offset } of acronymsIn(sentence)) {
          if (!first.has(acronym)) first.set(acronym, { passage, sentence, offset });
        }
      }
    }
    return [...first]
      .filter(([acronym]) => !isKnownAcronym(acronym) && !isSpeltOut(acronym, LONG_FORMS[acronym], texts))
      .map(([acronym, { passage, sentence, offset }]) =>
        finding(
          "acronym-unexplained",
          { acronym, longForm: LONG_FORMS[acronym] },
          passage.path,
          placeOf(sentence, offset),
        ),
      );
  },
};

/** Two to five capitals; more are a brand, such as NVIDIA, or a shout. A digit makes it a product, a standard or a quarter. */
const CAPITALS =
  /(?<![\p{L}\p{N}_.&/@#$€£-])(?:\p{Lu}{2,5}|[A-Z]{1,3}[a-z][A-Z]{1,3})(?=(?:s|’s|'s|-\p{Ll}[\p{L}]+|-\p{Lu}\p{Ll}+)?(?![\p{L}\p{N}_&@]|\.\p{L}|-\d|’\p{L}))/gu;

function acronymsIn(sentence: Sentence): { acronym: string; offset: number }[] {
  if (!/\p{Ll}/u.test(sentence.text)) return [];
  return [...sentence.text.matchAll(CAPITALS)]
    .filter(({ 0: word, index }) => !sentence.isVerbatim(index) && !isPartOfName(sentence.text, word, index))
    .map(({ 0: acronym, index }) => ({ acronym, offset: index }));
}

/** “IFRS 18”, “CAC 40” and “Unity 2023 LTS” are names as a whole; so is what stands after “Nasdaq:”. */
function isPartOfName(text: string, word: string, offset: number): boolean {
  const after = text.slice(offset + word.length);
  const before = text.slice(0, offset);
  return (
    /^[ -]\d+(?![\d.,]*\s*(?:%|per ?cent|million|billion|bn\b|m\b|M\b|k\b|points?|times))/.test(after) ||
    /(?<!^|\. )\p{Lu}\p{L}+ \d+ $/u.test(before) ||
    /\b(?:NYSE|Nasdaq|NASDAQ|LSE|Xetra|ticker):?\s*$/.test(before)
  );
}

/** Everything that may spell an acronym out: the prose, and what the reader sees of speakers, options and sources. */
function allTexts({ event, decision, sources, questions }: Brief, passages: readonly Passage[]): string[] {
  return [
    ...passages.flatMap(({ sentences }) => sentences.map(({ text }) => text).join(" ")),
    ...event.quotes.flatMap(({ by, role }) => [by, role ?? ""]),
    ...questions.map(({ owner }) => owner ?? ""),
    ...(decision?.options ?? []).map(({ label }) => label),
    ...sources.flatMap(({ title, publisher }) => [title, publisher ?? ""]),
  ];
}
