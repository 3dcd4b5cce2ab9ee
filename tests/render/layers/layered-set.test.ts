import path from "node:path";
import { expect, test } from "vitest";
import { diagnose } from "../../../src/diagnostics/diagnostic.ts";
import { failure, success } from "../../../src/diagnostics/outcome.ts";
import type { FindBase } from "../../../src/render/layers/layer.ts";
import { readMailStylesheet } from "../../../src/render/mail-stylesheet.ts";
import { loadTemplateSet, type TemplateSet } from "../../../src/render/template-set.ts";
import { folderOf } from "../folder-of.ts";
import { SAMPLE_IMAGES } from "../sample-images.ts";

const BASE = {
  "base/template.yaml": `name: Base
description: The one to build on.
tokens:
  accent: { type: colour, description: The mark., default: { light: "#111111", dark: "#eeeeee" } }
  ink: { type: colour, description: Words., default: "#000000" }
  margin: { type: length, description: Around the sheet., default: 9mm, min: 5mm, max: 20mm }
fonts:
  - { family: One, package: "@fontsource/one", weight: 400 }
`,
  "base/page.hbs": "<main data-sheet><div data-fit>{{> part}}{{> other}}</div></main>",
  "base/page.css": "p{background:url(dot.png)}",
  "base/email.hbs": "<p>{{title}}</p>",
  "base/email.css": "p { color: #111 }",
  "base/text.hbs": "{{title}}",
  "base/partials/part.hbs": "base part",
  "base/partials/other.hbs": "base other",
  "base/partials/email/part.hbs": "base mail part",
  "base/dot.png": SAMPLE_IMAGES["a.png"],
};

/** The set `name` of a folder of sets that extend one another. */
function load(files: Readonly<Record<string, string | Uint8Array>>, name = "own") {
  const folder = folderOf({ ...BASE, ...files });
  const findBase: FindBase = async (base) =>
    Object.keys({ ...BASE, ...files }).some((file) => file.startsWith(`${base}/`))
      ? success({ name: base, folder: path.join(folder, base), origin: "execbrief", version: "1.2.3" })
      : failure([diagnose("template-base-missing", { name: base })]);
  return loadTemplateSet(path.join(folder, name), findBase);
}

async function opened(
  files: Readonly<Record<string, string | Uint8Array>>,
  name?: string,
): Promise<TemplateSet> {
  const set = await load(files, name);
  if (!set.ok) throw new Error(set.diagnostics.map(({ message }) => message).join("\n"));
  return set.value;
}

const placed = (set: Awaited<ReturnType<typeof load>>) =>
  set.diagnostics.map(({ code, where, hint }) => {
    const file = where === undefined ? "" : where.file.split(path.sep).slice(-2).join("/");
    return `${code} ${file}:${where?.line}:${where?.column} ${hint ?? ""}`.trim();
  });

