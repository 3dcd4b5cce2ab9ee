import { symlinkSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { loadTemplateSet } from "../../src/render/template-set.ts";
import { folderOf } from "./folder-of.ts";
import { SAMPLE_IMAGES } from "./sample-images.ts";

const SET = {
  "template.yaml": "name: Plain\ndescription: A plain page.\n",
  "page.hbs": "<main data-sheet><div data-fit>{{title}}</div></main>",
  "page.css": "p { color: red }",
};

const withManifest = (manifest: string) => loadTemplateSet(folderOf({ ...SET, "template.yaml": manifest }));

test("a set is read into memory, partials by name", async () => {
  const folder = folderOf({
    ...SET,
    "page.css": "\uFEFFp{background:url(a.png)}",
    "page.hbs": `\uFEFF${SET["page.hbs"]}`,
    "partials/a.hbs": "a",
    "partials/b-c.hbs": "b",
    "partials/notes.txt": "not a partial",
    "partials/folder.hbs/x": "not a partial",
    "a.png": SAMPLE_IMAGES["a.png"],
  });
  const set = await loadTemplateSet(folder);
  expect(set.diagnostics).toEqual([]);
  expect(set.ok && [...set.value.partials.keys()]).toEqual(["a", "b-c"]);
  expect(set.ok && set.value.page.text).toBe(SET["page.hbs"]);
  expect(set.ok && set.value.pageCss).toMatch(/^p\{background:url\("data:image\/png;base64,/);
  expect(set.ok && set.value.name).toBe(path.basename(folder));
});

test.each(Object.keys(SET))("a set without %s says so", async (missing) => {
  const files = Object.fromEntries(Object.entries(SET).filter(([name]) => name !== missing));
  const set = await loadTemplateSet(folderOf(files));
  expect(set.diagnostics).toMatchObject([
    { code: "template-file-missing", message: `The template set has no readable file ${missing}.` },
  ]);
});

test("a fault of the stylesheet is told at its place", async () => {
  const set = await loadTemplateSet(folderOf({ ...SET, "page.css": "@import 'x';" }));
  expect(set.diagnostics.map(({ code, where }) => `${code} ${where?.line}:${where?.column}`)).toEqual([
    "template-style 1:1",
  ]);
});

test.each([
  ["name: X\n", ["1:1 “description” in template.yaml: it is missing."]],
  ["", ["1:1 “name” in template.yaml: it is missing.", "1:1 “description” in template.yaml: it is missing."]],
  [
    "name: X\ndescripton: Y\n",
    [
      "1:1 “description” in template.yaml: it is missing.",
      "2:1 “descripton” in template.yaml: there is no such setting.",
    ],
  ],
  ["name: 3\ndescription: Y\n", ["1:1 “name” in template.yaml: expected string, received number."]],
  [
    "name: X\ndescription: Y\nfonts:\n  - { family: A, package: inter, weight: 400 }\n",
    ["4:18 “fonts.0.package” in template.yaml: it must be a package such as @fontsource/inter."],
  ],
  [
    'name: X\ndescription: Y\nfonts:\n  - family: A\n    package: "@fontsource/a"\n    wieght: 400\n',
    [
      "4:5 “fonts.0.weight” in template.yaml: it is missing.",
      "6:5 “fonts.0.wieght” in template.yaml: there is no such setting.",
    ],
  ],
  ["- a\n", ["1:1 template.yaml cannot be used: expected object, received array."]],
])("manifest %j", async (manifest, expected) => {
  const set = await withManifest(manifest);
  expect(set.diagnostics.map(({ where, message }) => `${where?.line}:${where?.column} ${message}`)).toEqual(
    expected,
  );
});

test.each([
  ["name: [\n", "template-manifest"],
  ["name: a\nname: b\ndescription: c", "template-manifest"],
  [
    "a: &a [x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\n",
    "template-manifest",
  ],
  ["name: *x\n", "template-manifest"],
])("a manifest that is not YAML is a finding: %j", async (manifest, code) => {
  const set = await withManifest(manifest);
  expect(new Set(set.diagnostics.map((finding) => finding.code))).toEqual(new Set([code]));
});

test("a misspelt key of a font gets a suggestion", async () => {
  const set = await withManifest(
    'name: X\ndescription: Y\nfonts:\n  - { family: A, package: "@fontsource/inter", weight: 400, stile: italic }',
  );
  expect(set.diagnostics[0]?.hint).toBe("Did you mean “style”?");
});

test("a partial that cannot be read is told", async () => {
  const folder = folderOf({ ...SET, "partials/a.hbs": "a" });
  symlinkSync("nowhere.hbs", path.join(folder, "partials/b.hbs"));
  expect((await loadTemplateSet(folder)).diagnostics.map(({ code }) => code)).toEqual([
    "template-file-missing",
  ]);
});
