import type { Movement } from "./change.ts";
import { readQuantity } from "./read-quantity.ts";

/** How a figure’s value moved; undefined where the two are not numbers of one unit, or the same number. */
export function movementBetween(before: string, after: string, locale: string): Movement | undefined {
  const [old, now] = [readQuantity(before, locale), readQuantity(after, locale)];
  if (old === undefined || now === undefined || old.unit !== now.unit || old.value === now.value)
    return undefined;
  const change = now.value - old.value;
  const isShare = old.unit === "%";
  return {
    direction: change > 0 ? "up" : "down",
    difference: rounded(Math.abs(change)),
    unit: now.unit,
    percent: isShare || old.value === 0 ? null : rounded((Math.abs(change) / Math.abs(old.value)) * 100),
  };
}

/** Six digits: what a difference of two decimal numbers carries beyond is noise of the binary form. */
const rounded = (number: number): number => Number(number.toPrecision(6));
