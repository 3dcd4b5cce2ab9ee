import { chmodSync, cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { BriefSource } from "../../src/brief/source.ts";
import { judgePdf } from "../../src/conformance/index.ts";
import { type Execbrief, surroundingsOfProcess } from "../../src/open-execbrief.ts";
import { readPdf } from "../../src/pdf/read-pdf.ts";
import { checkSignatures } from "../../src/signature/check-signatures.ts";
import { openTestExecbrief } from "../support/open-test-execbrief.ts";
import { testSurroundings } from "../support/surroundings.ts";
import { makeIdentity } from "./make-certificate.ts";
import { makePkcs12 } from "./make-pkcs12.ts";

const PASSWORD = "correct horse";
const folder = mkdtempSync(path.join(tmpdir(), "execbrief-signing-"));
const ada = makeIdentity("Ada Muster");
const at = (name: string) => path.join(folder, name);
let brief: BriefSource;
let signing: Execbrief;
let unsigned: Uint8Array;
let signed: Uint8Array;

beforeAll(async () => {
  for (const name of ["full.yaml", "earlier.yaml"]) {
    cpSync(path.join(import.meta.dirname, "../preflight", name), at(name));
  }
  brief = { path: "full.yaml", text: await readFile(at("full.yaml"), "utf8") };
  const { key, certificate } = ada;
  writeFileSync(at("ada.p12"), makePkcs12({ key, certificates: [certificate], password: PASSWORD }));
  writeFileSync(at("password"), `${PASSWORD}\n`, { mode: 0o600 });
  const settings = "{ file: ada.p12, passwordFile: password, reason: Approved, location: Rotterdam }";
  await using plain = await openTestExecbrief({ folder });
  unsigned = await pdfOf(plain);
  writeFileSync(at("brief.config.yaml"), `pdf: { sign: ${settings} }\n`);
  signing = await openTestExecbrief({ folder });
  signed = await pdfOf(signing);
});
afterAll(async () => {
  await signing[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

const order = { formats: ["pdf"], audiences: ["c-level"] } as const;

async function pdfOf(execbrief: Execbrief): Promise<Uint8Array> {
  const { editions, diagnostics } = await execbrief.build(brief, order);
  expect(diagnostics).toEqual([]);
  return editions[0]?.artifacts[0]?.bytes ?? new Uint8Array();
}

test("a project that signs puts its signature behind the very file that it makes without", () => {
  expect(Buffer.compare(signed.subarray(0, unsigned.length), unsigned)).toBe(0);
  expect(checkSignatures(signed)).toMatchObject([
    { faults: [], coversWholeFile: true, reason: "Approved", location: "Rotterdam", wasValidThen: true },
  ]);
});

test("the signature bears the day of the brief, and the same brief gives the same bytes again", async () => {
  expect(checkSignatures(signed)[0]?.date?.toISOString()).toMatch(/T00:00:00\.000Z$/);
  expect(Buffer.compare(await pdfOf(signing), signed)).toBe(0);
});

test("a signed file still is what archives and screen readers ask for", () => {
  expect(judgePdf(unsigned, ["pdfua-1", "pdfa-3a"])).toEqual([]);
  expect(judgePdf(signed, ["pdfua-1", "pdfa-3a"])).toEqual([]);
});

test("a signed file reads as it did before, and proves the same", async () => {
  expect(JSON.stringify(readPdf(signed, "ltr"))).toBe(JSON.stringify(readPdf(unsigned, "ltr")));
  writeFileSync(at("full.c-level.pdf"), signed);
  const { artifacts, diagnostics } = await signing.preflight(brief, { ...order, out: "", folder });
  expect(artifacts.map(({ format, breaches }) => ({ format, breaches }))).toEqual([
    { format: "pdf", breaches: [] },
  ]);
  expect(diagnostics).toEqual([]);
});

test("a signed file is verified as unaltered, and its signature is told", async () => {
  const { ok, isUnaltered, diagnostics } = await signing.verify("full.pdf", signed, brief);
  expect({ ok, isUnaltered }).toEqual({ ok: true, isUnaltered: true });
  expect(diagnostics.map(({ code }) => code)).toEqual(["seal-signed", "signature-self-signed"]);
});

test("a signed file with a byte changed is altered, by its seal and by its signature", async () => {
  const forged = Buffer.from(signed);
  forged[200] = (forged[200] ?? 0) ^ 1;
  const { ok, isUnaltered, diagnostics } = await signing.verify("full.pdf", forged);
  expect({ ok, isUnaltered }).toEqual({ ok: false, isUnaltered: false });
  expect(diagnostics.map(({ code }) => code)).toContain("signature-broken");
});

test.each([
  { name: "no password", env: {}, sign: "ada.p12", code: "signature-password-missing" },
  {
    name: "a wrong password",
    env: { EXECBRIEF_SIGN_PASSWORD: "hunter2secret" },
    sign: "ada.p12",
    code: "signature-password-wrong",
  },
  {
    name: "no key file",
    env: { EXECBRIEF_SIGN_PASSWORD: PASSWORD },
    sign: "no.p12",
    code: "signature-file-missing",
  },
  { name: "a folder", env: { EXECBRIEF_SIGN_PASSWORD: PASSWORD }, sign: ".", code: "signature-file-missing" },
])("$name is told before anything is printed", async ({ env, sign, code }) => {
  writeFileSync(at("brief.config.yaml"), "");
  const surroundings = testSurroundings({ env: { ...withoutPassword(), ...env } });
  // No browser is there to print.
  await using execbrief = await openTestExecbrief({ folder, sign, surroundings, browser: at("no-browser") });
  const result = await execbrief.build(brief, order);
  expect(result.diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
  expect(result.editions).toEqual([]);
  expect(JSON.stringify(result)).not.toContain("hunter2secret");
});

test.skipIf(process.platform === "win32")("a password that others can read is not used", async () => {
  writeFileSync(at("brief.config.yaml"), "pdf: { sign: { file: ada.p12, passwordFile: open } }\n");
  writeFileSync(at("open"), PASSWORD);
  chmodSync(at("open"), 0o644);
  const surroundings = testSurroundings({ env: withoutPassword() });
  await using execbrief = await openTestExecbrief({ folder, surroundings, browser: at("no-browser") });
  const { diagnostics } = await execbrief.build(brief, order);
  expect(diagnostics.map(({ code }) => code)).toEqual(["secret-open"]);
});

test("formats that are not signed ask for no password", async () => {
  writeFileSync(at("brief.config.yaml"), "pdf: { sign: { file: ada.p12 } }\n");
  const surroundings = testSurroundings({ env: withoutPassword() });
  await using execbrief = await openTestExecbrief({ folder, surroundings, browser: at("no-browser") });
  const { editions } = await execbrief.build(brief, { ...order, formats: ["text"] });
  expect(editions.flatMap(({ artifacts }) => artifacts).map(({ format }) => format)).toEqual(["text"]);
});

function withoutPassword(): NodeJS.ProcessEnv {
  const { EXECBRIEF_SIGN_PASSWORD: _, ...env } = surroundingsOfProcess().env;
  return env;
}
