import type { DenseText } from "./dense-text.ts";
import { placesOf, type Span } from "./occurrences.ts";
import type { PromisedItem, PromisedText } from "./promises.ts";

/** Where the items of all lists stand. */
export interface Placement {
  /** The place of each item by list and position; undefined for one that is not there. */
  readonly places: readonly (readonly (Span | undefined)[])[];
  /** Places of texts that stand nowhere else. */
  readonly sure: readonly Span[];
}

/** More places than this are not weighed against each other: the first after the item before is taken. */
const PLACES_MAX = 40;
/** What it costs to stand before the item before: more than any distance. */
const BACKWARDS = 1e7;

/** Finds the place of each item by the text that it is known by. */
export function placeItems(lists: readonly (readonly PromisedItem[])[], seen: DenseText): Placement {
  const candidates = lists.map((list) => list.map(({ anchor }) => placesOf(anchor, seen)));
  const sure = candidates.flat().flatMap((spans) => (spans.length === 1 ? spans : []));
  const places = lists.map((list, index) =>
    likeliestPlaces(
      list,
      (candidates[index] ?? []).map((spans) => withoutClaimed(spans, sure)),
      seen,
    ),
  );
  return { places, sure };
}

/** A label that is repeated within a sentence of another item stands for that item there. */
function withoutClaimed(spans: readonly Span[], sure: readonly Span[]): readonly Span[] {
  if (spans.length < 2) return spans;
  const own = spans.filter(
    ({ start, end }) =>
      !sure.some(
        (other) => start >= other.start && end <= other.end && end - start < other.end - other.start,
      ),
  );
  return own.length > 0 ? own : spans;
}

/** One place of an item, reached from the cheapest place of the item before. */
interface Step {
  /** Position of the item in its list. */
  readonly item: number;
  readonly span: Span;
  readonly cost: number;
  readonly before: Step | undefined;
}

/**
 * The way through the places of a list’s items that is shortest: items follow one another closely, and their parts stand
 * beside them.
 */
function likeliestPlaces(
  items: readonly PromisedItem[],
  candidates: readonly (readonly Span[])[],
  seen: DenseText,
): (Span | undefined)[] {
  let steps: readonly Step[] = [];
  for (const [index, item] of items.entries()) {
    const spans = fewEnough(candidates[index] ?? [], steps);
    const next = spans.map((span) =>
      cheapestStep(index, span, steps, spans.length > 1 ? costOf(item, span, seen) : 0),
    );
    if (next.length > 0) steps = next;
  }
  return unwind(items.length, steps);
}

function fewEnough(spans: readonly Span[], steps: readonly Step[]): readonly Span[] {
  if (spans.length <= PLACES_MAX) return spans;
  const after = Math.min(...steps.map(({ span }) => span.end), Number.POSITIVE_INFINITY);
  const [first = spans[0]] = spans.filter(({ start }) => steps.length === 0 || start >= after);
  return first === undefined ? [] : [first];
}

function cheapestStep(item: number, span: Span, steps: readonly Step[], own: number): Step {
  let best: Step = { item, span, cost: own, before: undefined };
  for (const [index, step] of steps.entries()) {
    const gap = span.start - step.span.end;
    const cost = step.cost + own + (gap >= 0 ? gap : BACKWARDS - gap);
    if (index === 0 || cost < best.cost) best = { item, span, cost, before: step };
  }
  return best;
}

/** How far the parts of an item are from a place of it. */
function costOf(item: PromisedItem, { start, end }: Span, { text }: DenseText): number {
  const distanceOf = ({ wanted }: PromisedText) =>
    wanted.reduce((least, part) => {
      const behind = text.indexOf(part, end);
      const before = start < part.length ? -1 : text.lastIndexOf(part, start - part.length);
      return Math.min(
        least,
        behind < 0 ? least : behind - end,
        before < 0 ? least : start - before - part.length,
      );
    }, text.length);
  return item.parts.reduce((sum, part) => sum + distanceOf(part), 0);
}

/** Follows the cheapest way back. */
function unwind(count: number, steps: readonly Step[]): (Span | undefined)[] {
  const places: (Span | undefined)[] = Array.from({ length: count });
  let step = steps.reduce<Step | undefined>(
    (best, other) => (best === undefined || other.cost < best.cost ? other : best),
    undefined,
  );
  for (; step !== undefined; step = step.before) places[step.item] = step.span;
  return places;
}
