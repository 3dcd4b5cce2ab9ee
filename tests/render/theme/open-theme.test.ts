import { expect, test } from "vitest";
import { loadTemplateSet } from "../../../src/render/template-set.ts";
import { openTheme } from "../../../src/render/theme/open-theme.ts";
import { folderOf } from "../folder-of.ts";
import { NO_BRAND } from "../no-brand.ts";

const PAGE = { "page.hbs": "", "page.css": "" };

async function themeOf(manifest: string) {
  const set = await loadTemplateSet(
    folderOf({ ...PAGE, "template.yaml": `name: X\ndescription: Y\n${manifest}` }),
  );
  if (!set.ok) throw new Error(set.diagnostics[0]?.message);
  return openTheme(set.value, NO_BRAND);
}

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
