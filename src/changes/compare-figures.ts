import type { Brief } from "../brief/schema.ts";
import type { Change } from "./change.ts";
import { matchItems } from "./match-items.ts";
import { movementBetween } from "./movement.ts";
import { isSameWording } from "./plain-text.ts";
import { readQuantity } from "./read-quantity.ts";
import { similarity } from "./similarity.ts";

type Figure = Brief["event"]["figures"][number];

/** Figures that moved, came or went. */
export function compareFigures(
  before: readonly Figure[],
  after: readonly Figure[],
  locale: string,
): Change[] {
  const { pairs, added, removed } = matchItems(before, after, likenessIn(locale), SAME_FIGURE);
  return [
    ...pairs.flatMap(({ before: old, after: now }) => comparePair(old, now, locale)),
    ...added.map(
      ({ label, value }): Change => ({ kind: "figure-added", subject: label, before: null, after: value }),
    ),
    ...removed.map(
      ({ label, value }): Change => ({ kind: "figure-removed", subject: label, before: value, after: null }),
    ),
  ];
}

function comparePair(old: Figure, now: Figure, locale: string): Change[] {
  if (old.value !== now.value) {
    const movement = movementBetween(old.value, now.value, locale);
    const moved: Change = { kind: "figure-moved", subject: now.label, before: old.value, after: now.value };
    return [movement === undefined ? moved : { ...moved, movement }];
  }
  if (isSameWording(old.label, now.label)) return [];
  return [{ kind: "figure-relabelled", subject: now.label, before: old.label, after: now.label }];
}

/** As in compare-caveats.ts; a shared source, unit or number adds to it. */
const SAME_FIGURE = 0.6;

/** The label says what is measured; a shared source, unit or number make it likelier to be the same thing. */
const likenessIn =
  (locale: string) =>
  (before: Figure, after: Figure): number => {
    const hasSharedSource = before.sources.some((source) => after.sources.includes(source));
    const units = [before, after].map(({ value }) => readQuantity(value, locale)?.unit);
    return (
      similarity(before.label, after.label) +
      (hasSharedSource ? 0.1 : 0) +
      (units[0] !== undefined && units[0] === units[1] ? 0.1 : 0) +
      (before.value === after.value ? 0.2 : 0)
    );
  };
