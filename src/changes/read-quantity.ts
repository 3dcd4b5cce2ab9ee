import { readQuantities } from "../quantities/read-quantities.ts";

/** A signed number with its unit, scales multiplied out. */
export interface SignedQuantity {
  readonly value: number;
  /** ISO code of a currency, name of a unit, `%`; empty for a count. */
  readonly unit: string;
}

/** The quantity that a figure’s value states; undefined for ranges, years and whatever is not one number. */
export function readQuantity(written: string, locale: string): SignedQuantity | undefined {
  const [only, ...others] = readQuantities(written, locale);
  if (only === undefined || others.length > 0 || /\d/.test(written.replace(only.text, ""))) return undefined;
  return { value: (only.direction === -1 ? -1 : 1) * only.value, unit: only.unit };
}
