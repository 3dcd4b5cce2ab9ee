import type { Passage, Sentence } from "../passages.ts";
import { hasAmount } from "./has-amount.ts";

/** A phrase to look for, and what to write instead. */
export interface Phrase {
  /** Matched between word borders, in any case. */
  readonly pattern: string;
  readonly advice: string;
  /** Whether a source in the same sentence redeems it. */
  readonly isRedeemedBySource?: boolean;
  /** A number in the same sentence redeems a phrase, but for those that hide who speaks. */
  readonly isRedeemedByAmount?: boolean;
}

/** A phrase found in a sentence of the author. */
export interface PhraseFound {
  readonly passage: Passage;
  readonly sentence: Sentence;
  readonly offset: number;
  readonly phrase: string;
  readonly advice: string;
}

/** The phrases in what the author says: not in the words of others, in questions, beside a number, or in a name. */
export function findPhrases(passages: readonly Passage[], phrases: readonly Phrase[]): PhraseFound[] {
  const patterns = phrases.map((phrase) => ({
    ...phrase,
    regExp: new RegExp(`(?<![\\p{L}\\p{N}-])(?:${phrase.pattern})(?![\\p{L}\\p{N}-])`, "giu"),
  }));
  return passages
    .filter(({ kind }) => !OTHERS_OR_OPEN.includes(kind))
    .flatMap((passage) =>
      passage.sentences.flatMap((sentence) =>
        patterns.flatMap(({ regExp, advice, isRedeemedBySource = false, isRedeemedByAmount = true }) =>
          (isRedeemedBySource && sentence.citations.length > 0) ||
          (isRedeemedByAmount && hasAmount(sentence.text))
            ? []
            : [...sentence.text.matchAll(regExp)]
                .filter(({ 0: found, index }) => isAuthors(sentence, found, index))
                .map(({ 0: phrase, index }) => ({ passage, sentence, offset: index, phrase, advice })),
        ),
      ),
    );
}

/** A quote and a claim are the words of others; a question asks for the amount. */
const OTHERS_OR_OPEN: readonly Passage["kind"][] = ["quote", "claim", "question"];

function isAuthors(sentence: Sentence, found: string, offset: number): boolean {
  const before = sentence.text.slice(0, offset);
  const after = sentence.text.slice(offset + found.length);
  const isCapital = /^\p{Lu}/u.test(found);
  const isName = isCapital && (/^ \p{Lu}/u.test(after) || (offset > 0 && !/[:–—“]\s*$/.test(before)));
  return !isName && !isQuoted(sentence.text, offset) && !sentence.isVerbatim(offset);
}

function isQuoted(text: string, offset: number): boolean {
  const before = text.slice(0, offset);
  const after = text.slice(offset);
  const isOpened = before.lastIndexOf("“") > before.lastIndexOf("”");
  const isClosed = after.includes("”") && (!after.includes("“") || after.indexOf("”") < after.indexOf("“"));
  const straight = before.split('"').length % 2 === 0 && after.includes('"');
  return (isOpened && isClosed) || straight;
}
