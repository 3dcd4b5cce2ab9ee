/** Round values that span `low` to `high`, three to five of them, and no wider than they must. */
export function ticksAround(low: number, high: number): number[] {
  const candidates = roundSteps(high - low)
    .map((step) => multiplesOf(step, Math.floor(low / step + TOLERANCE), Math.ceil(high / step - TOLERANCE)))
    .filter((ticks) => ticks.length >= 3 && ticks.length <= 5)
    .sort((one, other) => spanOf(one) - spanOf(other) || one.length - other.length);
  return candidates[0] ?? [low, high];
}

/** Round values inside `low` to `high`: as many as there are up to `most`. */
export function ticksWithin(low: number, high: number, most: number): number[] {
  const candidates = roundSteps(high - low)
    .map((step) => multiplesOf(step, Math.ceil(low / step - TOLERANCE), Math.floor(high / step + TOLERANCE)))
    .filter((ticks) => ticks.length <= most)
    .sort((one, other) => other.length - one.length);
  return candidates[0] ?? [];
}

/** So that 0.3 / 0.1 counts as 3. */
const TOLERANCE = 1e-9;

/** Steps that people count in, around the size of `span`. */
function roundSteps(span: number): number[] {
  const power = Math.floor(Math.log10(span));
  return [power - 1, power, power + 1].flatMap((exponent) =>
    [1, 2, 2.5, 5].map((factor) => Number(`${factor}e${exponent}`)),
  );
}

const multiplesOf = (step: number, first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => multiple(first + index, step));

/** Without the noise of binary fractions: 3 × 0.1 is 0.3. */
const multiple = (times: number, step: number): number => Number((times * step).toPrecision(12));

const spanOf = (ticks: readonly number[]): number => (ticks.at(-1) ?? 0) - (ticks[0] ?? 0);
