/**
 * The ends of a value axis for marks that show by their place: at zero if that is not far, else close to the data; at the
 * author’s start if there is one.
 */
export function valueDomain(
  values: readonly number[],
  axisStart: number | undefined,
): [low: number, high: number] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (axisStart !== undefined)
    return [axisStart, high > axisStart ? high : axisStart + (Math.abs(axisStart) || 1)];
  if (low === high) return aroundOne(low);
  if (low > 0 && low <= high * NEAR_ZERO) return [0, high];
  if (high < 0 && high >= low * NEAR_ZERO) return [low, 0];
  return [low, high];
}

/** With values from 35 to 100 an axis from zero costs a third of the height: as far as it is worth it. */
const NEAR_ZERO = 0.35;

/** Equal values lie in the middle, or on zero. */
function aroundOne(value: number): [number, number] {
  if (value === 0) return [0, 1];
  return value > 0 ? [0, value * 2] : [value * 2, 0];
}
