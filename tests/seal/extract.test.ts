import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Execbrief } from "../../src/open-execbrief.ts";
import type { BuildOrder } from "../../src/project/brief-builder.ts";
import { type ExtractedSource, extractSource } from "../../src/seal/extract-source.ts";
import { runInProcess } from "../cli/run-in-process.ts";
import { openTestExecbrief } from "../support/open-test-execbrief.ts";
import { rewrite } from "./forge.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const folder = mkdtempSync(path.join(tmpdir(), "execbrief-extract-"));
let execbrief: Execbrief;
const at = (name: string) => path.join(folder, name);

beforeAll(async () => {
  for (const name of readdirSync(path.join(ROOT, "briefs")).filter((one) => one.endsWith(".yaml"))) {
    cpSync(path.join(ROOT, "briefs", name), at(`briefs/${name}`));
  }
  mkdirSync(at("briefs/data"), { recursive: true });
  mkdirSync(at("briefs/old"));
  const full = readFileSync(path.join(ROOT, "tests/preflight/full.yaml"), "utf8");
  const chart = / {4}data:\n(?: {6}- \{.*\n)+/;
  const withFiles = full
    .replace("./earlier.yaml", "old/brief.yaml")
    .replace(chart, "    csv: data/boxes.csv\n")
    .replace("    The union asks", "    ![The harbour](<the harbour.png>)\n\n    The union asks")
    .replace(
      /$/,
      "\nimage: { src: data/a%20b.png, alt: Cranes at rest }\nexceptions:\n  - { rule: hype-word, field: title, reason: An internal remark }\n",
    );
  expect(withFiles).toContain("data/boxes.csv");
  expect(withFiles).toContain("![The harbour]");
  writeFileSync(at("briefs/harbour.yaml"), withFiles);
  cpSync(path.join(ROOT, "tests/preflight/earlier.yaml"), at("briefs/old/brief.yaml"));
  writeFileSync(at("briefs/data/boxes.csv"), "label,value\nFebruary,5820\nMarch,2817\n");
  writeFileSync(at("briefs/the harbour.png"), PIXEL);
  writeFileSync(at("briefs/data/a%20b.png"), PIXEL);
  cpSync(path.join(ROOT, "tests/briefs/languages"), at("languages"), { recursive: true });
  const faces = ["Arabic", "Hebrew"].map(
    (script) => `{ family: Noto Sans ${script}, package: "@fontsource/noto-sans-${script.toLowerCase()}" }`,
  );
  const brand = `brand: { fonts: { also: [${faces.join(", ")}] } }`;
  writeFileSync(at("brief.config.yaml"), `organisation: { name: Harbour Watch }\n${brand}\n`);
  execbrief = await openTestExecbrief({ folder });
});
afterAll(async () => {
  await execbrief[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

async function build(file: string, order: BuildOrder = {}) {
  const source = await execbrief.read(file);
  if (!source.ok) throw new Error(source.diagnostics[0]?.message);
  const result = await execbrief.build(source.value, { formats: ["pdf"], ...order });
  return result.editions.map(({ audience, artifacts: [pdf] }) => {
    if (pdf === undefined) throw new Error(result.diagnostics.map(({ message }) => message).join("\n"));
    return { audience, bytes: pdf.bytes };
  });
}

function extract(bytes: Uint8Array): ExtractedSource {
  const extracted = extractSource(bytes, "file.pdf");
  if (!extracted.ok) throw new Error(extracted.diagnostics[0]?.message);
  return extracted.value;
}

const textOf = (source: ExtractedSource): string =>
  source.files
    .map(({ path: name, bytes }) => (/\.(?:yaml|csv)$/.test(name) ? Buffer.from(bytes).toString() : ""))
    .join("\n");

/** Writes a source where nothing of the project’s own briefs lies. */
function unpack({ files }: ExtractedSource, into: string): string {
  for (const { path: name, bytes } of files) {
    mkdirSync(path.dirname(at(`${into}/${name}`)), { recursive: true });
    writeFileSync(at(`${into}/${name}`), bytes);
  }
  return `${into}/${files[0]?.path}`;
}

describe.each(["crowdstrike-outage", "deepseek", "third-party-cookies", "harbour"])("%s", (name) => {
  test("every edition gives back a brief that builds to the same bytes", async () => {
    for (const { audience, bytes } of await build(`briefs/${name}.yaml`)) {
      const file = unpack(extract(bytes), `back/${name}.${audience}`);
      const [again] = await build(file, { audiences: [audience] });
      expect(Buffer.compare(again?.bytes ?? Buffer.alloc(0), bytes)).toBe(0);
    }
  });
});

test("template, paper and language that were asked for are told, and lead to the same bytes", async () => {
  const order = {
    audiences: ["marketing"],
    template: "memo",
    page: "Letter",
    pages: 2,
    locale: "de",
  } as const;
  const [made] = await build("briefs/deepseek.yaml", order);
  const source = extract(made?.bytes ?? new Uint8Array());
  const { audience, template, page, pages, locale } = source.edition;
  expect({ audiences: [audience], template: template.name, page, pages, locale }).toEqual(order);
  const [again] = await build(unpack(source, "back/memo"), order);
  expect(Buffer.compare(again?.bytes ?? Buffer.alloc(0), made?.bytes ?? Buffer.alloc(1))).toBe(0);
});

test.each([
  { template: "executive", locale: "ar", file: "languages/ar.yaml" },
  { template: "memo", locale: "he", file: "languages/he.yaml" },
  { template: "boardroom", locale: "de", page: "Letter", file: "briefs/harbour.yaml" },
  { template: "marketing", locale: "fr", pages: 3, file: "briefs/harbour.yaml" },
] as const)("$template in $locale raises no false alarm", async ({ file, ...order }) => {
  const [made] = await build(file, { audiences: ["all"], ...order });
  const { ok, diagnostics } = await execbrief.verify("file.pdf", made?.bytes ?? new Uint8Array());
  expect({ ok, diagnostics }).toEqual({ ok: true, diagnostics: [] });
});

test("what is meant for others, or for editors alone, is not in the file", async () => {
  const [made] = await build("briefs/harbour.yaml", { audiences: ["c-level"] });
  const source = extract(made?.bytes ?? new Uint8Array());
  expect(source.files.map((file) => file.path).sort()).toEqual([
    "brief.yaml",
    "data/a%20b.png",
    "data/boxes.csv",
    "old/brief.yaml",
    "the harbour.png",
  ]);
  const text = textOf(source);
  expect(text).toContain("Rail to Ostvik can carry four in ten");
  expect(text).not.toContain("marketing");
  expect(text).not.toContain("Move the spring launch");
  expect(text).not.toContain("Posters are at the printer’s");
  expect(text).not.toContain("An internal remark");
});

test("without its source, a PDF has no files and no seal, and claims part 2 of PDF/A", async () => {
  const [made] = await build("briefs/deepseek.yaml", { audiences: ["all"], source: false });
  const bytes = made?.bytes ?? new Uint8Array();
  expect(Buffer.from(bytes).toString("latin1")).toContain("<pdfaid:part>2</pdfaid:part>");
  expect((await execbrief.verify("file.pdf", bytes)).diagnostics.map(({ code }) => code)).toEqual([
    "seal-missing",
  ]);
  expect(extractSource(bytes, "file.pdf").diagnostics.map(({ code }) => code)).toEqual(["seal-missing"]);
});

test("a source adds a few kilobytes to a PDF", async () => {
  const [bare] = await build("briefs/deepseek.yaml", { audiences: ["all"], source: false });
  const [sealed] = await build("briefs/deepseek.yaml", { audiences: ["all"] });
  const grown = (sealed?.bytes.length ?? 0) - (bare?.bytes.length ?? 0);
  expect(grown).toBeGreaterThan(1000);
  expect(grown).toBeLessThan(8 * 1024);
});

test("the command line takes the files out once, and prints the brief alone", async () => {
  const [made] = await build("briefs/harbour.yaml", { audiences: ["c-level"] });
  writeFileSync(at("sent.pdf"), made?.bytes ?? "");
  const first = await runInProcess(["extract", "sent.pdf"], folder);
  expect(first).toMatchObject({ code: 0, err: "" });
  expect(first.out).toContain(
    "brief build sent.source/brief.yaml --format pdf --audience c-level --template executive --page A4 --pages 1 --locale en",
  );
  expect(readdirSync(at("sent.source"), { recursive: true }).sort()).toEqual([
    "brief.yaml",
    "data",
    "data/a%20b.png",
    "data/boxes.csv",
    "old",
    "old/brief.yaml",
    "the harbour.png",
  ]);
  const second = await runInProcess(["extract", "sent.pdf"], folder);
  expect(second.code).toBe(2);
  expect(second.err).toContain("extract-exists");
  const printed = await runInProcess(["extract", "sent.pdf", "--out", "-"], folder);
  expect(printed.out).toBe(readFileSync(at("sent.source/brief.yaml"), "utf8"));
});

test("the command line tells a person, and a program, what it found", async () => {
  const [made] = await build("briefs/deepseek.yaml", { audiences: ["c-level"] });
  writeFileSync(at("good.pdf"), made?.bytes ?? "");
  writeFileSync(at("bad.pdf"), await rewrite(made?.bytes ?? new Uint8Array(), (pdf) => pdf.setTitle("Mine")));
  const good = await runInProcess(["verify", "good.pdf", "--brief", "briefs/deepseek.yaml"], folder);
  expect(good).toMatchObject({ code: 0, err: "" });
  expect(good.out).toMatch(
    /^✓ good\.pdf {2}unaltered since Execbrief [\d.]+ made it from the brief in it, and it says what/,
  );
  const other = await runInProcess(["verify", "good.pdf", "--brief", "briefs/harbour.yaml"], folder);
  expect(other.code).toBe(1);
  expect(other.out).toContain("unaltered since Execbrief");
  expect(other.err).toContain("they are two different briefs");
  const both = await runInProcess(["verify", "good.pdf", "bad.pdf", "nowhere.pdf", "--json"], folder);
  const data = JSON.parse(both.out) as {
    ok: boolean;
    files: { ok: boolean; diagnostics: { code: string }[] }[];
  };
  expect(both.code).toBe(2);
  expect(data.files.map(({ ok, diagnostics }) => [ok, diagnostics[0]?.code])).toEqual([
    [true, undefined],
    [false, "seal-bytes"],
    [false, "path-missing"],
  ]);
});
