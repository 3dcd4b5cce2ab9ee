/** A bar before it has a length: its value, and the width in px of what is written beyond its end. */
export interface UnfitBar {
  readonly value: number;
  readonly labelPx: number;
}

/** Where what is written of a negative bar stands: beyond its end, or on the other side of zero, which saves room. */
export type NegativeLabels = "beyond" | "opposite";

/** Where zero lies, in px, and how many px a unit is long. */
export interface BarScale {
  readonly zero: number;
  readonly perUnit: number;
}

/** The longest bars from a common zero with which nothing goes beyond `left` and `right`: no width is given away. */
export function fitBars(
  bars: readonly UnfitBar[],
  left: number,
  right: number,
  negativeLabels: NegativeLabels = "beyond",
): BarScale {
  const isOpposite = negativeLabels === "opposite";
  const below = bars.filter(({ value }) => value < 0);
  const negative = isOpposite ? below.map((bar) => ({ ...bar, labelPx: 0 })) : below;
  const positive = [
    ...bars.filter(({ value }) => value >= 0),
    ...(isOpposite ? below.map((bar) => ({ ...bar, value: 0 })) : []),
  ];
  const reach = (side: readonly UnfitBar[], perUnit: number) =>
    Math.max(0, ...side.map(({ value, labelPx }) => Math.abs(value) * perUnit + labelPx));
  const largest = Math.max(...bars.map(({ value }) => Math.abs(value)));
  if (largest === 0) return { zero: left, perUnit: 1 };

  let low = 0;
  let high = (right - left) / largest;
  // Halved 40 times, the step is far below a tenth of a px.
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    if (reach(positive, middle) + reach(negative, middle) <= right - left) low = middle;
    else high = middle;
  }
  return { zero: left + reach(negative, low), perUnit: low };
}
