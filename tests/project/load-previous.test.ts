import { symlinkSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { parseBrief } from "../../src/brief/parse-brief.ts";
import { loadPrevious } from "../../src/project/load-previous.ts";
import { folderOf } from "../render/folder-of.ts";

const brief = (date: string, more = "") => `title: A title
date: ${date}
bottomLine: The point.
event: { summary: What happened. }
caveats:
  - { claim: They say so., caveat: It may not be., confidence: low, sources: [alpha] }
questions:
  - { question: What now? }
sources:
  - { id: alpha, title: Title of alpha }
${more}`;

async function previousOf(named: string, files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const folder = folderOf({ "briefs/now.yaml": "", ...files });
  symlinkSync(path.join(folder, "secret.yaml"), path.join(folder, "briefs/link.yaml"));
  const file = path.join(folder, "briefs/now.yaml");
  const parsed = parseBrief({
    path: "now.yaml",
    text: brief("2025-02-03", `previous: ${JSON.stringify(named)}\n`),
  });
  if (!parsed.ok) throw new Error(parsed.diagnostics.map(({ message }) => message).join("\n"));
  return loadPrevious(parsed.value, file, ["c-level", "marketing"]);
}

test("the edition before is read from the brief’s folder", async () => {
  const previous = await previousOf("old/first.yaml", { "briefs/old/first.yaml": brief("2025-01-01") });
  expect(previous).toMatchObject({ ok: true, value: { date: "2025-01-01" }, diagnostics: [] });
});

test("the edition before may be of the same day, and one of a later day is a warning", async () => {
  const same = await previousOf("first.yaml", { "briefs/first.yaml": brief("2025-02-03") });
  expect(same).toMatchObject({ ok: true, diagnostics: [] });
  const later = await previousOf("first.yaml", { "briefs/first.yaml": brief("2025-02-04") });
  expect(later).toMatchObject({ ok: true, diagnostics: [{ code: "previous-newer", severity: "warning" }] });
});

test("a brief that names none has none", async () => {
  const parsed = parseBrief({ path: "now.yaml", text: brief("2025-02-03") });
  if (!parsed.ok) throw new Error("not valid");
  expect(await loadPrevious(parsed.value, "/now.yaml", [])).toMatchObject({ ok: true, value: null });
});

test.each([
  ["nope.yaml", "previous-missing"],
  ["folder", "previous-missing"],
  ["../secret.yaml", "previous-outside"],
  ["link.yaml", "previous-outside"],
  ["now.yaml", "previous-itself"],
  ["./old/../now.yaml", "previous-itself"],
  ["broken.yaml", "previous-invalid"],
  ["empty.yaml", "previous-invalid"],
  ["image.yaml", "previous-invalid"],
  ["huge.yaml", "file-too-large"],
])("%s is refused as %s, at its place in the brief", async (named, code) => {
  const previous = await previousOf(named, {
    "secret.yaml": brief("2025-01-01"),
    "briefs/folder/x": "",
    "briefs/broken.yaml": brief("2025-01-01").replace("title:", "titel:"),
    "briefs/empty.yaml": "",
    "briefs/image.yaml": new Uint8Array([0x89, 0x50, 0, 1]),
    "briefs/huge.yaml": `# ${"x".repeat(1024 ** 2)}`,
  });
  expect(previous.ok).toBe(false);
  expect(previous.diagnostics).toMatchObject([{ code, where: { file: "now.yaml", line: 11, column: 11 } }]);
});

test("what is wrong in the edition before is told in short", async () => {
  const { diagnostics } = await previousOf("first.yaml", {
    "briefs/first.yaml": brief("2025-01-01")
      .replace("date: 2025-01-01", "date: soon")
      .replace("title:", "titel:"),
  });
  expect(diagnostics.map(({ message }) => message)).toEqual([
    "first.yaml, the edition before, has 2 errors; line 1: “titel” is not a field of a brief.",
  ]);
});
