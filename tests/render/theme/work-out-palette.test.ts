import { expect, test } from "vitest";
import { loadTemplateSet } from "../../../src/render/template-set.ts";
import { openColourSpace } from "../../../src/render/theme/colour-space.ts";
import { folderOf } from "../folder-of.ts";
import { bundledSet } from "./bundled-set.ts";
import { paletteOf } from "./palette-of.ts";

const executive = await bundledSet("executive");

/** A set with nothing but these tokens, written as YAML. */
async function setWith(tokens: string) {
  const manifest = `name: X\ndescription: Y\ntokens:\n${tokens.replace(/^(?=.)/gm, "  ")}\n`;
  const set = await loadTemplateSet(folderOf({ "template.yaml": manifest, "page.hbs": "", "page.css": "" }));
  if (!set.ok) throw new Error(set.diagnostics[0]?.message);
  return set.value;
}

test("a yellow brand keeps its yellow in the bar, darkens it for words, and says so once", async () => {
  const { shades, findings } = await paletteOf(executive, { accent: "#ffcc00" });
  expect(shades.get("band")).toEqual({ light: "#ffcc00", dark: "#ffcc00" });
  expect(shades.get("accent")).toEqual({ light: "#886b00", dark: "#ffcc00" });
  expect(findings.map(({ code, severity, message }) => ({ code, severity, message }))).toEqual([
    {
      code: "brand-colour-moved",
      severity: "info",
      message:
        "The brand’s accent #ffcc00 has a contrast of 1.3:1 on “tint” (#f6f2e5). Where that is too little, the page has #886b00 for “accent” (4.5:1), #b69000 for “mark” (3:1).",
    },
  ]);
});

test.each([
  ["white, on navy", "#0b1f4b", "#ffffff"],
  ["black, on yellow", "#ffcc00", "#1a1917"],
])("words on the brand’s own colour are %s", async (_what, accent, words) => {
  const { shades } = await paletteOf(executive, { accent });
  expect(shades.get("on-accent")?.light).toBe(words);
});

