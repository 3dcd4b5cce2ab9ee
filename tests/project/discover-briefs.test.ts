import { symlinkSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { discoverBriefs } from "../../src/project/discover-briefs.ts";
import { folderOf } from "../render/folder-of.ts";

const FILES = {
  "brief.config.yaml": "",
  "package.json": "{}",
  "templates/own/template.yaml": "",
  "locales/nl.yaml": "",
  "readme.md": "",
  "briefs/b.yaml": "",
  "briefs/a.YML": "",
  "briefs/c.json": "",
  "briefs/note.txt": "",
  "briefs/brief.schema.json": "{}",
  "briefs/.hidden.yaml": "",
  "briefs/.git/x.yaml": "",
  "briefs/node_modules/x/y.json": "",
  "briefs/2025/d.yaml": "",
  "empty/readme.md": "",
};

test.each([
  ["a file", ["briefs/b.yaml"], ["briefs/b.yaml"], []],
  [
    "a folder, in order, with what is below it",
    ["briefs"],
    ["briefs/2025/d.yaml", "briefs/a.YML", "briefs/b.yaml", "briefs/c.json"],
    [],
  ],
  [
    "the project’s folder, without its own files",
    ["."],
    ["briefs/2025/d.yaml", "briefs/a.YML", "briefs/b.yaml", "briefs/c.json"],
    [],
  ],
  ["a file named twice, once", ["briefs/b.yaml", "./briefs/../briefs/b.yaml"], ["briefs/b.yaml"], []],
  ["a file and its folder", ["briefs/2025/d.yaml", "briefs/2025"], ["briefs/2025/d.yaml"], []],
  ["a hidden file that is named", ["briefs/.hidden.yaml"], ["briefs/.hidden.yaml"], []],
  ["nothing", [], [], []],
  ["a file of another kind", ["readme.md"], [], ["not-a-brief-file"]],
  ["a folder without briefs", ["empty"], [], ["no-briefs"]],
  ["a missing file", ["briefs/x.yaml"], [], ["path-missing"]],
  ["a good file beside a missing one", ["nowhere", "briefs/b.yaml"], ["briefs/b.yaml"], ["path-missing"]],
])("%s", async (_what, paths, files, codes) => {
  const found = await discoverBriefs(paths, folderOf(FILES));
  expect(found.files.map((file) => file.replaceAll("\\", "/"))).toEqual(files);
  expect(found.diagnostics.map(({ code }) => code)).toEqual(codes);
});

test("a misspelt path gets a suggestion", async () => {
  const { diagnostics } = await discoverBriefs(["briefs/b.yml"], folderOf({ "briefs/b.yaml": "" }));
  expect(diagnostics[0]?.hint).toBe(`Did you mean ${path.join("briefs", "b.yaml")}?`);
});

test("a link that leads round in a circle is not followed for ever", async () => {
  const folder = folderOf(FILES);
  symlinkSync(".", path.join(folder, "briefs/again"));
  const { files } = await discoverBriefs(["briefs"], folder);
  expect(files).toHaveLength(4);
});

test("an absolute path stays absolute", async () => {
  const file = path.join(folderOf(FILES), "briefs/b.yaml");
  expect((await discoverBriefs([file], "/")).files).toEqual([file]);
});
