import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { exitCodeFor } from "../../src/cli/exit-code.ts";
import { explainFailure } from "../../src/cli/explain-failure.ts";
import { explainWriteError } from "../../src/cli/explain-write-error.ts";
import { fitInWords, sizeInWords } from "../../src/cli/in-words.ts";
import { nameFromTitle } from "../../src/cli/name-from-title.ts";
import { openProgress } from "../../src/cli/progress.ts";
import { shownPath } from "../../src/cli/shown-path.ts";
import type { WrittenArtifact } from "../../src/cli/write-artifacts.ts";
import { diagnose } from "../../src/index.ts";
import { openTestScreen } from "./test-screen.ts";

const bug = diagnose("internal-error", { problem: "x" });
const usage = diagnose("command-line-invalid", { problem: "x" });
const environment = diagnose("output-not-writable", { path: "x", reason: "x" });
const content = diagnose("slug-taken", { slug: "x", other: "x" });
const warning = diagnose("link-refused", { written: "x" });

test.each([
  { name: "nothing", found: [], code: 0 },
  { name: "a warning", found: [warning], code: 0 },
  { name: "a fault of a brief", found: [warning, content], code: 1 },
  { name: "a fault of the machine and of a brief", found: [content, environment], code: 3 },
  { name: "a wrong command too", found: [content, environment, usage], code: 2 },
  { name: "a bug above all", found: [content, environment, usage, bug], code: 70 },
])("$name gives the exit code $code", ({ found, code }) => {
  expect(exitCodeFor(found)).toBe(code);
});

test.each([
  { args: ["build"], hasStack: false },
  { args: ["build", "--verbose"], hasStack: true },
])("a bug is called one, and $args shows the stack: $hasStack", ({ args, hasStack }) => {
  const { terminal, err } = openTestTerminal();
  expect(explainFailure(new TypeError("boom"), args, terminal)).toBe(70);
  expect(err.text()).toContain("This is a bug in Execbrief, not a fault of your brief: TypeError: boom.");
  expect(err.text().includes("words.test.ts")).toBe(hasStack);
});

test("a bug under --json is a document too", () => {
  const { terminal, out } = openTestTerminal();
  explainFailure(new Error("boom"), ["build", "--json"], terminal);
  expect(JSON.parse(out.text())).toMatchObject({ ok: false, diagnostics: [{ code: "internal-error" }] });
});

test("an error of writing that the system did not report is a bug", () => {
  expect(() => explainWriteError(new TypeError("boom"))).toThrow("boom");
});

test("a progress line is rewritten in place, cut to the width, and gone at the end", async () => {
  const err = openTestScreen({ columns: 20 });
  const progress = openProgress({ err, isLive: true });
  progress.show("1 of 3 briefs built, and more than fits");
  await until(() => err.text().includes("1 of 3"));
  progress[Symbol.dispose]();
  const lines = err.text().split("\r\u001b[2K");
  expect(lines.at(-1)).toBe("");
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(20);
});

test("where lines cannot be rewritten there is no progress line", () => {
  const err = openTestScreen({ columns: 20 });
  const progress = openProgress({ err, isLive: false });
  progress.show("1 of 3 briefs built");
  progress[Symbol.dispose]();
  expect(err.text()).toBe("");
});

const pdf = (typePt: number, pages = 1, bytes = 1024): WrittenArtifact => ({
  format: "pdf",
  path: "x.pdf",
  bytes,
  pages,
  fit: { step: 0, typePt, leading: 1.4, space: 1 },
});

test.each([
  { artifacts: [], words: "" },
  { artifacts: [pdf(10.25)], words: "one page, 10.3 pt" },
  { artifacts: [pdf(11), pdf(9.1), pdf(10)], words: "one page, 9.1–11 pt" },
  { artifacts: [pdf(11, 2), pdf(11, 1)], words: "1–2 pages, 11 pt" },
])("the fit in words is “$words”", ({ artifacts, words }) => {
  expect(fitInWords(artifacts)).toBe(words);
});

test("sizes are a range of kilobytes, never zero", () => {
  expect(sizeInWords([pdf(11, 1, 90_000), pdf(11, 1, 3)])).toBe("1–88 KB");
});

test.each([
  { title: "A good brief", name: "a-good-brief" },
  { title: "Ärger über 5 % / ../etc: „nein“", name: "ärger-über-5-etc-nein" },
  { title: "???", name: "brief" },
  { title: "Con", name: "brief-con" },
  { title: "word ".repeat(40), name: Array(12).fill("word").join("-") },
  { title: "x".repeat(90), name: "x".repeat(60) },
])("the files of “$title” are named $name", ({ title, name }) => {
  expect(nameFromTitle(title)).toBe(name);
});

test.each([
  { file: ["output", "a.pdf"], shown: path.join("output", "a.pdf") },
  { file: [], shown: "." },
  { file: ["..", "elsewhere"], shown: path.resolve("/project/elsewhere") },
  { file: ["..name"], shown: "..name" },
])("$file is shown as a person would type it", ({ file, shown }) => {
  expect(shownPath(path.resolve("/project/here"), path.resolve("/project/here", ...file))).toBe(shown);
});

test("the program starts with its parser and its colours alone, so that --version and --help are quick", () => {
  const packages = new Set<string>();
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    const source = readFileSync(file, "utf8");
    for (const [, specifier = ""] of source.matchAll(/^(?:import|export) (?!type)[^;]*?from "([^"]+)"/gm)) {
      if (specifier.startsWith(".")) visit(path.resolve(path.dirname(file), specifier));
      else if (!specifier.startsWith("node:")) packages.add(specifier);
    }
  };
  visit(path.resolve(import.meta.dirname, "../../src/cli/main.ts"));
  expect(seen.size).toBeGreaterThan(5);
  expect([...packages].sort()).toEqual(["commander", "picocolors"]);
});

function openTestTerminal() {
  const out = openTestScreen();
  const err = openTestScreen();
  return { terminal: { out, err }, out, err };
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 10));
}
