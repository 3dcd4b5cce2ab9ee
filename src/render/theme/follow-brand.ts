import type { ColourSpace } from "./colour-space.ts";
import { takesDarkWords } from "./reach-contrast.ts";
import type { BrandColours, Scheme, Swatch } from "./swatch.ts";

/** What a colour can follow. */
export interface Surroundings {
  readonly scheme: Scheme;
  readonly brand: BrandColours;
  readonly space: ColourSpace;
  /** The token of a role, and what it has come to. */
  readonly settled: (
    role: "paper" | "ink",
  ) => { readonly swatch: Swatch; readonly colour: string } | undefined;
}

/** Chroma below which a colour has no hue to speak of. */
const COLOURLESS = 0.004;
/** Chroma from which a paper is coloured. */
const COLOURED = 0.03;

/**
 * What a colour becomes that a brand does not name though it names one that this follows: tints and rules take the hue of its
 * accent, or of its paper where that is coloured; quiet words lie between its ink and its paper. Each keeps the distance from
 * the paper that the set gave it. Undefined where the set’s own colour stays.
 */
export function followBrand(swatch: Swatch, surroundings: Surroundings): string | undefined {
  const { role } = swatch.token;
  if (role === "tint" || role === "rule") return breathOfAccent(swatch, surroundings);
  return role === "quiet" ? betweenInkAndPaper(swatch, surroundings) : undefined;
}

function breathOfAccent({ own }: Swatch, { brand, settled, scheme, space }: Surroundings) {
  const paper = settled("paper");
  const source = brand.get("accent") ?? brand.get("paper");
  if (source === undefined || paper === undefined) return undefined;
  // On a paper that is dark by daylight, the set’s own dark colours show what it means.
  const design = scheme === "dark" || !takesDarkWords(paper.colour) ? "dark" : "light";
  const base = space.toOklch(own[design]);
  const ground = space.toOklch(paper.colour);
  const l = ground.l + base.l - space.toOklch(paper.swatch.own[design]).l;
  // A coloured paper and the breath of another hue would mix to mud.
  if (ground.c >= COLOURED) return space.toHex({ ...ground, l });
  const { c, h } = space.toOklch(source.light);
  return space.toHex({ l, c: Math.min(base.c, c), h: c < COLOURLESS ? base.h : h });
}

function betweenInkAndPaper({ own }: Swatch, { brand, settled, scheme, space }: Surroundings) {
  if (!brand.has("ink") && !brand.has("paper")) return undefined;
  const ink = settled("ink");
  const paper = settled("paper");
  if (ink === undefined || paper === undefined) return undefined;
  const lightness = (colour: string) => space.toOklch(colour).l;
  const [ownInk, ownPaper] = [lightness(ink.swatch.own[scheme]), lightness(paper.swatch.own[scheme])];
  const share = ownPaper === ownInk ? 0 : (lightness(own[scheme]) - ownInk) / (ownPaper - ownInk);
  const { l, c, h } = space.toOklch(ink.colour);
  return space.toHex({ l: l + share * (lightness(paper.colour) - l), c, h });
}
