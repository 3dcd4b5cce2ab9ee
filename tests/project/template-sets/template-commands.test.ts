import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Outcome } from "../../../src/diagnostics/outcome.ts";
import type { PlannedFile } from "../../../src/project/template-sets/planned-files.ts";
import {
  openTemplateLibrary,
  type TemplateLibrary,
} from "../../../src/project/template-sets/template-library.ts";
import { folderOf } from "../../render/folder-of.ts";
import { SAMPLE_IMAGES } from "../../render/sample-images.ts";

const PACKAGE = "node_modules/execbrief-template-acme";
const ACME = {
  [`${PACKAGE}/package.json`]: '{ "name": "execbrief-template-acme", "version": "1.0.0" }',
  [`${PACKAGE}/template.yaml`]: `name: Acme
description: For tests.
tokens:
  mark: { type: colour, role: accent, description: The mark., default: { light: "#111111", dark: "#eeeeee" } }
  ground: { type: colour, role: tint, description: Behind it., default: "#eeeeee" }
`,
  [`${PACKAGE}/page.hbs`]: "<main data-sheet><div data-fit>{{> caveat}}{{> other}}</div></main>\n",
  [`${PACKAGE}/page.css`]: 'p { background: url("dots/dot.png") }\n',
  [`${PACKAGE}/dots/dot.png`]: SAMPLE_IMAGES["a.png"],
  [`${PACKAGE}/partials/caveat.hbs`]: "one\ntwo\nthree\n",
  [`${PACKAGE}/partials/other.hbs`]: "other\r\n",
};

interface Bench {
  readonly folder: string;
  readonly library: TemplateLibrary;
  readonly at: (name: string) => string;
  readonly read: (name: string) => string;
  /** Upgrades the package: a new version, with these files. */
  upgrade(files: Readonly<Record<string, string | null>>): void;
}

async function project(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<Bench> {
  const folder = folderOf({ ...ACME, "brief.config.yaml": "", ...files });
  const library = await openTemplateLibrary(folder);
  if (!library.ok) throw new Error("The project cannot be opened.");
  const at = (name: string) => path.join(folder, name);
  return {
    folder,
    library: library.value,
    at,
    read: (name) => readFileSync(at(name), "utf8"),
    upgrade: (changed) => {
      writeFileSync(at(`${PACKAGE}/package.json`), '{ "version": "2.0.0" }');
      for (const [name, text] of Object.entries(changed)) {
        if (text === null) rmSync(at(`${PACKAGE}/${name}`));
        else writeFileSync(at(`${PACKAGE}/${name}`), text);
      }
    },
  };
}

function madeOf<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.diagnostics.map(({ message }) => message).join("\n"));
}

