import { copyFileSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { expect, test } from "vitest";
import { loadTemplateSet } from "../../../src/render/template-set.ts";
import { type Brand, brandSchema } from "../../../src/render/theme/brand.ts";
import { openTheme, type ThemeOverride, type ThemeSources } from "../../../src/render/theme/open-theme.ts";
import type { ThemeValues } from "../../../src/render/theme/token.ts";
import { folderOf } from "../folder-of.ts";
import { NO_BRAND } from "../no-brand.ts";

const PAGE = { "page.hbs": "", "page.css": "" };
const FACES = `tokens:
  head: { type: font, role: headings, description: Headings., default: { family: Source Serif 4, package: "@fontsource/source-serif-4" }, fallback: 'Charter, serif', email: 'Georgia, serif', faces: ["600"] }
  body: { type: font, role: text, description: Text., default: { family: Source Sans 3, package: "@fontsource/source-sans-3" }, fallback: sans-serif, faces: ["400", "400 italic", "700"] }
`;

async function themeOf(manifest: string, sources: Partial<ThemeSources> = {}) {
  const set = await loadTemplateSet(
    folderOf({ ...PAGE, "template.yaml": `name: X\ndescription: Y\n${manifest}` }),
  );
  if (!set.ok) throw new Error(set.diagnostics[0]?.message);
  return openTheme(set.value, { ...NO_BRAND, ...sources });
}

const brandOf = (brand: object): Pick<ThemeSources, "brand" | "placeOfBrand"> => ({
  brand: brandSchema.parse(brand) satisfies Brand,
  placeOfBrand: (setting) => ({ file: setting.join("."), line: 1, column: 1 }),
});

const override = (from: "project" | "brief", values: ThemeValues): ThemeOverride => ({
  from,
  values,
  placeOf: (token) => ({ file: `${from}.${token}`, line: 1, column: 1 }),
});

const fontsIn = (css: string) =>
  [...css.matchAll(/font-family:"([^"]+)";font-style:(\w+);font-weight:(\d+)/g)].map(([, ...face]) =>
    face.join(" "),
  );

test("tokens become custom properties, with their dark colours for dark screens", async () => {
  const theme = await themeOf(`tokens:
  ink: { type: colour, description: Text., default: { light: "#111111", dark: "#eeeeee" } }
  edge: { type: length, description: Margin., default: 9mm }
  columns: { type: choice, description: Columns., default: two, options: [one, two] }
`);
  expect(theme).toMatchObject({
    value: {
      pageCss:
        ":root{--ink:#111111;--edge:9mm}\n@media screen and (prefers-color-scheme:dark){:root{--ink:#eeeeee}}",
      attributes: new Map([["data-columns", "two"]]),
    },
  });
});

test("a brief goes before its project, that before the brand, that before the set", async () => {
  const role = (name: string) =>
    `  ${name}: { type: colour, role: accent, description: X., default: "#111111" }\n`;
  const theme = await themeOf(
    `tokens:\n${["a", "b", "c"].map(role).join("")}  d: { type: colour, description: X., default: { light: "#111111", dark: "#111111" } }\n`,
    {
      ...brandOf({ colours: { accent: "#222222" } }),
      overrides: [override("project", { a: "#333333", b: "#333333" }), override("brief", { a: "#444444" })],
    },
  );
  const values = theme.ok
    ? [...theme.value.values].map(([name, { value, from }]) => `${name} ${value} ${from}`)
    : [];
  expect(values).toEqual(["a #444444 brief", "b #333333 project", "c #222222 brand", "d #111111 set"]);
});

