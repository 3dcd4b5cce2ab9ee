import type { ColourSpace } from "./colour-space.ts";
import { isLight, leastContrast } from "./contrast.ts";

/**
 * The colour nearest to `colour` that has at least `contrast` on every one of `grounds`: its lightness is moved, its hue and
 * chroma are kept as far as screens can show them. Undefined where neither black nor white has it.
 */
export function reachContrast(
  colour: string,
  grounds: readonly string[],
  contrast: number,
  space: ColourSpace,
): string | undefined {
  if (leastContrast(colour, grounds) >= contrast) return colour;
  return nearest(colour, (candidate) => leastContrast(candidate, grounds) >= contrast, space);
}

/** The ground nearest to `ground` on which dark words can have at least `contrast`, or light ones where it is not `isForDark`. */
export function reachGround(
  ground: string,
  contrast: number,
  isForDark: boolean,
  space: ColourSpace,
): string {
  const extreme = isForDark ? "#000000" : "#ffffff";
  const suits = (candidate: string) => leastContrast(extreme, [candidate]) >= contrast;
  return suits(ground) ? ground : (nearest(ground, suits, space) ?? (isForDark ? "#ffffff" : "#000000"));
}

/** Whether words on `ground` are dark. */
export const takesDarkWords = (ground: string): boolean => isLight(ground);

/** Halvings of the way to black or white; 8 bits a channel tell no finer lightness apart. */
const HALVINGS = 20;

/** The nearest lightness at which `suits` holds, on the way to black or to white, whichever is shorter. */
function nearest(
  colour: string,
  suits: (candidate: string) => boolean,
  space: ColourSpace,
): string | undefined {
  const { l, c, h } = space.toOklch(colour);
  const found = [0, 1].flatMap((end) => {
    if (!suits(space.toHex({ l: end, c, h }))) return [];
    let failing = l;
    let suiting = end;
    for (let step = 0; step < HALVINGS; step += 1) {
      const middle = (failing + suiting) / 2;
      if (suits(space.toHex({ l: middle, c, h }))) suiting = middle;
      else failing = middle;
    }
    return [{ hex: space.toHex({ l: suiting, c, h }), way: Math.abs(suiting - l) }];
  });
  return found.sort((one, other) => one.way - other.way)[0]?.hex;
}
