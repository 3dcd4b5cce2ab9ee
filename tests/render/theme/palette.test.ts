import { readdirSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openColourSpace } from "../../../src/render/theme/colour-space.ts";
import { contrastOf } from "../../../src/render/theme/contrast.ts";
import { SCHEMES, type Shades } from "../../../src/render/theme/swatch.ts";
import { COLOUR_ROLES, type Tokens } from "../../../src/render/theme/token.ts";
import { bundledSet } from "./bundled-set.ts";
import { paletteOf, type WrittenColours } from "./palette-of.ts";

const SETS = readdirSync(path.resolve(import.meta.dirname, "../../../templates")).sort();

/** Colours such as brands have, and some that none should have. */
const NAMED = {
  "signal yellow": "#ffcc00",
  "pure yellow": "#ffff00",
  cream: "#fff4d6",
  gold: "#b8860b",
  orange: "#ff6600",
  "burnt orange": "#bf5700",
  "traffic red": "#cc0605",
  "pure red": "#ff0000",
  crimson: "#9b1c31",
  maroon: "#4a0e17",
  pink: "#ff69b4",
  magenta: "#e20074",
  "pale pink": "#ffd9e6",
  plum: "#5b2a6e",
  violet: "#7f00ff",
  lavender: "#c5b4e3",
  navy: "#0b1f4b",
  "royal blue": "#1d4ed8",
  "pure blue": "#0000ff",
  "sky blue": "#5bc2f0",
  cyan: "#00ffff",
  teal: "#008080",
  petrol: "#00525b",
  mint: "#98ff98",
  "neon green": "#39ff14",
  "racing green": "#004225",
  olive: "#6b6b1f",
  brown: "#5c4033",
  "near-black": "#0c0c0c",
  black: "#000000",
  "mid grey": "#808080",
  silver: "#c0c0c0",
  "near-white": "#fafafa",
  white: "#ffffff",
};

const hex = fc.integer({ min: 0, max: 0xffffff }).map((rgb) => `#${rgb.toString(16).padStart(6, "0")}`);
const written = fc.oneof(hex, fc.record({ light: hex, dark: hex }), fc.record({ light: hex }));
const anyBrand = fc.dictionary(fc.constantFrom(...COLOUR_ROLES), written, {
  minKeys: 1,
  noNullPrototype: true,
});

/** Pairs that a set declares and a palette does not have, as words. */
function shortfalls(tokens: Tokens, shades: ReadonlyMap<string, Shades>): string[] {
  return Object.entries(tokens).flatMap(([name, token]) => {
    if (token.type !== "colour") return [];
    return token.on.flatMap((ground) =>
      SCHEMES.flatMap((scheme) => {
        const colour = shades.get(name)?.[scheme] ?? "";
        const ratio = contrastOf(colour, shades.get(ground)?.[scheme] ?? "");
        return ratio >= token.contrast ? [] : [`${name} ${colour} on ${ground}, ${scheme}: ${ratio}`];
      }),
    );
  });
}

describe.each(SETS)("the set %s", async (name) => {
  const set = await bundledSet(name);
  const numRuns = name === "executive" ? 200 : 50;
  const { tokens } = set.manifest;
  const check = async (colours: WrittenColours) => {
    const { shades, findings } = await paletteOf(set, colours);
    expect(findings.filter(({ severity }) => severity !== "info")).toEqual([]);
    expect(shortfalls(tokens, shades)).toEqual([]);
    for (const { light, dark } of shades.values()) expect(light + dark).toMatch(/^(?:#[0-9a-f]{6}){2}$/i);
  };

  test("has its contrasts without a brand", () => check({}));

  test.each(Object.entries(NAMED))("has them with the accent %s", (_name, accent) => check({ accent }));

  test("has them with any accent", () =>
    fc.assert(
      fc.asyncProperty(hex, (accent) => check({ accent })),
      { numRuns },
    ));

  test("has them with any colours of a brand", () =>
    fc.assert(fc.asyncProperty(anyBrand, check), { numRuns }));
});

test.each(Object.entries(NAMED))("words in %s keep its hue", async (_name, accent) => {
  const space = await openColourSpace();
  const { shades } = await paletteOf(await bundledSet("executive"), { accent });
  const before = space.toOklch(accent);
  for (const scheme of SCHEMES) {
    const after = space.toOklch(shades.get("accent")?.[scheme] ?? "");
    const turn = Math.abs(((after.h - before.h + 540) % 360) - 180);
    // Eight bits a channel tell the hues of greys poorly apart.
    if (before.c > 0.02 && after.c > 0.02) expect(turn).toBeLessThan(3);
    expect(after.c).toBeLessThan(before.c + 0.005);
  }
});
