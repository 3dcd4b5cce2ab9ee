import { finding } from "../finding.ts";
import type { Passage, Sentence } from "../passages.ts";
import type { Rule } from "../rule.ts";
import { GUIDELINES } from "./guidelines.ts";
import { placeOf } from "./place-of.ts";

/** Finds the straight quotation marks and apostrophes of a text, with one finding for all. */
export const straightQuote: Rule = {
  code: "straight-quote",
  language: "any",
  source: GUIDELINES.govUk,
  isOnByDefault: true,
  find: (brief, passages) =>
    passages.flatMap((passage) => {
      const found = straightIn(passage);
      const [first] = found;
      if (first === undefined) return [];
      const { sentence, offset } = first;
      const written = around(sentence.text, offset);
      const rewrite = curled(written, sentence.text, offset, quotesOf(brief.locale));
      return [
        finding(
          "straight-quote",
          { count: found.length, written, rewrite },
          passage.path,
          placeOf(sentence, offset),
        ),
      ];
    }),
};

function straightIn({ sentences }: Passage): { sentence: Sentence; offset: number }[] {
  return sentences.flatMap((sentence) =>
    [...sentence.text.matchAll(/["']/g)]
      .map(({ index }) => ({ sentence, offset: index }))
      .filter(({ offset }) => !sentence.isVerbatim(offset) && !isMeasure(sentence.text, offset)),
  );
}

/** 6'2", a 24" screen: feet and inches, if no quotation is open. */
function isMeasure(text: string, offset: number): boolean {
  const before = text.slice(0, offset);
  const isOpen = before.split(text.charAt(offset)).length % 2 === 0;
  return /\d$/.test(before) && !isOpen && !/^.\p{L}/u.test(text.slice(offset));
}

/** The word with the mark. */
function around(text: string, offset: number): string {
  const start = text.slice(0, offset).search(/\S*$/);
  const end = offset + (/^\S*/.exec(text.slice(offset))?.[0].length ?? 0);
  return text.slice(start, end).replace(/[.,;:?!]+$/, "");
}

const QUOTES: Readonly<Record<string, readonly [string, string]>> = {
  de: ["„", "“"],
  fr: ["« ", " »"],
  es: ["«", "»"],
  it: ["«", "»"],
  pl: ["„", "”"],
  cs: ["„", "“"],
  ru: ["«", "»"],
};

const quotesOf = (locale = "en"): readonly [string, string] => QUOTES[locale.slice(0, 2)] ?? ["“", "”"];

/** The word with the mark set: an apostrophe, or the quotation mark of the language. */
function curled(
  word: string,
  text: string,
  offset: number,
  [open, close]: readonly [string, string],
): string {
  const isDoubleOpen = text.slice(0, offset).split('"').length % 2 === 1;
  let isOpen = !isDoubleOpen;
  return word
    .replace(/^'(?=\p{L}|\d)(?!\d\ds)/u, text.slice(offset + 1).includes("'") ? "‘" : "’")
    .replaceAll("'", "’")
    .replaceAll('"', () => {
      isOpen = !isOpen;
      return isOpen ? open : close;
    });
}
