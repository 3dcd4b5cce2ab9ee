import type { FitStep } from "./pdf-printer.ts";

/** The design’s own setting: what a brief of the intended length gets. */
export const NOMINAL_STEP: FitStep = { typePt: 11, leading: 1.45, space: 1 };

/** The roomiest and the tightest setting. 9 pt is the least that is read with ease on paper at 1.3 line height. */
const ROOMIEST: FitStep = { typePt: 12.5, leading: 1.5, space: 1.7 };
const TIGHTEST: FitStep = { typePt: 9, leading: 1.3, space: 0.55 };

/**
 * Settings from the roomiest to the tightest. A long brief gives up white space first, then line height, then type size;
 * a short one gains them in the same order.
 */
export const FIT_LADDER: readonly FitStep[] = [
  ...climb("typePt", ROOMIEST, NOMINAL_STEP.typePt, 3),
  ...climb("leading", { ...ROOMIEST, typePt: NOMINAL_STEP.typePt }, NOMINAL_STEP.leading, 1),
  ...climb("space", { ...NOMINAL_STEP, space: ROOMIEST.space }, NOMINAL_STEP.space, 4),
  ...climb("space", NOMINAL_STEP, TIGHTEST.space, 5),
  ...climb("leading", { ...NOMINAL_STEP, space: TIGHTEST.space }, TIGHTEST.leading, 3),
  ...climb("typePt", { ...TIGHTEST, typePt: NOMINAL_STEP.typePt }, TIGHTEST.typePt, 8),
  TIGHTEST,
];

/**
 * A guess at the rung that a page of so many words will need, rather too roomy: how far a page is over tells more than that
 * it fits. The words of a full sheet times {@link sizeOf} its rung are 56,000 to 61,000 on the bundled briefs.
 */
export function firstRungFor(words: number): number {
  const size = 60_000 / Math.max(1, words);
  const rung = FIT_LADDER.findIndex((step) => sizeOf(step) <= size);
  return rung < 0 ? FIT_LADDER.length - 1 : rung;
}

/** The height of a page at a step, in any unit: lines take the square of their type’s size, white space a quarter of that. */
function sizeOf({ typePt, leading, space }: FitStep): number {
  return typePt * (typePt * leading + 4 * space);
}

const NOMINAL_RUNG = FIT_LADDER.findIndex((step) => isSame(step, NOMINAL_STEP));

/** How a page was made to fill its sheet. */
export interface Fit extends FitStep {
  /** Rungs from the design’s own setting: 0 is it, positive is tighter, negative roomier. */
  readonly step: number;
}

/** Describes the rung of {@link FIT_LADDER} at `index`. */
export function fitAt(index: number): Fit {
  const step = FIT_LADDER[index] ?? NOMINAL_STEP;
  return { step: index - NOMINAL_RUNG, ...step };
}

/** `count` steps that move one setting from its value in `from` towards `to`, without reaching it. */
function climb(setting: keyof FitStep, from: FitStep, to: number, count: number): FitStep[] {
  return Array.from({ length: count }, (_, index) => ({
    ...from,
    [setting]: round(from[setting] + ((to - from[setting]) * index) / count),
  }));
}

function isSame(left: FitStep, right: FitStep): boolean {
  return left.typePt === right.typePt && left.leading === right.leading && left.space === right.space;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
