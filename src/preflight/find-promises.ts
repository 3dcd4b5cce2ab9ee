import type { DenseText } from "./dense-text.ts";
import type { PromisedItem, PromisedText, Promises } from "./promises.ts";

/** Where the promised texts were found in a dense text, and which were not. */
export interface Search {
  readonly found: readonly Finding[];
  readonly failed: readonly Failure[];
}

/** A promised text at its place. */
export interface Finding {
  readonly promise: PromisedText;
  readonly start: number;
  readonly end: number;
}

/** A promised text that is not where it should be. */
export interface Failure {
  readonly promise: PromisedText;
  readonly kind: "missing" | "misplaced" | "altered";
  /** What stands in its place, or how much of it is there; empty where nothing can be said. */
  readonly detail: string;
}

/** A stretch of the text. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Looks for every promised text. Items are known by their longest text, in the order of their list; their parts must stand
 * between the items before and after, on the same side for all items of a list, so that a value with the label of another is
 * found out.
 */
export function findPromises({ loose, lists }: Promises, seen: DenseText): Search {
  const found: Finding[] = [];
  const failed: Failure[] = [];
  const claimed = lists.flatMap((list) => list.flatMap(({ anchor }) => onlyPlaceOf(anchor, seen)));
  const placed = lists.map((list) => placeItems(list, seen, claimed));
  for (const [index, list] of lists.entries()) {
    let last = -1;
    for (const [position, { anchor }] of list.entries()) {
      const span = placed[index]?.[position];
      if (span === undefined) {
        failed.push({ promise: anchor, kind: "missing", detail: beginningOf(anchor, seen) });
        continue;
      }
      found.push({ promise: anchor, ...span });
      if (span.start < last) failed.push({ promise: anchor, kind: "misplaced", detail: "" });
      last = span.start;
    }
  }
  const anchors = found
    .map(({ start, end }) => ({ start, end }))
    .sort((one, other) => one.start - other.start);
  for (const [index, list] of lists.entries()) {
    findParts(list, placed[index] ?? [], anchors, seen, found, failed);
  }
  for (const promise of loose) {
    const span = firstWithin(promise, { start: 0, end: seen.text.length }, seen);
    if (span === undefined) failed.push({ promise, kind: "missing", detail: "" });
    else found.push({ promise, ...span });
  }
  return { found, failed };
}

/** The place of a text that stands in one place alone. */
function onlyPlaceOf({ wanted, isExact }: PromisedText, seen: DenseText): Span[] {
  const spans = wanted.flatMap((text) => occurrencesOf(text, seen, isExact));
  return spans.length === 1 ? spans : [];
}

/** The place of each item’s anchor; undefined for one that is not there. */
function placeItems(
  items: readonly PromisedItem[],
  seen: DenseText,
  claimed: readonly Span[],
): (Span | undefined)[] {
  let after = 0;
  return items.map((item) => {
    const all = item.anchor.wanted.flatMap((text) => occurrencesOf(text, seen, item.anchor.isExact));
    // A label that is repeated within a sentence of another item stands for that item there.
    const own = all.filter((span) => !claimed.some((other) => isWithin(span, other)));
    const spans = own.length > 0 ? own : all;
    const span = spans.length < 2 ? spans[0] : likeliest(item, spans, after, seen);
    if (span !== undefined) after = span.end;
    return span;
  });
}

const isWithin = (inner: Span, outer: Span): boolean =>
  inner.start >= outer.start && inner.end <= outer.end && inner.end - inner.start < outer.end - outer.start;

/** Its parts stand nearest to an item’s own text; of places alike, the first after the item before is it. */
function likeliest(
  item: PromisedItem,
  spans: readonly Span[],
  after: number,
  { text }: DenseText,
): Span | undefined {
  const distanceOf = ({ wanted }: PromisedText, { start, end }: Span) =>
    wanted.reduce((least, part) => {
      const behind = text.indexOf(part, end);
      const before = text.lastIndexOf(part, start - part.length);
      const distances = [
        ...(behind < 0 ? [] : [behind - end]),
        ...(before < 0 || start < part.length ? [] : [start - before - part.length]),
      ];
      return Math.min(least, ...distances);
    }, text.length);
  const distances = spans.map((span) =>
    item.parts.reduce((sum, promise) => sum + distanceOf(promise, span), span.start < after ? 1 : 0),
  );
  return spans[distances.indexOf(Math.min(...distances))];
}

