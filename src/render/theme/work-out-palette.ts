import type { ColourSpace } from "./colour-space.ts";
import { contrastOf, leastContrast } from "./contrast.ts";
import { darkForm } from "./dark-form.ts";
import { followBrand } from "./follow-brand.ts";
import { reachContrast, reachGround, takesDarkWords } from "./reach-contrast.ts";
import {
  type BrandColours,
  SCHEMES,
  type Scheme,
  type Shades,
  type Shortfall,
  type Swatch,
} from "./swatch.ts";
import type { ColourRole } from "./token.ts";

/** On any one ground black or white has more than this, the root of 21. */
const ALWAYS_REACHED = 4.58;
/** Contrast from which a colour is a mark on its ground. */
const MARK_CONTRAST = 3;

/** What every colour token has come to, and what stood out too little. */
export interface Palette {
  readonly shades: ReadonlyMap<string, Shades>;
  readonly shortfalls: readonly Shortfall[];
}

/** White and a black that is not the blackest: what reads on a colour whose own words do not. */
const WORDS_ON_COLOUR = ["#ffffff", "#111111"] as const;

/**
 * Works out a palette in which every token has its contrast on all its grounds, on light paper and on dark screens. What a
 * theme sets stays as it is written; what a brand gives, and what the set has of its own, is moved as little as it takes.
 */
export function workOutPalette(
  swatches: readonly Swatch[],
  brand: BrandColours,
  space: ColourSpace,
): Palette {
  const [light, dark] = SCHEMES.map((scheme) => settleScheme(scheme, swatches, brand, space));
  return {
    shades: new Map(
      swatches.map(({ name, own }) => [
        name,
        { light: light?.colours.get(name) ?? own.light, dark: dark?.colours.get(name) ?? own.dark },
      ]),
    ),
    shortfalls: [...(light?.shortfalls ?? []), ...(dark?.shortfalls ?? [])],
  };
}

/** Where a colour comes from: it decides who may move it. */
type Origin = "theme" | "brand" | "worked-out" | "own";

function settleScheme(scheme: Scheme, swatches: readonly Swatch[], brand: BrandColours, space: ColourSpace) {
  const byName = new Map(swatches.map((swatch) => [swatch.name, swatch]));
  const colours = new Map<string, string>();
  const shortfalls: Shortfall[] = [];
  const begun = new Set<string>();
  for (const swatch of swatches) settle(swatch);
  return { colours, shortfalls };

  /** Grounds come before what stands on them; a ring of tokens begins with the set’s own colour. */
  function settle(swatch: Swatch): string {
    const known = colours.get(swatch.name);
    if (known !== undefined) return known;
    if (begun.has(swatch.name)) return swatch.own[scheme];
    begun.add(swatch.name);
    const { colour, origin } = wanted(swatch);
    const onGrounds = standOut(swatch, colour, origin);
    const settled = bear(swatch, onGrounds, origin);
    colours.set(swatch.name, settled);
    return settled;
  }

  function wanted(swatch: Swatch): { colour: string; origin: Origin } {
    const { chosen, own, token } = swatch;
    if (chosen !== undefined) {
      const colour = chosen[scheme];
      if (colour !== undefined) return { colour, origin: chosen.from === "brand" ? "brand" : "theme" };
      // What the set has the same on every screen, such as the ground of pictures, stays the same.
      const isSteady = own.light === own.dark;
      const dark = isSteady ? chosen.light : darkForm(chosen.light, token, own.dark, space);
      return { colour: dark, origin: "worked-out" };
    }
    const followed = followBrand(swatch, { scheme, brand, space, settled: settledRole });
    return followed === undefined
      ? { colour: own[scheme], origin: scheme === "dark" && swatch.isDarkWorkedOut ? "worked-out" : "own" }
      : { colour: followed, origin: "worked-out" };
  }

  function settledRole(role: ColourRole) {
    const swatch = swatches.find(({ token }) => token.role === role);
    return swatch && { swatch, colour: settle(swatch) };
  }

  /** The colour as words or marks: moved until it stands out from all its grounds. */
  function standOut(swatch: Swatch, colour: string, origin: Origin): string {
    const { token, own } = swatch;
    const grounds = groundsOf(swatch);
    const tones = grounds.map((ground) => ground.colour);
    if (leastContrast(colour, tones) >= token.contrast) return colour;
    const reach = () => reachContrast(colour, tones, token.contrast, space);
    const isSetAtFault = origin === "own" && grounds.every(({ isOwn }) => isOwn);
    if (origin === "theme" || origin === "brand" || isSetAtFault) {
      const nearest = reach();
      const [worst] = grounds.toSorted(
        (one, other) => contrastOf(colour, one.colour) - contrastOf(colour, other.colour),
      );
      if (worst !== undefined) {
        const ratio = contrastOf(colour, worst.colour);
        shortfalls.push({
          ...{ swatch, scheme, colour, against: worst, isGround: false, ratio },
          ...{ needed: token.contrast, nearest },
        });
      }
      return origin === "brand" ? (nearest ?? colour) : colour;
    }
    const others = [
      ...(origin === "own" || token.role === "on-accent" ? [own[scheme], own[otherOf(scheme)]] : []),
      ...(token.role === "on-accent" ? WORDS_ON_COLOUR : []),
    ];
    return others.find((other) => leastContrast(other, tones) >= token.contrast) ?? reach() ?? colour;
  }

  function groundsOf({ name, token }: Swatch) {
    return token.on.flatMap((ground) => {
      const swatch = byName.get(ground);
      if (swatch === undefined || ground === name) return [];
      const colour = settle(swatch);
      return [{ name: ground, colour, isOwn: colour === swatch.own[scheme] }];
    });
  }

  /** The colour as a ground: moved until the words that stand on it can have their contrast at all. */
  function bear(swatch: Swatch, colour: string, origin: Origin): string {
    const demands = swatches
      .filter(({ name, token }) => name !== swatch.name && token.on.includes(swatch.name))
      .filter(({ token }) => token.on.length > 1 || token.contrast > ALWAYS_REACHED)
      .map((words) => ({ words, isForDark: isForDarkWords(words, swatch, colour) }))
      .sort((one, other) => other.words.token.contrast - one.words.token.contrast);
    let ground = colour;
    for (const { words, isForDark } of demands) {
      const { contrast } = words.token;
      const nearest = reachGround(ground, contrast, isForDark, space);
      if (nearest === ground) continue;
      if (origin === "theme" || origin === "brand") {
        const extreme = isForDark ? "#000000" : "#ffffff";
        shortfalls.push({
          ...{ swatch, scheme, colour, isGround: true, ratio: contrastOf(extreme, colour) },
          ...{ against: { name: words.name, colour: extreme }, needed: contrast, nearest },
        });
      }
      if (origin === "theme") return colour;
      ground = nearest;
    }
    return ground;
  }

  /** Words on several grounds are dark or light by the first; on a mark they are the opposite of it. */
  function isForDarkWords({ token }: Swatch, ground: Swatch, colour: string): boolean {
    const first = byName.get(token.on[0] ?? "");
    if (first !== undefined && first.name !== ground.name) return takesDarkWords(settle(first));
    const [below] = ground.token.contrast >= MARK_CONTRAST ? groundsOf(ground) : [];
    return below === undefined ? takesDarkWords(colour) : !takesDarkWords(below.colour);
  }
}

const otherOf = (scheme: Scheme): Scheme => (scheme === "light" ? "dark" : "light");