test("a colour for dark screens that is given is used, and moved where it cannot be read", async () => {
  const good = await paletteOf(executive, { accent: { light: "#0b5394", dark: "#9fc5e8" } });
  expect(good.shades.get("accent")).toEqual({ light: "#0b5394", dark: "#9fc5e8" });
  expect(good.findings).toEqual([]);
  const faint = await paletteOf(executive, { accent: { light: "#0b5394", dark: "#223344" } });
  expect(faint.findings[0]?.message).toMatch(/^The brand’s accent #223344 .* on dark screens\./);
});

test("tints and rules take the hue of the brand’s accent and keep their lightness", async () => {
  const space = await openColourSpace();
  const before = (await paletteOf(executive, {})).shades;
  const after = (await paletteOf(executive, { accent: "#00695c" })).shades;
  const hue = space.toOklch("#00695c").h;
  for (const name of ["tint", "rule", "desk"]) {
    for (const scheme of ["light", "dark"] as const) {
      const own = space.toOklch(before.get(name)?.[scheme] ?? "");
      const now = space.toOklch(after.get(name)?.[scheme] ?? "");
      expect(now.l).toBeCloseTo(own.l, 2);
      if (own.c > 0.005) expect(Math.abs(now.h - hue)).toBeLessThan(12);
    }
  }
});

test.each([
  ["quiet words follow the ink", { ink: "#2b0a3d" }, "quiet"],
  ["the ground of pictures follows the paper", { paper: "#faf6ee" }, "picture"],
])("%s", async (_what, colours, name) => {
  const before = (await paletteOf(executive, {})).shades.get(name);
  const after = (await paletteOf(executive, colours)).shades.get(name);
  expect(after).not.toEqual(before);
});

test("what a brand does not touch stays as the set has it", async () => {
  const before = (await paletteOf(executive, {})).shades;
  const after = (await paletteOf(executive, { accent: "#00695c" })).shades;
  for (const name of ["paper", "ink", "quiet", "picture"]) expect(after.get(name)).toEqual(before.get(name));
});

test("a dark paper turns the words light, on every screen", async () => {
  const { shades, findings } = await paletteOf(executive, { paper: "#0b1f4b" });
  expect(findings).toEqual([]);
  expect(shades.get("paper")).toEqual({ light: "#0b1f4b", dark: "#0b1f4b" });
  expect(shades.get("ink")?.light).toBe("#ebe6dc");
});

test("a paper on which nothing can be read is moved, and told", async () => {
  const { shades, findings } = await paletteOf(executive, { paper: "#808080" });
  expect(shades.get("paper")?.light).toBe("#959595");
  expect(findings.map(({ message }) => message)).toEqual([
    "The brand’s paper #808080 allows no more contrast than 5.3:1, and “ink” needs 7:1; the page has #959595.",
  ]);
});

test.each([
  [
    "a colour of a theme that cannot be read",
    { accent: "#ffcc00" },
    "theme-contrast",
    "“accent” is #ffcc00, which has a contrast of 1.3:1 on “tint” (#f8f1e5); it needs 4.5:1.",
    "The nearest colour that works is #886b00.",
  ],
  [
    "one that cannot be read on dark screens",
    { accent: { light: "#9b1c31", dark: "#9b1c31" } },
    "theme-contrast",
    "“accent” is #9b1c31, which has a contrast of 1.9:1 on “tint” (#262219) on dark screens; it needs 4.5:1.",
    "The nearest colour that works is #df5f68; left out, the one for dark screens is worked out.",
  ],
  [
    "a ground of a theme that nothing can be read on",
    { paper: "#808080" },
    "theme-ground",
    "“paper” is #808080, on which no colour can have the contrast of 7:1 that “ink” needs there; the most is 5.3:1.",
    "The nearest ground that works is #959595.",
  ],
])("%s is refused with the nearest that works", async (_what, theme, code, message, hint) => {
  const { findings } = await paletteOf(executive, {}, theme);
  expect(findings).toMatchObject([{ code, severity: "error", message, hint }]);
});

test("the nearest colour of a refusal is accepted", async () => {
  const { findings } = await paletteOf(executive, {}, { accent: "#886b00" });
  expect(findings).toEqual([]);
});

test("a theme moves nothing that the theme did not set but what stands on it", async () => {
  const { shades, findings } = await paletteOf(executive, {}, { band: "#ffcc00" });
  expect(findings).toEqual([]);
  expect(shades.get("band")?.light).toBe("#ffcc00");
  expect(shades.get("on-accent")?.light).toBe("#1a1917");
  expect(shades.get("accent")?.light).toBe("#9b1c31");
});

test("a colour without one for dark screens gets it worked out", async () => {
  const set = await setWith(`
paper: { type: colour, role: paper, description: Ground., default: white }
ink: { type: colour, role: ink, description: Words., default: rgb(20 20 20), on: [paper] }
link: { type: colour, description: Links., default: "#00f", on: [paper] }
note: { type: colour, description: A grey note., default: "#555", on: [paper] }
stamp: { type: colour, description: A coloured area., default: "#c03" }
shade: { type: colour, description: A grey area., default: "#eee" }`);
  const { shades, findings } = await paletteOf(set, {});
  const space = await openColourSpace();
  const lightness = (name: string) => space.toOklch(shades.get(name)?.dark ?? "").l;
  expect(findings).toEqual([]);
  expect(shades.get("paper")?.light).toBe("#ffffff");
  expect(lightness("paper")).toBeLessThan(0.25);
  for (const name of ["ink", "link", "note"]) expect(lightness(name)).toBeGreaterThan(0.6);
  expect(shades.get("stamp")).toEqual({ light: "#cc0033", dark: "#cc0033" });
  expect(lightness("shade")).toBeLessThan(0.4);
});

test("a set’s own colour that cannot be read is told at its place in template.yaml", async () => {
  const set = await setWith(`
paper: { type: colour, description: Ground., default: { light: "#ffffff", dark: "#111111" } }
ink: { type: colour, description: Words., default: { light: "#999999", dark: "#eeeeee" }, on: [paper] }`);
  const { findings } = await paletteOf(set, {});
  expect(findings).toMatchObject([{ code: "theme-contrast", where: { line: 6 } }]);
});

test("a ground that a set does not have is told, with what was meant", async () => {
  const set = await setWith(`
paper: { type: colour, description: Ground., default: { light: "#ffffff", dark: "#111111" } }
ink: { type: colour, description: Words., default: { light: "#111111", dark: "#eeeeee" }, on: [papr] }`);
  const { findings } = await paletteOf(set, {});
  expect(findings).toMatchObject([
    { code: "template-manifest", hint: "Did you mean “paper”?", where: { line: 6 } },
  ]);
});

test.each([
  ["no colour", "blurple", "it is no colour that CSS knows"],
  ["transparent", "#ff000080", "it is transparent, so its contrast is not known"],
])("what is %s is refused", async (_what, accent, problem) => {
  const { findings } = await paletteOf(executive, { accent });
  expect(findings).toMatchObject([
    { code: "theme-value", message: `“brand.colours.accent” cannot be “${accent}”: ${problem}.` },
  ]);
});

test("a colour that screens cannot show loses chroma, not its hue", async () => {
  const space = await openColourSpace();
  const read = space.read("color(display-p3 0 1 0)");
  expect(Math.abs(space.toOklch("hex" in read ? read.hex : "").h - 142.5)).toBeLessThan(6);
});