test("every fault of a brand and of themes is told at once, each at its place", async () => {
  const theme = await themeOf(
    `${FACES}  edge: { type: length, description: Margin., default: 9mm, max: 20mm }\n  ink: { type: colour, role: ink, description: X., default: "#111111" }\n`,
    {
      ...brandOf({
        colours: { ink: "inkish" },
        fonts: { text: { family: "X", package: "@fontsource/none" } },
      }),
      overrides: [override("project", { edge: "30mm", egde: "9mm" }), override("brief", { ink: 3 })],
    },
  );
  expect(theme.diagnostics.map(({ code, where, message }) => `${where?.file}: ${code}: ${message}`)).toEqual([
    "project.edge: theme-value: “theme.edge” cannot be “30mm”: it must be at most 20mm.",
    expect.stringMatching(
      /^project\.egde: theme-unknown-token: The template set “.*” has no design token “egde”\.$/,
    ),
    "brief.ink: theme-value: “theme.ink” cannot be “3”: it must be a colour such as #0b5394, or { light, dark }.",
    "colours.ink: theme-value: “brand.colours.ink” cannot be “inkish”: it is no colour that CSS knows.",
    "fonts.text: font-package-missing: The package @fontsource/none of the typeface “X” is not installed.",
  ]);
  expect(theme.diagnostics[1]?.hint).toBe("Did you mean “edge”?");
  expect(theme.diagnostics.at(-1)?.hint).toBe("Install it in the project: npm install @fontsource/none");
});

test("a face that is not installed is told at its token", async () => {
  const theme = await themeOf(`tokens:
  sans: { type: font, description: All., default: { family: X, package: "@fontsource/none" }, fallback: serif }
`);
  expect(theme.diagnostics.map(({ code, where }) => `${code} ${where?.line}:${where?.column}`)).toEqual([
    "template-font-missing 4:3",
  ]);
});

test("a listed face that is not installed is told in its list", async () => {
  const theme = await themeOf('fonts: [{ family: X, package: "@fontsource/none", weight: 400 }]');
  expect(theme.diagnostics.map(({ code, where }) => `${code} ${where?.line}:${where?.column}`)).toEqual([
    "template-font-missing 3:9",
  ]);
});

test("the typefaces of a brand stand in the place of the set’s, in the weights that the set uses", async () => {
  const theme = await themeOf(
    FACES,
    brandOf({
      fonts: {
        headings: { family: "Bricolage Grotesque", package: "@fontsource/bricolage-grotesque" },
        text: { family: "Inter", package: "@fontsource/inter" },
      },
    }),
  );
  if (!theme.ok) throw new Error(theme.diagnostics[0]?.message);
  expect(theme.diagnostics).toEqual([]);
  expect(fontsIn(await theme.value.fonts.cssFor("A"))).toEqual([
    "Bricolage Grotesque normal 600",
    "Inter normal 400",
    "Inter italic 400",
    "Inter normal 700",
  ]);
  expect(theme.value.fontFamilies).toEqual(
    expect.arrayContaining(["Bricolage Grotesque", "bricolage-grotesque", "Inter", "inter"]),
  );
});

test("a typeface that lacks a weight is taken in the nearest, which is told once for all its tokens", async () => {
  const text = { family: "Sawarabi Gothic", package: "@fontsource/sawarabi-gothic" };
  const small =
    '  small: { type: font, role: text, description: X., default: { family: X }, fallback: serif, faces: ["700", "800"] }';
  const theme = await themeOf(`${FACES}${small}`, brandOf({ fonts: { text } }));
  expect(theme.diagnostics.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
    "info: “Sawarabi Gothic” has no 400 italic, 700, 800; the page has the nearest, 400.",
  ]);
});

test.each<[string, Partial<ThemeSources>, string, string]>([
  ["the set’s own", {}, '--body:"Source Sans 3", sans-serif', "--head:Georgia, serif"],
  [
    "one of the reader’s machine, which goes before in messages, too",
    brandOf({ fonts: { headings: { family: "Palatino" } } }),
    '--head:"Palatino", Charter, serif',
    '--head:"Palatino", Georgia, serif',
  ],
  [
    "one of a theme by its name",
    { overrides: [override("brief", { head: "Palatino" })] },
    '--head:"Palatino", Charter, serif',
    '--head:"Palatino", Georgia, serif',
  ],
  [
    "a name of CSS",
    { overrides: [override("brief", { body: "system-ui" })] },
    "--body:system-ui, sans-serif",
    "--body:system-ui, sans-serif",
  ],
  [
    "an embedded one of another kind than the set’s, with what is near it where it is absent",
    brandOf({ fonts: { headings: { family: "Inter", package: "@fontsource/inter" } } }),
    '--head:"Inter", "Helvetica Neue", Helvetica, Arial, sans-serif',
    '--head:"Helvetica Neue", Helvetica, Arial, sans-serif',
  ],
  [
    "one that says what takes its place",
    brandOf({
      fonts: { headings: { family: "Inter", package: "@fontsource/inter", fallback: "Verdana, sans-serif" } },
    }),
    '--head:"Inter", Verdana, sans-serif',
    "--head:Verdana, sans-serif",
  ],
  [
    "one with others for alphabets that it lacks",
    brandOf({ fonts: { also: [{ family: "Noto Sans Hebrew", package: "@fontsource/noto-sans-hebrew" }] } }),
    '--head:"Source Serif 4", "Noto Sans Hebrew", Charter, serif',
    "--head:Georgia, serif",
  ],
])("a typeface: %s", async (_what, sources, onPage, inMail) => {
  const theme = await themeOf(FACES, sources);
  if (!theme.ok) throw new Error(theme.diagnostics[0]?.message);
  expect(`${theme.value.pageCss.replace("}", ";")}`).toContain(`${onPage};`);
  expect(`${theme.value.emailCss.replace("}", ";")}`).toContain(`${inMail};`);
});

