import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { runInProcess } from "../cli/run-in-process.ts";
import { fileOf, goodParts } from "./good-file.ts";

const good = goodParts();
const folder = mkdtempSync(path.join(tmpdir(), "execbrief-conformance-"));
const FILES = {
  "good.pdf": fileOf(good),
  "untold.pdf": fileOf({ ...good, 36: { body: good[36]?.body.replace("/Alt (A dot)", "") ?? "" } }),
  "scripted.pdf": fileOf({
    ...good,
    1: { body: `${good[1]?.body} /OpenAction <</S /JavaScript /JS (x)>>` },
  }),
  "retitled.pdf": fileOf({ ...good, 13: { body: "/Title (Another)" } }),
  "plain.pdf": fileOf({ ...good, 10: { body: "/Type /Metadata /Subtype /XML", stream: "<x/>" } }),
  "letter.pdf": Buffer.from("Dear reader"),
};
for (const [name, bytes] of Object.entries(FILES)) writeFileSync(path.join(folder, name), bytes);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const preflight = (...args: readonly string[]) => runInProcess(["preflight", ...args], folder);

test("a PDF of nobody’s brief is judged by the standards that it says it meets", async () => {
  const { code, out, err } = await preflight("good.pdf");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain("✓ good.pdf  pdfua-1 and pdfa-2a, no findings");
});

test.each([
  {
    args: ["untold.pdf"],
    code: 1,
    finding: "pdf-not-accessible",
    told: ["ua1/7.3-1", "ISO 14289-1, 7.3", "Document › Figure"],
  },
  { args: ["scripted.pdf"], code: 1, finding: "pdf-not-archival", told: ["a2a/6.5.1-1", "JavaScript"] },
  { args: ["retitled.pdf"], code: 0, finding: "pdf-not-as-advised", told: ["a2a/6.6.3-a", "Title"] },
  { args: ["plain.pdf"], code: 0, finding: "pdf-claims-nothing", told: ["--standard"] },
  {
    args: ["plain.pdf", "--standard", "pdfua-1"],
    code: 1,
    finding: "pdf-not-accessible",
    told: ["ua1/7.1-g"],
  },
  {
    args: ["good.pdf", "--standard", "PDFA-3A"],
    code: 1,
    finding: "pdf-not-archival",
    told: ["a3a/6.6.4-2"],
  },
  { args: ["letter.pdf"], code: 1, finding: "artifact-unreadable", told: ["letter.pdf"] },
  { args: ["nowhere.pdf"], code: 1, finding: "artifact-missing", told: ["nowhere.pdf"] },
])("$args ends with $code for $finding", async ({ args, code, finding, told }) => {
  const run = await preflight(...args);
  expect(run.code).toBe(code);
  for (const part of [finding, ...told]) expect(run.err).toContain(part);
});

test("a standard that there is not is wrong usage", async () => {
  const { code, err } = await preflight("good.pdf", "--standard", "pdfx");
  expect(code).toBe(2);
  expect(err).toContain("pdfua-1, pdfa-2a, pdfa-3a");
});

test("--json tells every place with its rule and clause", async () => {
  const { out } = await preflight("untold.pdf", "--json");
  const [brief] = JSON.parse(out).briefs;
  expect(brief.artifacts[0]).toMatchObject({
    standards: ["pdfua-1", "pdfa-2a"],
    breaches: [
      {
        rule: "ua1/7.3-1",
        clause: "ISO 14289-1, 7.3",
        where: { element: "Document › Figure" },
        isAdvice: false,
      },
    ],
  });
});
