import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { folderOf } from "../render/folder-of.ts";
import { runInProcess } from "./run-in-process.ts";

const PACKAGE = "node_modules/execbrief-template-acme";
const FILES = {
  "brief.config.yaml": "template: acme\n",
  [`${PACKAGE}/package.json`]: '{ "version": "1.0.0" }',
  [`${PACKAGE}/template.yaml`]: "name: Acme\ndescription: For tests.\n",
  [`${PACKAGE}/page.hbs`]: "<main data-sheet><div data-fit>{{> caveat}}</div></main>\n",
  [`${PACKAGE}/page.css`]: "p { color: red }\n",
  [`${PACKAGE}/partials/caveat.hbs`]: "one\ntwo\nthree\n",
};

function project(files: Readonly<Record<string, string>> = {}) {
  const folder = folderOf({ ...FILES, ...files });
  const brief = (line: string, from = folder) => runInProcess(["template", ...line.split(" ")], from);
  const put = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
  return { folder, brief, put };
}

test("list shows where sets come from, and the one that is worn", async () => {
  const { brief } = project({ "templates/house/template.yaml": "description: Ours.\nextends: acme\n" });
  const { code, out, err } = await brief("list");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain("  house      Ours.\n             in templates/house; extends acme 1.0.0\n");
  expect(out).toContain(
    "● acme       For tests.\n             package 1.0.0 in node_modules/execbrief-template-acme\n",
  );
  expect(out).toMatch(/ {2}executive .*\n +comes with Execbrief \d/);
});

test("list shows a set that cannot be used, with the reason", async () => {
  const { brief } = project({ "templates/house/template.yaml": "extends: acne\n" });
  const { code, out, err } = await brief("list");
  expect(code).toBe(0);
  expect(out).toContain("house      cannot be used as it is");
  expect(err).toContain("Did you mean “acme”?");
});

test("new tells what it wrote and what is next, from any folder of the project", async () => {
  const { folder, brief } = project();
  mkdirSync(path.join(folder, "briefs"));
  expect(await brief("new house --from acme", path.join(folder, "briefs"))).toEqual({
    code: 0,
    err: "",
    out: `✓ Wrote ${path.join(folder, "templates/house/template.yaml")}
✓ Wrote ${path.join(folder, "templates/house/page-extra.css")}

“house” looks like acme until you change its files.
  See it on a brief:        brief build --template house
  Use it for every brief:   write template: house into brief.config.yaml
  Take over a single piece: brief template eject house partials/caveat.hbs
`,
  });
});

test("eject lists pieces, copies one, and never twice", async () => {
  const { brief } = project();
  expect((await brief("eject acme")).out).toBe(`Pieces of acme

  page.hbs             from acme 1.0.0
  page.css             from acme 1.0.0
  partials/caveat.hbs  from acme 1.0.0

Copy one: brief template eject acme page.hbs
`);
  expect(await brief("eject acme partials/caveat.hbs")).toEqual({
    code: 0,
    err: "",
    out: `✓ Wrote templates/acme/template.yaml
✓ Wrote templates/acme/partials/caveat.hbs  copied from acme 1.0.0

Change it as you like; everything else keeps following the original.
  See it on a brief:     brief build --template acme
  After an upgrade, run: brief template status acme
`,
  });
  const again = await brief("eject acme partials/caveat.hbs");
  expect(again.code).toBe(2);
  expect(again.err).toContain("You have templates/acme/partials/caveat.hbs already");
  expect((await brief("eject acme")).out).toContain("partials/caveat.hbs  yours");
});

test("a file that stands in the way is left as it is", async () => {
  const { folder, brief } = project();
  mkdirSync(path.join(folder, "templates/acme"), { recursive: true });
  writeFileSync(path.join(folder, "templates/acme/page.css"), "mine");
  const { code, err } = await brief("eject acme page.css");
  expect(code).toBe(2);
  expect(err).toContain("The file templates/acme/page.css is there already");
});

