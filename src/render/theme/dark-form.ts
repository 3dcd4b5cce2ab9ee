import type { ColourSpace, Oklch } from "./colour-space.ts";
import type { ColourRole, ColourToken } from "./token.ts";

/** Lightness on a dark screen of what a set says nothing of: near black, near white, and what lies between. */
const LIGHTNESS: Readonly<Record<ColourRole, number>> = {
  paper: 0.19,
  ink: 0.92,
  quiet: 0.74,
  accent: 0.75,
  "on-accent": 0.2,
  tint: 0.25,
  rule: 0.39,
};

/** The least lightness at which a coloured word glows on a dark ground without glaring. */
const MARK_LIGHTNESS = 0.72;
/** The most chroma that a neutral has on a dark screen, where colour weighs more than on paper. */
const NEUTRAL_CHROMA = 0.02;
/** Chroma from which a colour is one, and no grey. */
const COLOURED = 0.05;
/** Contrast from which a token is something to be read or recognised, and no area. */
const MARK_CONTRAST = 3;

/**
 * The form of `colour` for dark screens: neutrals turn round and keep a breath of their hue, words and marks become lighter,
 * and an area, which needs no contrast with what is around it, stays as it is. `own` is the dark colour of the set.
 */
export function darkForm(
  colour: string,
  token: Pick<ColourToken, "role" | "on" | "contrast">,
  own: string | undefined,
  space: ColourSpace,
): string {
  const light = space.toOklch(colour);
  const ownLightness = own === undefined ? undefined : space.toOklch(own).l;
  const { role, on, contrast } = token;
  if (role === "accent" || role === undefined) {
    const isMark = on.length > 0 && contrast >= MARK_CONTRAST;
    const isCloudy = light.c < COLOURED;
    const isGlowing = light.l >= MARK_LIGHTNESS;
    if (isMark && (role === "accent" || !isCloudy))
      return isGlowing ? colour : space.toHex({ ...light, l: MARK_LIGHTNESS });
    if (isMark) return neutral(light, ownLightness ?? LIGHTNESS.ink, space);
    if (role === "accent" || !isCloudy) return colour;
    return neutral(light, ownLightness ?? turned(light.l), space);
  }
  const isDarkAlready = GROUNDS.includes(role) ? light.l < 0.5 : light.l > 0.6;
  if (isDarkAlready) return colour;
  return role === "on-accent" ? colour : neutral(light, ownLightness ?? LIGHTNESS[role], space);
}

const GROUNDS: readonly ColourRole[] = ["paper", "tint", "rule"];

const neutral = ({ c, h }: Oklch, l: number, space: ColourSpace): string =>
  space.toHex({ l, c: Math.min(c, NEUTRAL_CHROMA), h });

/** Light grounds become dark ones, in their order: white is the darkest. */
const turned = (lightness: number): number => LIGHTNESS.paper + (1 - lightness) * 0.7;
