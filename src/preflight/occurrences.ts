import type { DenseText } from "./dense-text.ts";

/** A stretch of a dense text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a text stands; `isExact` for values, which a sign before them would make others. */
export function occurrencesOf(wanted: string, seen: DenseText, isExact: boolean, within?: Span): Span[] {
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