test("a set takes every file that it lacks from the one that it extends", async () => {
  const set = await opened({
    "own/template.yaml": "extends: base\n",
    "own/partials/part.hbs": "own part",
  });
  const files = [set.page, set.text, set.email?.markup, set.email?.style, ...set.partials.values()];
  expect(
    files.map((file) =>
      file?.file
        .split(path.sep)
        .slice(-3)
        .join("/")
        .replace(/^execbrief-[^/]*\//, ""),
    ),
  ).toEqual([
    "base/page.hbs",
    "base/text.hbs",
    "base/email.hbs",
    "base/email.css",
    "base/partials/other.hbs",
    "own/partials/part.hbs",
    "partials/email/part.hbs",
  ]);
  expect(set.partials.get("part")?.text).toBe("own part");
  expect(set.name).toBe("own");
  expect(set.manifest).toMatchObject({ name: "Base", description: "The one to build on." });
  expect(set.layers.map(({ name, version }) => [name, version])).toEqual([
    ["own", null],
    ["base", "1.2.3"],
  ]);
});

test("the nearest of three layers counts", async () => {
  const set = await opened({
    "middle/template.yaml": "name: Middle\nextends: base\n",
    "middle/partials/part.hbs": "middle part",
    "middle/partials/other.hbs": "middle other",
    "own/template.yaml": "description: Mine.\nextends: middle\n",
    "own/partials/part.hbs": "own part",
  });
  expect([...set.partials].map(([name, { text }]) => [name, text])).toEqual([
    ["other", "middle other"],
    ["part", "own part"],
    ["email/part", "base mail part"],
  ]);
  expect(set.manifest).toMatchObject({ name: "Middle", description: "Mine." });
});

test("images of a style sheet are those of its own folder, and extra rules come after it", async () => {
  const set = await opened({
    "middle/template.yaml": "extends: base\n",
    "middle/page-extra.css": "p{color:blue}",
    "own/template.yaml": "extends: middle\n",
    "own/page-extra.css": "p{background:url(ring.gif)}",
    "own/ring.gif": SAMPLE_IMAGES["a.gif"],
  });
  expect(set.pageCss).toMatch(
    /^p\{background:url\("data:image\/png[^"]+"\)\}\np\{color:blue\}\np\{background:url\("data:image\/gif[^"]+"\)\}$/,
  );
});

test("extra rules of a layer are left out where a nearer one has a style sheet of its own", async () => {
  const set = await opened({
    "base/page-extra.css": "a{color:red}",
    "own/template.yaml": "extends: base\n",
    "own/page.css": "p{color:green}",
    "own/page-extra.css": "b{color:red}",
  });
  expect(set.pageCss).toBe("p{color:green}\nb{color:red}");
});

test("extra rules of messages come after email.css, with faults in their own file", async () => {
  const set = await opened({
    "own/template.yaml": "extends: base\n",
    "own/email-extra.css": "p { color: #222 }\na { color: var(--nothing) }",
  });
  if (set.email === null) throw new Error("There is no e-mail.");
  const sheet = readMailStylesheet(set.email.style, "", set.email.extraStyles);
  expect(placed({ ...sheet, ok: false })).toEqual([
    expect.stringContaining("template-style own/email-extra.css:2:5"),
  ]);
  const without = set.email.extraStyles.map((extra) => ({ ...extra, text: "p { color: #222 }" }));
  const mended = readMailStylesheet(set.email.style, "", without);
  expect(mended.ok && mended.value.inlined).toBe("p{color:#111}\np{color:#222}");
});

test("tokens merge by name, values of a theme become their defaults, fonts are added", async () => {
  const { manifest, placeOf } = await opened({
    "middle/template.yaml": `extends: base
theme: { margin: 12mm, ink: "#222222" }
fonts:
  - { family: Two, package: "@fontsource/two", weight: 700 }
`,
    "own/template.yaml": `extends: middle
tokens:
  ink: { type: colour, description: Other words., default: "#333333" }
  glow: { type: colour, description: New., default: gold }
theme:
  accent: { light: "#0a5c44" }
`,
  });
  const defaults = Object.entries(manifest.tokens).map(([name, token]) => [name, token.default]);
  expect(defaults).toEqual([
    ["accent", "#0a5c44"],
    ["ink", "#333333"],
    ["margin", "12mm"],
    ["glow", "gold"],
  ]);
  expect(manifest.tokens.ink?.description).toBe("Other words.");
  expect(manifest.fonts.map(({ family }) => family)).toEqual(["One", "Two"]);
  const at = (...setting: PropertyKey[]) => {
    const { file, line, column } = placeOf(setting);
    return `${path.basename(path.dirname(file))}:${line}:${column}`;
  };
  expect(at("tokens", "accent")).toBe("own:6:3");
  expect(at("tokens", "accent", "default")).toBe("own:6:3");
  expect(at("tokens", "accent", "default", "light")).toBe("own:6:13");
  expect(at("tokens", "accent", "description")).toBe("base:4:27");
  expect(at("tokens", "ink")).toBe("own:3:3");
  expect(at("tokens", "margin", "default")).toBe("middle:2:10");
  expect(at("fonts", 0)).toBe("base:8:5");
  expect(at("fonts", 1, "weight")).toBe("middle:4:48");
  expect(at("name")).toBe("base:1:1");
});

test.each([
  [
    "an unknown token of a theme",
    { "own/template.yaml": "extends: base\ntheme:\n  acent: red\n" },
    ["theme-unknown-token own/template.yaml:3:3 Did you mean “accent”?"],
  ],
  [
    "a value that does not suit its token",
    { "own/template.yaml": "extends: base\ntheme:\n  margin: 40mm\n" },
    ["theme-value own/template.yaml:3:3"],
  ],
  [
    "a token called like something of JavaScript",
    { "own/template.yaml": "extends: base\ntheme:\n  constructor: red\n" },
    ["theme-unknown-token own/template.yaml:3:3 It has accent, ink, margin."],
  ],
  [
    "a base that is not there",
    { "own/template.yaml": "name: Own\nextends: bse\n" },
    ["template-base-missing own/template.yaml:2:1 See what there is with: brief template list"],
  ],
  [
    "a fault of the base, in the base",
    { "own/template.yaml": "extends: bad\n", "bad/template.yaml": "name: 3\ndescription: x\n" },
    [expect.stringContaining("template-manifest bad/template.yaml:1:1")],
  ],
  [
    "a set without page.hbs anywhere",
    {
      "own/template.yaml": "extends: bare\n",
      "bare/template.yaml": "name: Bare\ndescription: Nothing.\n",
      "bare/page.css": "p{}",
    },
    [expect.stringContaining("template-file-missing own/page.hbs:1:1")],
  ],
])("%s is told", async (_what, files, expected) => {
  expect(placed(await load(files))).toEqual(expected);
});

test("a circle is told at the line that closes it, with the way round", async () => {
  const set = await load({
    "own/template.yaml": "extends: middle\n",
    "middle/template.yaml": "name: Middle\nextends: own\n",
  });
  expect(placed(set)).toEqual([expect.stringContaining("template-extends-circle middle/template.yaml:2:1")]);
  expect(set.diagnostics[0]?.message).toBe(
    "These template sets extend one another in a circle: own → middle → own.",
  );
});

test("a set that extends another is asked for nothing else, one on its own for a name", async () => {
  expect((await load({ "own/template.yaml": "extends: base\n" })).ok).toBe(true);
  expect(
    placed(await load({ "own/template.yaml": "fonts: []\n", "own/page.hbs": "", "own/page.css": "" })).length,
  ).toBe(2);
});