test("status shows what changed in an original, until it was seen", async () => {
  const { brief, put } = project();
  await brief("eject acme partials/caveat.hbs page.css");
  expect((await brief("status --exit-code")).code).toBe(0);
  put(`${PACKAGE}/package.json`, '{ "version": "2.0.0" }');
  put(`${PACKAGE}/partials/caveat.hbs`, "one\n2\nthree\n");
  put("templates/acme/page.css", "p { color: blue }\n");
  const changed = await brief("status");
  expect(changed).toEqual({
    code: 0,
    err: "",
    out: `acme  templates/acme
  ✓ page.css             the original is as it was in acme 1.0.0; you changed your copy
  ! partials/caveat.hbs  the original has changed: acme 1.0.0 → acme 2.0.0; your copy is as it was

    --- partials/caveat.hbs	acme 1.0.0
    +++ partials/caveat.hbs	acme 2.0.0
    @@ -1,3 +1,3 @@
     one
    -two
    +2
     three


1 original has changed. Take over what you want, then: brief template status --mark-seen
`,
  });
  expect((await brief("status acme --exit-code")).code).toBe(1);
  expect((await brief("status --mark-seen")).out).toContain("Noted: only later changes will be shown.");
  expect((await brief("status --exit-code")).code).toBe(0);
});

test("status tells copies and originals that are gone", async () => {
  const { folder, brief } = project();
  await brief("eject acme partials/caveat.hbs page.css");
  rmSync(path.join(folder, PACKAGE, "partials/caveat.hbs"));
  rmSync(path.join(folder, "templates/acme/page.css"));
  const { out } = await brief("status");
  expect(out).toContain("– page.css             your copy is gone, so acme 1.0.0 is used");
  expect(out).toContain("! partials/caveat.hbs  the original of acme 1.0.0 is gone; your copy stays in use");
});

test("status without copies says how to make one", async () => {
  const { brief } = project();
  expect((await brief("status")).out).toMatch(
    /^This project has no copied pieces\. Copy one with: brief template eject/,
  );
  expect((await brief("status acme")).out).toMatch(/^“acme” has no copied pieces\./);
});

test("every command answers with data", async () => {
  const { brief, put } = project();
  const data = async (line: string) => {
    const { code, out, err } = await brief(`${line} --json`);
    expect(err).toBe("");
    return { code, ...JSON.parse(out) };
  };
  expect((await data("list")).sets[0]).toMatchObject({ name: "boardroom", origin: "execbrief", extends: [] });
  expect(await data("new house --from acme")).toEqual({
    ...{ code: 0, ok: true, diagnostics: [] },
    set: { name: "house", extends: "acme", folder: "templates/house" },
    files: ["templates/house/template.yaml", "templates/house/page-extra.css"],
  });
  expect(await data("eject house page.css")).toMatchObject({
    ...{ code: 0, ok: true, set: "house", folder: "templates/house", diagnostics: [] },
    ejected: [
      { piece: "page.css", file: "templates/house/page.css", from: { name: "acme", version: "1.0.0" } },
    ],
    files: ["templates/house/page.css", "templates/house/ejected.yaml"],
  });
  expect((await data("eject house")).pieces).toContainEqual({
    ...{ piece: "page.css", from: { name: "acme", version: "1.0.0" }, isOwn: true },
  });
  put(`${PACKAGE}/page.css`, "p { color: green }\n");
  const { sets } = await data("status");
  expect(sets).toMatchObject([
    { set: "house", pieces: [{ piece: "page.css", original: "changed", copy: "same" }] },
  ]);
  expect(sets[0].pieces[0].diff).toContain("+p { color: green }");
});

test.each([
  ["new House", "template-name-invalid"],
  ["new house --from acne", "template-missing"],
  ["eject acne page.css", "template-missing"],
  ["eject acme caveat", "template-piece-unknown"],
  ["status acne", "template-missing"],
])("template %s ends with exit code 2 and its reason, as text and as data", async (line, code) => {
  const { brief } = project();
  const text = await brief(line);
  expect(text).toMatchObject({ code: 2, out: "" });
  expect(text.err).toContain(code);
  const data = await brief(`${line} --json`);
  expect(data).toMatchObject({ code: 2, err: "" });
  expect(JSON.parse(data.out)).toMatchObject({ ok: false, diagnostics: [{ code }] });
});
