/** The contrast of two colours, `#rrggbb` each, from 1 to 21 (WCAG 2.2, “contrast ratio”). */
export function contrastOf(one: string, other: string): number {
  const [lower = 0, higher = 0] = [luminanceOf(one), luminanceOf(other)].sort((left, right) => left - right);
  return (higher + FLARE) / (lower + FLARE);
}

/** The least contrast that `colour` has on any of `grounds`; of none it is the greatest there is. */
export const leastContrast = (colour: string, grounds: readonly string[]): number =>
  Math.min(21, ...grounds.map((ground) => contrastOf(colour, ground)));

/** Whether black stands out from `colour` more than white does. */
export const isLight = (colour: string): boolean =>
  contrastOf(colour, "#000000") >= contrastOf(colour, "#ffffff");

/** A ratio as people write it: `4.5:1`; rounded down, so that 4.49 does not look like enough. */
export const ratioInWords = (ratio: number): string => `${Math.floor(ratio * 10) / 10}:1`;

/** Light of the room on a screen, as WCAG counts it. */
const FLARE = 0.05;

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
function luminanceOf(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16)));
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
