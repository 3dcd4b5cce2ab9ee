import { symlinkSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { loadProject } from "../../../src/project/load-project.ts";
import { loadHelpers } from "../../../src/project/template-sets/load-helpers.ts";
import { folderOf } from "../../render/folder-of.ts";

const CONFIG = { "brief.config.yaml": "page: A4\nhelpers: helpers.mjs\n" };

async function helpersOf(files: Readonly<Record<string, string>>, folder = folderOf(files)) {
  const project = await loadProject(folder);
  if (!project.ok) throw new Error(project.diagnostics[0]?.message);
  return loadHelpers(project.value);
}

const helper = (result: string) =>
  `export const helpers = { say: { takes: ["text"], gives: "text", run: () => "${result}" } };\n`;

test("a project without helpers has none", async () => {
  expect(await helpersOf({})).toEqual({ ok: true, value: [], diagnostics: [] });
});

test("helpers come from the module that the settings name", async () => {
  const helpers = await helpersOf({ ...CONFIG, "helpers.mjs": helper("one") });
  expect(helpers.ok && helpers.value.map(({ name, takes, gives }) => [name, takes, gives])).toEqual([
    ["say", ["text"], "text"],
  ]);
});

test("a module that was saved again is read again", async () => {
  const folder = folderOf({ ...CONFIG, "helpers.mjs": helper("one") });
  await helpersOf({}, folder);
  const file = path.join(folder, "helpers.mjs");
  writeFileSync(file, helper("two"));
  utimesSync(file, 1_700_000_000, 1_700_000_000);
  const helpers = await helpersOf({}, folder);
  expect(helpers.ok && helpers.value[0]?.run("")).toBe("two");
});

test.each([
  ["is not there", {}, /helpers\.mjs cannot be used: there is no such file in the project\.$/],
  ["exports nothing", { "helpers.mjs": "export const x = 1;" }, /it does not export “helpers”/],
  ["is no JavaScript", { "helpers.mjs": "export const helpers = {" }, /it cannot be loaded: ./],
  ["throws", { "helpers.mjs": "throw new Error('no luck\\nat all')" }, /it cannot be loaded: no luck\.$/],
])("a module that %s is a finding at the setting", async (_what, files, message) => {
  const { diagnostics } = await helpersOf({ ...CONFIG, ...files });
  expect(diagnostics).toMatchObject([{ code: "helpers-module", where: { line: 2, column: 1 } }]);
  expect(diagnostics[0]?.message).toMatch(message);
});

test.each(["../helpers.mjs", "linked.mjs"])(
  "%s, which lies outside the project, is not run",
  async (name) => {
    const outer = folderOf({
      "helpers.mjs": "globalThis.wasRun = true; export const helpers = {};",
      "project/brief.config.yaml": `helpers: ${name}\n`,
    });
    symlinkSync(path.join(outer, "helpers.mjs"), path.join(outer, "project/linked.mjs"));
    const { diagnostics } = await helpersOf({}, path.join(outer, "project"));
    expect(diagnostics.map(({ code }) => code)).toEqual(["helpers-module"]);
    expect("wasRun" in globalThis).toBe(false);
  },
);

test("every helper that cannot be used is told", async () => {
  const { diagnostics } = await helpersOf({
    ...CONFIG,
    "helpers.mjs": "export const helpers = { if: {}, say: { takes: [] } };",
  });
  expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
    "helper-invalid The helper “if” in helpers.mjs cannot be used: templates have a helper of this name already.",
    'helper-invalid The helper “say” in helpers.mjs cannot be used: takes must list what it is handed, at least one, as in ["text", "number?"].',
  ]);
});
