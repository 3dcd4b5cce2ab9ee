import retextEnglish from "retext-english";
import retextRepeatedWords from "retext-repeated-words";
import { type Processor, unified } from "unified";
import { finding } from "../finding.ts";
import type { Rule } from "../rule.ts";
import { GUIDELINES } from "./guidelines.ts";
import { placeOf } from "./place-of.ts";

/** Finds words that stand twice in a row by mistake. */
export const repeatedWord: Rule = {
  code: "repeated-word",
  language: "en",
  source: GUIDELINES.govUk,
  isOnByDefault: true,
  find: (_, passages) =>
    passages.flatMap(({ path, sentences }) =>
      sentences.flatMap((sentence) =>
        // Reading a sentence as a tree takes a hundred times as long as this look.
        !REPEATED.test(sentence.text)
          ? []
          : repeatsIn(sentence.text)
              .filter(({ offset, word }) => !sentence.isVerbatim(offset) && !MEANT.has(word.toLowerCase()))
              .map(({ word, offset }) => finding("repeated-word", { word }, path, placeOf(sentence, offset))),
      ),
    ),
};

const REPEATED = /([\p{L}\p{N}][\p{L}\p{N}’'-]*)\s+\1(?![\p{L}\p{N}])/iu;

/** “What it is is a tax”, “those who do do well”, “the log in in May”. */
const MEANT = new Set(["is", "do", "does", "in", "on", "bye", "so-so"]);

/** The second of each pair. */
function repeatsIn(text: string): { word: string; offset: number }[] {
  return processor.processSync(text).messages.flatMap(({ place }) => {
    if (place === undefined || !("end" in place)) return [];
    const { start, end } = place;
    const pair = text.slice(start.offset, end.offset);
    const word = pair.split(/\s+/).at(-1) ?? pair;
    return [{ word, offset: (end.offset ?? 0) - word.length }];
  });
}

const processor = unified().use(retextEnglish).use(retextRepeatedWords).use(withoutOutput);

/** Only the messages are wanted. */
function withoutOutput(this: Processor): void {
  this.compiler = () => "";
}
