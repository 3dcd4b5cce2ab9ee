/** A number that says how much or how many, read from a text. */
export interface Quantity {
  /** As written, with sign, currency, scale and unit. */
  readonly text: string;
  /** Where `text` begins, in UTF-16 code units. */
  readonly offset: number;
  /** The digits (or number words) alone, with a currency sign right before them. */
  readonly numeral: string;
  /** Where `numeral` begins. */
  readonly numeralOffset: number;
  /** The size without sign, with its scale: 600 bn is 6e11. */
  readonly value: number;
  readonly kind: QuantityKind;
  /** ISO code of a currency, name of a unit; empty for a count. */
  readonly unit: string;
  /** −1 for a fall or a minus, 1 for a rise or a plus, 0 where the text does not say. */
  readonly direction: -1 | 0 | 1;
  /** Whether the text says that it is rounded: “about”, “almost”, “~”. */
  readonly isApproximate: boolean;
  /** How much one step of the last digit written is worth: 1e5 for “5.6 M”. */
  readonly step: number;
}

/** What a quantity measures; only the same kinds can be the same number. */
export type QuantityKind = "money" | "percent" | "multiple" | "time" | "measure" | "count";

/** Whether two quantities are one number, however written; a fall of 17% and a rise of 17% are not. */
export const isSameQuantity = (a: Quantity, b: Quantity): boolean =>
  hasSameUnit(a, b) && isClose(a.value, b.value, SAME) && a.direction * b.direction !== -1;

/** Whether two quantities can be compared: the same currency, share, time or unit; a bare number fits any unit but money and percent. */
export function hasSameUnit(a: Quantity, b: Quantity): boolean {
  if (a.kind === b.kind) return a.unit === b.unit;
  const isBareBeside = (bare: Quantity, other: Quantity) =>
    bare.kind === "count" && other.kind !== "money" && other.kind !== "percent";
  return isBareBeside(a, b) || isBareBeside(b, a);
}

/** Whether one of the two is the other rounded, in two digits at least or where the text says that it is rounded. */
export function isRounding(a: Quantity, b: Quantity): boolean {
  const [coarse, fine] = a.step >= b.step ? [a, b] : [b, a];
  const isClear = coarse.isApproximate || coarse.value / coarse.step >= TWO_DIGITS;
  return isClear && Math.abs(coarse.value - fine.value) <= coarse.step / 2 + SAME * coarse.value;
}

/** Whether a percentage is the change from one number to another, rounded: about 10% from ¥162 to ¥146. */
export function isChangeBetween(share: Quantity, from: Quantity, to: Quantity): boolean {
  if (share.unit !== "%" || from.kind !== to.kind || from.unit !== to.unit || from.value === 0) return false;
  const change = (Math.abs(to.value - from.value) / from.value) * 100;
  return Math.abs(change - share.value) <= ROUNDED_TO / 2;
}

/** Changes are given in whole percents at the coarsest. */
const ROUNDED_TO = 1;

/** Whether two numbers differ by no more than a share of the larger. */
export const isClose = (a: number, b: number, share: number): boolean =>
  Math.abs(a - b) <= share * Math.max(a, b);

/** Sums of binary fractions are never quite even. */
const SAME = 1e-9;
const TWO_DIGITS = 10;
