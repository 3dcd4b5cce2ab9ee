import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { expect, test } from "vitest";
import type { Handlers } from "../../src/cli/define-commands.ts";
import { createProgram } from "../../src/cli/program.ts";
import { openTestScreen } from "../cli/test-screen.ts";
import { folderOf } from "../render/folder-of.ts";
import { openTestExecbrief } from "../support/open-test-execbrief.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const read = (file: string) => readFileSync(path.join(ROOT, file), "utf8").replaceAll("\r\n", "\n");
const readme = read("README.md");

test("the brief of the README is short and builds without a finding", async () => {
  const [, text = ""] = /^```yaml\n([\s\S]*?)^```$/m.exec(readme) ?? [];
  const lines = text.trimEnd().split("\n");
  expect(lines.length).toBeGreaterThanOrEqual(20);
  expect(lines.length).toBeLessThanOrEqual(25);
  expect(lines.filter((line) => line.length > 130)).toEqual([]);

  await using execbrief = await openTestExecbrief({ folder: folderOf({}) });
  const result = await execbrief.build({ path: "briefs/returns.yaml", text }, { formats: ["html"] });
  expect(result.diagnostics.map(({ code, message }) => ({ code, message }))).toEqual([]);
  expect(result.editions.map(({ audience }) => audience)).toEqual(["all", "c-level", "marketing"]);
});

test("the table of commands names those of the program, and no other", () => {
  const named = [...readme.matchAll(/^\| `brief ([a-z ]+?)(?: [[<].*?)?` \|/gm)].map(([, name]) => name);
  const terminal = { out: openTestScreen(), err: openTestScreen() };
  const program = createProgram(NO_HANDLERS, { version: "0", terminal });
  expect(named.sort()).toEqual(program.commands.flatMap((command) => leavesOf(command)).sort());
});

test("every option of the README is one of the program’s", () => {
  const terminal = { out: openTestScreen(), err: openTestScreen() };
  const program = createProgram(NO_HANDLERS, { version: "0", terminal });
  const known = program.commands.flatMap(({ options }) => options.map(({ long }) => long));
  const named = [...readme.matchAll(/(?<=[\s`])--[a-z]+/g)].map(([option]) => option);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((option) => !known.includes(option))).toEqual([]);
});

test("every document that the README links to exists", () => {
  const links = [...readme.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, target = ""]) => target);
  expect(links.length).toBeGreaterThan(8);
  expect(links.filter((target) => !/^https:/.test(target) && !existsSync(path.join(ROOT, target)))).toEqual(
    [],
  );
});

test("the Node.js that the README asks for is the one that the package asks for", () => {
  const { engines } = JSON.parse(read("package.json")) as { engines: { node: string } };
  expect(readme).toContain(`Node ${engines.node.replace(">=", "")} or newer`);
});

const nothing = async () => {};
const NO_HANDLERS: Handlers = {
  build: nothing,
  check: nothing,
  preflight: nothing,
  verify: nothing,
  extract: nothing,
  diff: nothing,
  create: nothing,
  schema: nothing,
  doctor: nothing,
  installBrowser: nothing,
  preview: nothing,
  proof: nothing,
  listTemplates: nothing,
  newTemplate: nothing,
  ejectTemplate: nothing,
  checkTemplates: nothing,
  templateStatus: nothing,
  draft: nothing,
  send: nothing,
  ledger: nothing,
};

function leavesOf(command: Command, before = ""): string[] {
  const name = `${before}${command.name()}`;
  return command.commands.length === 0
    ? [name]
    : command.commands.flatMap((inner) => leavesOf(inner, `${name} `));
}
