import { mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { basesFor, findTemplateSet } from "../../src/project/find-template-set.ts";
import { bundled, libraryOf, packageFoldersOf } from "../../src/project/library.ts";
import { openTemplateSet } from "../../src/project/template-sets/open-template-set.ts";
import { folderOf } from "../render/folder-of.ts";

const SET = (extra = "") => `name: X\ndescription: Y\n${extra}`;
const whole = (folder: string) => ({
  [`${folder}/template.yaml`]: SET(),
  [`${folder}/page.hbs`]: "<main data-sheet><div data-fit>{{title}}</div></main>",
  [`${folder}/page.css`]: "p{}",
});
const packageOf = (folder: string, version: string) => ({
  ...whole(folder),
  [`${folder}/package.json`]: JSON.stringify({ name: path.basename(folder), version }),
});

const FILES = {
  ...whole("project/templates/plain"),
  "project/templates/notes/readme.txt": "no set",
  ...packageOf("project/node_modules/execbrief-template-acme", "1.0.0"),
  ...packageOf("project/node_modules/@acme/execbrief-template-board", "3.2.1"),
  ...packageOf("project/node_modules/@acme/other", "1.0.0"),
  ...packageOf("project/node_modules/execbrief-template-plain", "9.9.9"),
  ...packageOf("node_modules/execbrief-template-above", "2.0.0"),
  ...packageOf("node_modules/execbrief-template-acme", "0.1.0"),
};

function inProject(files: Readonly<Record<string, string>> = {}) {
  const outer = folderOf({ ...FILES, ...files });
  const project = path.join(outer, "project");
  const find = async (name: string) => {
    const found = await findTemplateSet(name, libraryOf(project));
    if (!found.ok) return found.diagnostics.map(({ code, hint }) => `${code} ${hint}`);
    const { name: called, origin, version, folder } = found.value;
    return [called, origin, version, path.relative(outer, folder).split(path.sep).join("/")];
  };
  return { outer, project, find };
}

test.each([
  ["plain", ["plain", "project", null, "project/templates/plain"]],
  ["acme", ["acme", "package", "1.0.0", "project/node_modules/execbrief-template-acme"]],
  ["execbrief-template-acme", ["acme", "package", "1.0.0", "project/node_modules/execbrief-template-acme"]],
  [
    "execbrief-template-plain",
    ["plain", "package", "9.9.9", "project/node_modules/execbrief-template-plain"],
  ],
  [
    "@acme/execbrief-template-board",
    [
      "@acme/execbrief-template-board",
      "package",
      "3.2.1",
      "project/node_modules/@acme/execbrief-template-board",
    ],
  ],
  ["above", ["above", "package", "2.0.0", "node_modules/execbrief-template-above"]],
])("%s is found by its name", async (name, expected) => {
  expect(await inProject().find(name)).toEqual(expected);
});

test("a set that Execbrief brings has its version", async () => {
  const [name, origin, version] = await inProject().find("executive");
  expect([name, origin]).toEqual(["executive", "execbrief"]);
  expect(version).toMatch(/^\d+\.\d+\.\d+/);
});

test.each([
  "../project/templates/plain",
  "./plain",
  "templates/plain",
  "plain/",
  "@acme/other",
  "@acme/../execbrief-template-acme",
  "execbrief-template-",
  "",
  "notes",
  "__proto__",
])("%j is no name of a set", async (name) => {
  const [found] = await inProject().find(name);
  expect(found).toMatch(/^template-missing /);
});

test("a misspelt name gets a suggestion, of packages too", async () => {
  expect(await inProject().find("acne")).toEqual(["template-missing Did you mean “acme”?"]);
  expect(await inProject().find("executiv")).toEqual(["template-missing Did you mean “executive”?"]);
});

test("node_modules are looked through from the folder upwards", () => {
  const at = (...steps: string[]) => path.resolve("/", ...steps);
  expect(packageFoldersOf(at("a", "b"))).toEqual([
    at("a/b/node_modules"),
    at("a/node_modules"),
    at("node_modules"),
  ]);
  expect(packageFoldersOf(at("a/node_modules/b"))).toEqual([
    at("a/node_modules/b/node_modules"),
    at("a/node_modules"),
    at("node_modules"),
  ]);
});

const waysOf = async (name: string, project: string) => {
  const set = await openTemplateSet(name, libraryOf(project));
  return set.ok
    ? set.value.layers.map(({ name: called, origin }) => `${called} of ${origin}`)
    : set.diagnostics.map(({ code, where }) => `${code} ${path.basename(path.dirname(where?.file ?? ""))}`);
};

test("a set of the project may extend the one of its own name", async () => {
  const { project } = inProject({
    "project/templates/executive/template.yaml": "extends: executive\n",
    "project/templates/acme/template.yaml": "extends: acme\n",
  });
  expect(await waysOf("executive", project)).toEqual(["executive of project", "executive of execbrief"]);
  expect(await waysOf("acme", project)).toEqual(["acme of project", "acme of package"]);
});

test("what a package builds on is never replaced by a set of the project", async () => {
  const { project } = inProject({
    "project/templates/executive/template.yaml": "extends: acme\n",
    "project/node_modules/execbrief-template-acme/template.yaml": "extends: executive\n",
  });
  expect(await waysOf("executive", project)).toEqual([
    "executive of project",
    "acme of package",
    "executive of execbrief",
  ]);
});

test("a package builds on packages of its own", async () => {
  const deep = "project/node_modules/execbrief-template-acme/node_modules/execbrief-template-house";
  const { project } = inProject({
    ...packageOf(deep, "5.0.0"),
    "project/node_modules/execbrief-template-acme/template.yaml": "extends: house\n",
  });
  expect(await waysOf("acme", project)).toEqual(["acme of package", "house of package"]);
});

test("a package that extends itself finds nothing, also where it is linked", async () => {
  const { outer, project } = inProject({
    ...packageOf("store/node_modules/execbrief-template-loop", "1.0.0"),
    "store/node_modules/execbrief-template-loop/template.yaml": "extends: loop\n",
  });
  mkdirSync(path.join(project, "node_modules"), { recursive: true });
  symlinkSync(
    path.join(outer, "store/node_modules/execbrief-template-loop"),
    path.join(project, "node_modules/execbrief-template-loop"),
  );
  expect(await waysOf("loop", project)).toEqual(["template-base-missing execbrief-template-loop"]);
});

test("a base that is not there gets a suggestion at the line that names it", async () => {
  const { project } = inProject({
    "project/templates/plain/template.yaml": "name: Plain\nextends: executiv\n",
  });
  const set = await openTemplateSet("plain", libraryOf(project));
  expect(set.diagnostics).toMatchObject([
    { code: "template-base-missing", hint: "Did you mean “executive”?", where: { line: 2, column: 1 } },
  ]);
});

test("sets that Execbrief brings build on one another alone", async () => {
  const { project } = inProject();
  const found = await findTemplateSet("executive", libraryOf(project));
  if (!found.ok) throw new Error("There is no executive.");
  const bases = await basesFor(found.value, libraryOf(project));
  expect(bases.every(({ folder }) => path.dirname(folder) === bundled("templates"))).toBe(true);
});