const ALSO = brandOf({
  fonts: {
    also: [
      { family: "Noto Sans Hebrew", package: "@fontsource/noto-sans-hebrew" },
      { family: "Sawarabi Gothic", package: "@fontsource/sawarabi-gothic" },
    ],
  },
});

test.each([
  ["words that the others have", "Hello", []],
  [
    "Hebrew",
    "שלום",
    ["Noto Sans Hebrew normal 600", "Noto Sans Hebrew normal 400", "Noto Sans Hebrew normal 700"],
  ],
  ["Japanese, of which one weight exists", "返品", ["Sawarabi Gothic normal 400"]],
])("typefaces for other alphabets are embedded for %s alone", async (_what, text, expected) => {
  const theme = await themeOf(FACES, ALSO);
  const faces = theme.ok ? fontsIn(await theme.value.fonts.cssFor(text)) : [];
  expect([...new Set(faces.filter((face) => !face.startsWith("Source")))]).toEqual(expected);
});

/** A project with a font file of its own. */
function projectWithFont(): string {
  const folder = folderOf({ "no-font.woff2": "no font" });
  const from = path.dirname(createRequire(import.meta.url).resolve("@fontsource/inter/package.json"));
  mkdirSync(path.join(folder, "fonts"));
  for (const weight of [400, 700]) {
    copyFileSync(
      path.join(from, `files/inter-latin-${weight}-normal.woff2`),
      path.join(folder, `fonts/acme-${weight}.woff2`),
    );
  }
  return folder;
}

test("font files of the project are embedded whole, those that are nearest to the weights in use", async () => {
  const files = [400, 700].map((weight) => ({ file: `fonts/acme-${weight}.woff2`, weight }));
  const theme = await themeOf(FACES, {
    ...brandOf({ fonts: { text: { family: "Acme", files } } }),
    folder: projectWithFont(),
  });
  if (!theme.ok) throw new Error(theme.diagnostics[0]?.message);
  const css = await theme.value.fonts.cssFor("A");
  expect(fontsIn(css).filter((face) => face.startsWith("Acme"))).toEqual([
    "Acme normal 400",
    "Acme normal 700",
  ]);
  expect(css).toMatch(/font-family:"Acme";[^}]*format\("woff2"\)\}/);
  expect(theme.value.fontFamilies).toEqual(expect.arrayContaining(["Acme", "Inter-Regular", "Inter-Bold"]));
  expect(fontsIn(await theme.value.fonts.cssFor("Ω")).filter((face) => face.startsWith("Acme"))).toEqual([]);
});

test.each([
  ["fonts/none.woff2", "there is no such file that can be read"],
  ["no-font.woff2", "by its bytes it is no WOFF2, WOFF, OTF or TTF font"],
  ["../outside.woff2", "there is no such file that can be read"],
  [path.resolve("package.json"), "it lies outside the folder that it may come from"],
])("the font file %s is refused", async (file, problem) => {
  const theme = await themeOf(FACES, {
    ...brandOf({ fonts: { text: { family: "Acme", files: [{ file }] } } }),
    folder: projectWithFont(),
  });
  expect(theme.diagnostics.map(({ message }) => message)).toEqual([
    `The font file ${file} cannot be embedded: ${problem}.`,
  ]);
});