function write(files: readonly PlannedFile[]) {
  for (const { file, content } of files) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

async function eject({ library }: Bench, set: string, ...pieces: string[]) {
  const { files, record } = madeOf(await library.planEject(set, pieces));
  write([...files, record]);
}

const codes = ({ diagnostics }: Outcome<unknown>) =>
  diagnostics.map(({ code, hint }) => `${code} ${hint ?? ""}`.trim());
const names = ({ folder }: Bench, files: readonly PlannedFile[]) =>
  files.map(({ file }) => path.relative(folder, file).split(path.sep).join("/"));

test("a new set is small, extends the other and says what may be changed", async () => {
  const bench = await project();
  const planned = madeOf(await bench.library.planNew("our-look", "acme"));
  expect(names(bench, planned.files)).toEqual([
    "templates/our-look/template.yaml",
    "templates/our-look/page-extra.css",
  ]);
  write(planned.files);
  expect(
    bench.read("templates/our-look/template.yaml"),
  ).toBe(`# The template set “our-look”. Every file that is not in this folder comes from acme.
name: Our look
description: Acme as Our look wears it.
extends: acme

# Values of acme’s design tokens, here as they are there: change them, and take out what you leave alone.
# light is for paper and light screens, dark for dark ones; without dark it is worked out. Brand colours in
# brief.config.yaml go before these.
theme:
  # The mark.
  mark: { light: "#111111", dark: "#eeeeee" }
  # Behind it.
  ground: "#eeeeee"
`);
  const [first] = await bench.library.list();
  expect(first).toMatchObject({ name: "our-look", origin: "project", diagnostics: [] });
  expect(first?.extends).toEqual([{ name: "acme", origin: "package", version: "1.0.0" }]);
});

test.each([
  ["Acmé Corp!", "executive", "template-name-invalid How about “acme-corp”?"],
  ["../acme", "executive", "template-name-invalid How about “acme”?"],
  ["2024", "executive", "template-name-invalid For example: my-look"],
  ["", "executive", "template-name-invalid For example: my-look"],
  ["there", "executive", expect.stringMatching(/^template-set-exists /)],
  ["look", "executiv", "template-missing Did you mean “executive”?"],
  ["acme", "executive", expect.stringMatching(/^template-name-taken .*brief template new acme --from acme$/)],
])("a new set %j from %s is refused", async (name, from, expected) => {
  const { library } = await project({ "templates/there/notes.txt": "mine" });
  expect(codes(await library.planNew(name, from))).toEqual([expected]);
});

test("a set of the name of the one that it extends may be made", async () => {
  const { library } = await project();
  expect(madeOf(await library.planNew("acme", "acme")).extends).toBe("acme");
});

test("exactly the piece is copied, with what makes it a set and the images that it names", async () => {
  const bench = await project();
  const caveat = madeOf(await bench.library.planEject("acme", ["partials/caveat.hbs"]));
  expect(names(bench, caveat.files)).toEqual([
    "templates/acme/template.yaml",
    "templates/acme/partials/caveat.hbs",
  ]);
  expect(caveat.ejected.map(({ piece, from }) => [piece, from])).toEqual([
    ["partials/caveat.hbs", { name: "acme", version: "1.0.0" }],
  ]);
  const sheet = madeOf(await bench.library.planEject("execbrief-template-acme", ["page.css"]));
  expect(names(bench, sheet.files)).toEqual([
    "templates/acme/template.yaml",
    "templates/acme/page.css",
    "templates/acme/dots/dot.png",
  ]);
  write(sheet.files);
  expect((await bench.library.list())[0]).toMatchObject({ name: "acme", origin: "project", diagnostics: [] });
});

test("a set of the project takes pieces of what it extends, and lists which are its own", async () => {
  const bench = await project({ "templates/house/template.yaml": "extends: acme\n" });
  await eject(bench, "house", "partials/caveat.hbs", "./partials\\other.hbs");
  expect(bench.read("templates/house/partials/other.hbs")).toBe("other\n");
  expect(bench.read("templates/house/template.yaml")).toBe("extends: acme\n");
  const { pieces } = madeOf(await bench.library.ejectable("house"));
  expect(pieces.map(({ piece, isOwn }) => [piece, isOwn])).toEqual([
    ["page.hbs", false],
    ["page.css", false],
    ["partials/caveat.hbs", true],
    ["partials/other.hbs", true],
  ]);
});

test("a copied style sheet keeps the rules that sets between added to the original", async () => {
  const bench = await project({
    "templates/house/template.yaml": "extends: acme\n",
    "templates/house/page-extra.css": "b { color: red }\n",
    "templates/board/template.yaml": "extends: house\n",
    "templates/board/page-extra.css": "i { color: red }\n",
  });
  await eject(bench, "board", "page.css");
  expect(bench.read("templates/board/page.css")).toBe(
    'p { background: url("dots/dot.png") }\n\n/* page-extra.css of house */\nb { color: red }\n',
  );
});

test.each([
  ["acme", ["caveat"], ["template-piece-unknown Did you mean “partials/caveat.hbs”?"]],
  ["acme", ["page.cs"], ["template-piece-unknown Did you mean “page.css”?"]],
  [
    "acme",
    ["../page.css", "x"],
    [
      "template-piece-unknown Did you mean “page.css”?",
      "template-piece-unknown See its pieces with: brief template eject acme",
    ],
  ],
  ["acne", ["page.css"], ["template-missing Did you mean “acme”?"]],
  ["house", ["partials/caveat.hbs"], [expect.stringMatching(/^template-piece-exists /)]],
  ["plain", ["page.css"], [expect.stringMatching(/^template-nothing-inherited /)]],
  [
    "@x/execbrief-template-y",
    ["page.css"],
    [expect.stringMatching(/^template-eject-scoped .*--from @x\/execbrief-template-y$/)],
  ],
])("a piece of %s: %j is refused", async (set, pieces, expected) => {
  const whole = { "template.yaml": "name: X\ndescription: Y\n", "page.hbs": "", "page.css": "" };
  const under = (folder: string) =>
    Object.fromEntries(Object.entries(whole).map(([name, text]) => [`${folder}/${name}`, text]));
  const { library } = await project({
    "templates/house/template.yaml": "extends: acme\n",
    "templates/house/partials/caveat.hbs": "mine",
    ...under("templates/plain"),
    ...under("node_modules/@x/execbrief-template-y"),
  });
  expect(codes(await library.planEject(set, pieces))).toEqual(expected);
});

test("status tells copies whose originals have changed, with the change", async () => {
  const bench = await project();
  await eject(bench, "acme", "partials/caveat.hbs", "partials/other.hbs", "page.css");
  writeFileSync(bench.at("templates/acme/partials/other.hbs"), "mine\n");
  const before = madeOf(await bench.library.status());
  expect(before[0]?.pieces.map(({ piece, original, copy, diff }) => [piece, original, copy, diff])).toEqual([
    ["page.css", "same", "same", null],
    ["partials/caveat.hbs", "same", "same", null],
    ["partials/other.hbs", "same", "changed", null],
  ]);

  bench.upgrade({ "partials/caveat.hbs": "one\n2\nthree\n", "partials/other.hbs": null });
  rmSync(bench.at("templates/acme/page.css"));
  const [set] = madeOf(await bench.library.status("acme"));
  expect(
    set?.pieces.map(({ piece, original, copy, from, now }) => [
      piece,
      original,
      copy,
      from.version,
      now?.version,
    ]),
  ).toEqual([
    ["page.css", "same", "gone", "1.0.0", "2.0.0"],
    ["partials/caveat.hbs", "changed", "same", "1.0.0", "2.0.0"],
    ["partials/other.hbs", "gone", "changed", "1.0.0", undefined],
  ]);
  expect(set?.pieces[1]?.diff).toBe(`--- partials/caveat.hbs\tacme 1.0.0
+++ partials/caveat.hbs\tacme 2.0.0
@@ -1,3 +1,3 @@
 one
-two
+2
 three
`);
});

test("what was seen is not shown again, and what is gone is forgotten", async () => {
  const bench = await project();
  await eject(bench, "acme", "partials/caveat.hbs", "partials/other.hbs", "page.css");
  bench.upgrade({ "partials/caveat.hbs": "new\n", "partials/other.hbs": null });
  rmSync(bench.at("templates/acme/page.css"));
  const [set] = madeOf(await bench.library.status());
  if (set?.seen == null) throw new Error("There is nothing to note.");
  write([set.seen]);
  const [after] = madeOf(await bench.library.status());
  expect(after?.pieces.map(({ piece, original, from }) => [piece, original, from.version])).toEqual([
    ["partials/caveat.hbs", "same", "2.0.0"],
  ]);
});

test("a copy that became the original of today is told apart", async () => {
  const bench = await project();
  await eject(bench, "acme", "partials/caveat.hbs");
  bench.upgrade({ "partials/caveat.hbs": "new\n" });
  writeFileSync(bench.at("templates/acme/partials/caveat.hbs"), "new\r\n");
  const [set] = madeOf(await bench.library.status());
  expect(set?.pieces.map(({ original, copy }) => [original, copy])).toEqual([["changed", "updated"]]);
});

test("a set that can no longer be read says why", async () => {
  const bench = await project();
  await eject(bench, "acme", "partials/caveat.hbs");
  rmSync(bench.at(`${PACKAGE}/template.yaml`));
  const [set] = madeOf(await bench.library.status());
  expect(set?.diagnostics.map(({ code }) => code)).toEqual(["template-base-missing"]);
});

test("sets without copies are not told, an unknown one is", async () => {
  const { library } = await project({ "templates/house/template.yaml": "extends: acme\n" });
  expect(madeOf(await library.status())).toEqual([]);
  expect(codes(await library.status("hose"))).toEqual(["template-missing Did you mean “house”?"]);
});

test("the list has every set once, the nearest of a name, and tells those that are broken", async () => {
  const { library } = await project({
    "templates/executive/template.yaml": "extends: executive\n",
    "templates/broken/template.yaml": "extends: nothing\n",
  });
  const listed = await library.list();
  const facts = listed.map(({ name, origin, description, diagnostics }) => [
    name,
    origin,
    description !== null,
    diagnostics.length,
  ]);
  expect(facts).toContainEqual(["executive", "project", true, 0]);
  expect(facts).toContainEqual(["broken", "project", false, 1]);
  expect(facts).toContainEqual(["acme", "package", true, 0]);
  expect(listed.filter(({ name }) => name === "executive")).toHaveLength(1);
});
