import { expect, test } from "vitest";
import { coverage, loadFonts } from "../../src/render/load-fonts.ts";
import type { FontFace } from "../../src/render/manifest.ts";
import { folderOf } from "./folder-of.ts";

const sans = (weight: number, style: "normal" | "italic" = "normal"): FontFace => ({
  family: "Source Sans 3",
  package: "@fontsource/source-sans-3",
  weight,
  style,
});

const placeOf = (index: number) => ({ file: "template.yaml", line: index + 4, column: 5 });

async function rangesFor(text: string): Promise<string[]> {
  const fonts = await loadFonts([sans(400)], folderOf({}), placeOf);
  const css = fonts.ok ? await fonts.value.cssFor(text) : "";
  return [...css.matchAll(/unicode-range:([^,}]+)/g)].map(([, first = ""]) => first);
}

test.each([
  ["plain text", "Hello", ["U+0000-00FF"]],
  ["a Polish letter", "Łódź", ["U+0100-02BA", "U+0000-00FF"]],
  ["Greek alone", "Ωμέγα", ["U+0370-0377"]],
  ["no text", "", []],
  ["a character that the font lacks", "漢", []],
])("%s embeds the subsets it needs and no others", async (_what, text, ranges) => {
  expect(await rangesFor(text)).toEqual(ranges);
});

test("a face is embedded as it is declared", async () => {
  const fonts = await loadFonts([sans(600, "italic")], folderOf({}), placeOf);
  expect(fonts.ok && (await fonts.value.cssFor("a"))).toMatch(
    /^@font-face\{font-family:"Source Sans 3";font-style:italic;font-weight:600;font-display:swap;src:url\(data:font\/woff2;base64,d09GM[\w+/=]+\) format\("woff2"\);unicode-range:U\+0000-00FF,[^}]+\}$/,
  );
});

test("every face that is not there is told at its place", async () => {
  const faces = [sans(400), sans(450), { ...sans(400), package: "@fontsource/none", family: "None" }];
  const fonts = await loadFonts(faces, folderOf({}), placeOf);
  expect(fonts.diagnostics).toMatchObject([
    {
      code: "template-font-missing",
      where: { line: 5 },
      message: "The font face 450 normal of “Source Sans 3” is not there.",
    },
    {
      code: "template-font-missing",
      where: { line: 6 },
      hint: "Install the package with: npm install @fontsource/none",
    },
  ]);
});

test("a package of the project’s own is found, with numbered subsets", async () => {
  const packageFolder = "node_modules/@fontsource/own";
  const folder = folderOf({
    [`${packageFolder}/package.json`]: '{"name":"@fontsource/own","version":"1.0.0"}',
    [`${packageFolder}/unicode.json`]: '{"[0]":"U+4E00-4E0F","latin":"U+0000-00FF"}',
    [`${packageFolder}/files/own-0-400-normal.woff2`]: "wOF2zero",
    [`${packageFolder}/files/own-latin-400-normal.woff2`]: "wOF2latin",
  });
  const face = { ...sans(400), family: "Own", package: "@fontsource/own" };
  const fonts = await loadFonts([face], folder, placeOf);
  const css = fonts.ok ? await fonts.value.cssFor("一") : "";
  expect(css).toContain(Buffer.from("wOF2zero").toString("base64"));
  expect(css).not.toContain(Buffer.from("wOF2latin").toString("base64"));
});

test.each([
  ["U+0000-00FF", 0, true],
  ["U+0000-00FF", 0xff, true],
  ["U+0000-00FF", 0x100, false],
  ["U+0131", 0x131, true],
  ["U+0131", 0x130, false],
  ["u+100-1ff, U+2074", 0x2074, true],
  ["U+4??", 0x400, true],
  ["U+4??", 0x4ff, true],
  ["U+4??", 0x500, false],
  ["U+1F600-1F64F", 0x1f600, true],
])("%s and %i: %s", (range, codePoint, isCovered) => {
  expect(coverage(range)(codePoint)).toBe(isCovered);
});