function findParts(
  items: readonly PromisedItem[],
  places: readonly (Span | undefined)[],
  anchors: readonly Span[],
  seen: DenseText,
  found: Finding[],
  failed: Failure[],
): void {
  const kinds = new Set(items.flatMap(({ parts }) => parts.map(({ kind }) => kind)));
  const windows = places.map((place) => (place === undefined ? undefined : windowsOf(place, anchors)));
  // Parts of an item that is lost itself may stand anywhere: one loss is told once.
  const anywhere = { start: 0, end: seen.text.length };
  for (const kind of kinds) {
    const sides = SIDES.map((side) => {
      const spans = windows.map((window) => window?.[side]);
      return findOnSide(kind, items, spans, anywhere, seen);
    });
    const [best] = sides.sort((one, other) => one.failed.length - other.failed.length);
    if (best === undefined) continue;
    found.push(...best.found);
    failed.push(...best.failed.map((failure) => explain(failure, windows, seen)));
  }
}

const SIDES = ["after", "before"] as const;
type Windows = Readonly<Record<(typeof SIDES)[number], Span>>;

/** What lies between an item’s anchor and the anchors next to it. */
function windowsOf({ start, end }: Span, anchors: readonly Span[]): Windows {
  const next = anchors.find((anchor) => anchor.start >= end)?.start ?? Number.POSITIVE_INFINITY;
  const previous = anchors.findLast((anchor) => anchor.end <= start)?.end ?? 0;
  return { after: { start: end, end: next }, before: { start: previous, end: start } };
}

interface PartFailure {
  readonly promise: PromisedText;
  readonly window: Span;
}

function findOnSide(
  kind: string,
  items: readonly PromisedItem[],
  windows: readonly (Span | undefined)[],
  anywhere: Span,
  seen: DenseText,
): { found: Finding[]; failed: PartFailure[] } {
  const found: Finding[] = [];
  const failed: PartFailure[] = [];
  for (const [index, { parts }] of items.entries()) {
    const window = windows[index] ?? anywhere;
    let { start } = window;
    for (const promise of parts) {
      if (promise.kind !== kind) continue;
      const span = firstWithin(promise, { start, end: window.end }, seen);
      if (span === undefined) failed.push({ promise, window });
      else found.push({ promise, ...span });
      // Several parts of a kind, such as options, stand in order; the words of a drawing have none.
      if (span !== undefined && kind !== "shown") start = span.end;
    }
  }
  return { found, failed };
}

function firstWithin(promise: PromisedText, window: Span, seen: DenseText): Span | undefined {
  for (const text of promise.wanted) {
    const [first] = occurrencesOf(text, seen, promise.isExact, window);
    if (first !== undefined) return first;
  }
  return undefined;
}

/** Where the text of a missing part went: to another item of its list, or a number that is another one. */
function explain(
  { promise, window }: PartFailure,
  windows: readonly (Windows | undefined)[],
  seen: DenseText,
): Failure {
  const isElsewhere = windows.some(
    (item) =>
      item !== undefined && SIDES.some((side) => firstWithin(promise, item[side], seen) !== undefined),
  );
  if (isElsewhere) return { promise, kind: "misplaced", detail: "" };
  const instead = promise.isExact ? numberIn(seen.text.slice(window.start, window.end)) : undefined;
  if (instead !== undefined) return { promise, kind: "altered", detail: instead };
  return { promise, kind: "missing", detail: beginningOf(promise, seen) };
}

const numberIn = (text: string): string | undefined =>
  /[^\p{L}\p{N}]{0,2}\p{N}[\p{N}.,]*\P{N}?/u.exec(text.slice(-60))?.[0];

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

/** For a text that is there in part: the words after which it ends. */
function beginningOf({ wanted, texts }: PromisedText, { text }: DenseText): string {
  const [whole = ""] = wanted;
  let known = 0;
  for (let step = whole.length; step >= 1; step = Math.floor(step / 2)) {
    while (known + step < whole.length && text.includes(whole.slice(0, known + step))) known += step;
  }
  if (known < Math.min(15, whole.length / 2)) return "";
  return lastWordsBefore(texts[0] ?? "", known / whole.length);
}

/** The words that end at about a share of a text. */
function lastWordsBefore(text: string, share: number): string {
  const words = text.trim().split(/\s+/);
  const count = Math.max(1, Math.round(words.length * share));
  return words.slice(Math.max(0, count - 4), count).join(" ");
}
