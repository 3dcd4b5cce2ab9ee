/** Red, green and blue from 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number];

export const BLACK: Colour = [0, 0, 0];
export const WHITE: Colour = [1, 1, 1];

/** The colour of one, three or four components; undefined for a pattern or another space of colours. */
export function colourOf(components: readonly unknown[]): Colour | undefined {
  if (!components.every((component) => typeof component === "number")) return undefined;
  const [first = 0, second = 0, third = 0, black = 0] = components;
  if (components.length === 1) return [first, first, first];
  if (components.length === 3) return [first, second, third];
  if (components.length !== 4) return undefined;
  return [(1 - first) * (1 - black), (1 - second) * (1 - black), (1 - third) * (1 - black)];
}

/** `colour` laid over `ground` with the given opacity. */
export const blend = (colour: Colour, ground: Colour, opacity: number): Colour => [
  colour[0] * opacity + ground[0] * (1 - opacity),
  colour[1] * opacity + ground[1] * (1 - opacity),
  colour[2] * opacity + ground[2] * (1 - opacity),
];

/** Contrast of two colours from 1 to 21 (WCAG 2.2, “contrast ratio”). */
export function contrastOf(one: Colour, other: Colour): number {
  const [light, dark] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminanceOf([red, green, blue]: Colour): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

const linear = (channel: number): number =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
