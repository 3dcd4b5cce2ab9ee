import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Execbrief } from "../../src/open-execbrief.ts";
import { openTestExecbrief } from "../support/open-test-execbrief.ts";
import { greyPng } from "./grey-png.ts";
import { HARMLESS, SABOTAGES, type Sabotage } from "./sabotages.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const FORMATS = ["PDF", "HTML on a light screen", "HTML on a dark screen"] as const;

const folder = mkdtempSync(path.join(tmpdir(), "execbrief-sabotage-"));
let execbrief: Execbrief;
beforeAll(async () => {
  for (const name of ["full.yaml", "earlier.yaml"]) {
    cpSync(path.join(import.meta.dirname, name), path.join(folder, name));
  }
  writeFileSync(path.join(folder, "grey.png"), greyPng(160, 40));
  for (const [index, sabotage] of [...SABOTAGES, ...HARMLESS].entries())
    sabotageSet(`set-${index}`, sabotage);
  execbrief = await openTestExecbrief({ folder, isPrinting: true });
});
afterAll(async () => {
  await execbrief[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

test("there are over forty ways to lose content", () => {
  expect(SABOTAGES.length).toBeGreaterThan(40);
  expect(new Set(SABOTAGES.map(({ name }) => name)).size).toBe(SABOTAGES.length);
});

test("the set that is sabotaged is without fault", async () => {
  const { diagnostics, editions } = await buildWith("executive", ["all", "c-level", "marketing"]);
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  expect(editions.flatMap(({ artifacts }) => artifacts)).toHaveLength(6);
});

describe.each(SABOTAGES.map((sabotage, index) => ({ ...sabotage, index })))(
  "$name",
  ({ index, expects, on, audience, change }) => {
    test(`is found out as ${expects}`, async () => {
      const needsPicture = typeof change === "string" && change.includes("img");
      const { diagnostics } = await buildWith(`set-${index}`, [audience ?? "all"], needsPicture);
      const found = diagnostics.filter(({ code }) => code === expects).map(({ message }) => message);
      for (const format of on === undefined ? FORMATS : [on]) {
        expect(
          found.filter((message) => message.includes(`${format} of the`)),
          said(diagnostics),
        ).not.toEqual([]);
      }
      for (const message of found) {
        expect(message).toContain(`“set-${index}”`);
        expect(message).toMatch(/of the “(All readers|Marketing)” edition/);
      }
    });
  },
);

test("an edition without caveats is no fault of the others", async () => {
  const index = SABOTAGES.findIndex(({ audience }) => audience !== undefined);
  const { diagnostics } = await buildWith(`set-${index}`, ["all", "c-level"]);
  expect(said(diagnostics)).toBe("");
});

describe.each(HARMLESS.map(({ name }, index) => ({ name, index: SABOTAGES.length + index })))(
  "$name",
  ({ index }) => {
    test("lose nothing", async () => {
      const { diagnostics } = await buildWith(`set-${index}`, ["all"]);
      expect(said(diagnostics)).toBe("");
    });
  },
);

async function buildWith(template: string, audiences: readonly string[], hasPicture = false) {
  const source = await execbrief.read(path.join(folder, "full.yaml"));
  if (!source.ok) throw new Error("The brief cannot be read.");
  const text = hasPicture
    ? source.value.text.replace("walked out on", "![Cranes](grey.png) walked out on")
    : source.value.text;
  return execbrief.build({ ...source.value, text }, { template, audiences, pages: 1 });
}

const said = (diagnostics: readonly { readonly code: string; readonly message: string }[]): string =>
  diagnostics.map(({ code, message }) => `${code}: ${message}`).join("\n");

/** A copy of the executive set under another name, with one change. */
function sabotageSet(name: string, { file, change }: Pick<Sabotage, "file" | "change">): void {
  const set = path.join(folder, "templates", name);
  mkdirSync(path.dirname(set), { recursive: true });
  cpSync(path.join(ROOT, "templates/executive"), set, { recursive: true });
  const target = path.join(set, file);
  const text = readFileSync(target, "utf8");
  if (typeof change === "string") writeFileSync(target, `${text}\n${change}\n`);
  else if (text.includes(change[0])) writeFileSync(target, text.replaceAll(change[0], change[1]));
  else throw new Error(`${file} has no ${change[0]}`);
}
