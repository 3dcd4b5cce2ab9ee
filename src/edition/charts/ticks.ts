/** Round values that span `low` to `high`: about `count` of them, a step of 1, 2 or 5 times a power of ten apart. */
export function ticksAround(low: number, high: number, count: number): number[] {
  const step = roundStep((high - low) / count);
  const first = Math.floor(low / step + TOLERANCE);
  const last = Math.ceil(high / step - TOLERANCE);
  return Array.from({ length: last - first + 1 }, (_, index) => multiple(first + index, step));
}

/** The round values inside `low` to `high`. */
export function ticksWithin(low: number, high: number, count: number): number[] {
  return ticksAround(low, high, count).filter((tick) => tick >= low && tick <= high);
}

/** So that 0.3 / 0.1 counts as 3. */
const TOLERANCE = 1e-9;

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= rough * (1 - TOLERANCE)) ?? 10;
  return factor * power;
}

/** Without the noise of binary fractions: 3 × 0.1 is 0.3. */
const multiple = (times: number, step: number): number => Number((times * step).toPrecision(12));
