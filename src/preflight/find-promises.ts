import type { DenseText } from "./dense-text.ts";
import { placesOf, type Span } from "./occurrences.ts";
import { placeItems } from "./place-items.ts";
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

/**
 * Looks for every promised text. Items are known by their longest text, in the order of their list; their parts must stand
 * between the items before and after, on the same side for all items of a list, so that a value with the label of another is
 * found out.
 */
export function findPromises({ loose, lists }: Promises, seen: DenseText): Search {
  const found: Finding[] = [];
  const failed: Failure[] = [];
  const placed = placeItems(lists, seen);
  for (const [index, list] of lists.entries()) {
    let last = -1;
    for (const [position, { anchor }] of list.entries()) {
      const span = placed.places[index]?.[position];
      if (span === undefined) {
        failed.push({ promise: anchor, kind: "missing", detail: beginningOf(anchor, seen) });
        continue;
      }
      found.push({ promise: anchor, ...span });
      if (span.start < last) failed.push({ promise: anchor, kind: "misplaced", detail: "" });
      last = span.start;
    }
  }
  for (const [index, list] of lists.entries()) {
    const places = placed.places[index] ?? [];
    // Texts that stand in several places may have been taken for one another: they bound their own list alone.
    const own = places.filter((place) => place !== undefined);
    const bounds = [...placed.sure, ...own].sort((one, other) => one.start - other.start);
    findParts(list, places, bounds, seen, found, failed);
  }
  for (const promise of loose) {
    const span = firstWithin(promise, { start: 0, end: seen.text.length }, seen);
    if (span === undefined) failed.push({ promise, kind: "missing", detail: "" });
    else found.push({ promise, ...span });
  }
  return { found, failed };
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

const firstWithin = (promise: PromisedText, window: Span, seen: DenseText): Span | undefined =>
  placesOf(promise, seen, window)[0];

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
