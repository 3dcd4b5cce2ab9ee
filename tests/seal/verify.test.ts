import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { BriefSource } from "../../src/brief/source.ts";
import type { Execbrief } from "../../src/open-execbrief.ts";
import { openTestExecbrief } from "../support/open-test-execbrief.ts";
import { CAREFUL, CARELESS, HOSTILE, PERFECT } from "./forgeries.ts";

const folder = mkdtempSync(path.join(tmpdir(), "execbrief-seal-"));
let execbrief: Execbrief;
let brief: BriefSource;
let sealed: Uint8Array;

beforeAll(async () => {
  for (const name of ["full.yaml", "earlier.yaml"]) {
    cpSync(path.join(import.meta.dirname, "../preflight", name), path.join(folder, name));
  }
  execbrief = await openTestExecbrief({ folder });
  brief = { path: "full.yaml", text: await readFile(path.join(folder, "full.yaml"), "utf8") };
  const { editions, diagnostics } = await execbrief.build(brief, {
    formats: ["pdf"],
    audiences: ["c-level"],
  });
  expect(diagnostics).toEqual([]);
  sealed = editions[0]?.artifacts[0]?.bytes ?? new Uint8Array();
});
afterAll(async () => {
  await execbrief[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

const codesOf = async (bytes: Uint8Array, given?: BriefSource) => {
  const { diagnostics } = await execbrief.verify("file.pdf", bytes, given);
  return [...new Set(diagnostics.map(({ code }) => code))];
};

test("what was built is unaltered, and is what its brief says", async () => {
  const { ok, isUnaltered, seal, diagnostics } = await execbrief.verify("file.pdf", sealed, brief);
  expect({ ok, isUnaltered, diagnostics }).toEqual({ ok: true, isUnaltered: true, diagnostics: [] });
  expect(seal).toMatchObject({
    title: "Harbour strike halves exports, and the repair bill is disputed",
    edition: { audience: "c-level", locale: "en", page: "A4", template: { name: "executive" } },
  });
});

test.each(CARELESS)("$name, and it is found", async ({ forge, expects, isMore }) => {
  const codes = await codesOf(await forge(sealed));
  expect(codes).toEqual(isMore ? expect.arrayContaining([...expects]) : expects);
});

test.each(CAREFUL)(
  "$name under a new seal, and it is found by holding the page against its source",
  async ({ forge, expects, isMore }) => {
    const codes = await codesOf(await forge(sealed));
    expect(codes).toEqual(isMore ? expect.arrayContaining([...expects]) : expects);
  },
);

test("brief and page that are changed alike under a new seal are found by the brief that one has", async () => {
  const forged = await PERFECT.forge(sealed);
  expect(await codesOf(forged)).toEqual([]);
  expect(await codesOf(forged, brief)).toEqual(PERFECT.expects);
});

test.each(HOSTILE)("$name harms nobody who verifies it", async ({ forge, expects, isMore }) => {
  const codes = await codesOf(await forge(sealed));
  expect(codes).toEqual(isMore ? expect.arrayContaining([...expects]) : expects);
});
