import { RIGHT_TO_LEFT } from "../pdf/logical-line.ts";
import { type DenseText, dense } from "./dense-text.ts";
import type { PromisedText } from "./promises.ts";

/** A stretch of a dense text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a promised text stands, in any of its forms, within a stretch or anywhere. */
export function placesOf({ texts, wanted, isExact }: PromisedText, seen: DenseText, within?: Span): Span[] {
  const places = wanted.flatMap((text) => occurrencesOf(text, seen, isExact, within));
  if (places.length > 0) return places;
  return texts
    .filter((text) => RIGHT_TO_LEFT.test(text))
    .flatMap((text) => placesOfWords(text, seen, within));
}

/**
 * A file does not tell whether a number at the edge of Hebrew or Arabic words is read before or after them, nor which of two
 * numbers of a range comes first: there it is enough that all words and numbers of a text are seen.
 */
function placesOfWords(text: string, seen: DenseText, within?: Span): Span[] {
  const words = (text.match(WORD_OR_NUMBER) ?? []).map(dense);
  if (words.some((word) => occurrencesOf(word, seen, false, within).length === 0)) return [];
  const longest = words.reduce((one, other) => (other.length > one.length ? other : one), "");
  return occurrencesOf(longest, seen, false, within);
}

/** Without the signs around them, which may be seen on their other side. */
const WORD_OR_NUMBER = /\p{L}[\p{L}\p{M}]*|\p{N}+(?:[.,]\p{N}+)*/gu;

/** Where a text stands; `isExact` for values, which a sign before them would make others. */
function occurrencesOf(wanted: string, seen: DenseText, isExact: boolean, within?: Span): Span[] {
  const spans: Span[] = [];
  if (wanted === "") return spans;
  const limit = within?.end ?? Number.POSITIVE_INFINITY;
  for (let start = seen.text.indexOf(wanted, within?.start ?? 0); start >= 0; ) {
    const end = start + wanted.length;
    if (end > limit) break;
    if (isWhole(start, end, seen, isExact)) spans.push({ start, end });
    start = seen.text.indexOf(wanted, start + 1);
  }
  return spans;
}

/** A number’s end is its end: “$2.19” does not stand in “$2.195”, nor a value in the same value with a sign. */
function isWhole(start: number, end: number, { text, breaks }: DenseText, isExact: boolean): boolean {
  const isCutBefore = start > 0 && breaks[start] !== 1;
  const isCutAfter = end < text.length && breaks[end] !== 1;
  const first = text.charAt(start);
  const last = text.charAt(end - 1);
  if (isCutBefore && (isExact ? SIGN_OR_NUMBER : NUMBER_BEFORE).test(text.slice(start - 2, start))) {
    if (isExact || isDigit(first)) return false;
  }
  if (isCutAfter && isDigit(last) && NUMBER_AFTER.test(text.slice(end, end + 2))) return false;
  return true;
}

const isDigit = (character: string): boolean => character >= "0" && character <= "9";
const NUMBER_BEFORE = /\d[.,]?$/;
const SIGN_OR_NUMBER = /(?:\d[.,]?|[-+−±–~≈<>$€£¥])$/;
const NUMBER_AFTER = /^(?:\d|[.,]\d)/;
