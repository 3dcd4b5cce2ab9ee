import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openChromiumPrinter } from "../../src/chromium/chromium-printer.ts";
import { type BriefBuilder, openBriefBuilder } from "../../src/project/brief-builder.ts";
import { loadProject } from "../../src/project/load-project.ts";
import { preflightArtifacts } from "../../src/project/preflight-artifacts.ts";
import { testSurroundings } from "../support/surroundings.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), "execbrief-preflight-"));
const built = path.join(folder, "built/full");
const out = path.join(folder, "out");
const file = (name: string) => path.join(out, "full", name);
const printer = openChromiumPrinter({ surroundings: testSurroundings(), tabs: 2 });
let builder: BriefBuilder;

beforeAll(async () => {
  for (const name of ["full.yaml", "earlier.yaml"]) {
    cpSync(path.join(import.meta.dirname, name), path.join(folder, name));
  }
  const project = await loadProject(folder);
  if (!project.ok) throw new Error("The project cannot be opened.");
  const inRoot = (name: string) => [path.join(ROOT, name)];
  const library = {
    templateFolders: inRoot("templates"),
    localeFolders: inRoot("locales"),
    packageFolders: [],
  };
  builder = openBriefBuilder(project.value, library, printer);
  const { editions, diagnostics } = await builder.build(await source());
  expect(diagnostics).toEqual([]);
  mkdirSync(built, { recursive: true });
  for (const { name, bytes } of editions.flatMap(({ artifacts }) => artifacts)) {
    writeFileSync(path.join(built, name), bytes);
  }
});
beforeEach(() => {
  rmSync(out, { recursive: true, force: true });
  cpSync(path.join(folder, "built"), out, { recursive: true });
});
afterAll(async () => {
  await printer[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

test("what was built passes", async () => {
  const { ok, artifacts, diagnostics } = await preflightArtifacts(builder, await source(), { out });
  expect(diagnostics).toEqual([]);
  expect(ok).toBe(true);
  expect(artifacts.map((artifact) => path.basename(artifact.path)).sort()).toEqual([
    "full.c-level.html",
    "full.c-level.pdf",
    "full.html",
    "full.marketing.html",
    "full.marketing.pdf",
    "full.pdf",
  ]);
});

test.each<[what: string, change: () => void, format: "pdf" | "html", code: string]>([
  [
    "a page in which a number was changed",
    () => edit("full.html", "−51.6%", "−15.6%"),
    "html",
    "figure-altered",
  ],
  [
    "a page from which a caveat was cut",
    () => edit("full.html", "Only the port says so.", ""),
    "html",
    "caveat-missing",
  ],
  [
    "a page in which a link was changed",
    () => edit("full.html", "https://tides.example/", "https://tide.example/"),
    "html",
    "link-wrong",
  ],
  [
    "a page with a style of its own",
    () => edit("full.html", 'class="but"', 'class="unseen"'),
    "html",
    "caveat-missing",
  ],
  [
    "a PDF of another edition",
    () => cpSync(file("full.marketing.pdf"), file("full.pdf")),
    "pdf",
    "question-missing",
  ],
  ["a PDF of half its bytes", () => truncate("full.pdf"), "pdf", "artifact-unreadable"],
  [
    "a PDF that is a text",
    () => writeFileSync(file("full.pdf"), "Dear reader"),
    "pdf",
    "artifact-unreadable",
  ],
  ["a file that is gone", () => rmSync(file("full.pdf")), "pdf", "artifact-missing"],
])("%s is found out", async (_what, change, format, code) => {
  change();
  const order = { out, audiences: ["all"], formats: [format] };
  const { ok, artifacts, diagnostics } = await preflightArtifacts(builder, await source(), order);
  expect(ok).toBe(false);
  expect(artifacts.map(({ audience }) => audience)).toEqual(["all"]);
  expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
});

test("artifacts of a brief that has changed since are found out in every edition", async () => {
  const changed = await source();
  const text = changed.text.replace(
    "empty ones make up a third of the loss",
    "empty ones make up half of the loss",
  );
  const { artifacts } = await preflightArtifacts(builder, { ...changed, text }, { out, formats: ["pdf"] });
  expect(artifacts).toHaveLength(3);
  for (const { diagnostics } of artifacts) {
    expect(diagnostics.map(({ code }) => code)).toContain("caveat-missing");
  }
});

async function source() {
  const read = await builder.read(path.join(folder, "full.yaml"));
  if (!read.ok) throw new Error("The brief cannot be read.");
  return read.value;
}

function edit(name: string, from: string, to: string): void {
  const html = readFileSync(file(name), "utf8");
  if (!html.includes(from)) throw new Error(`${name} has no ${from}`);
  writeFileSync(file(name), html.replaceAll(from, to));
}

function truncate(name: string): void {
  const bytes = readFileSync(file(name));
  writeFileSync(file(name), bytes.subarray(0, bytes.length / 2));
}
