import path from "node:path";
import { expect, test } from "vitest";
import { GOOD_BRIEF } from "./cli/good-brief.ts";
import { folderOf } from "./render/folder-of.ts";
import { openTestExecbrief } from "./support/open-test-execbrief.ts";

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>`;
const FILES = {
  "briefs/good.yaml": GOOD_BRIEF.replace(
    "date: 2025-02-03",
    "date: 2025-02-10\nprevious: first.yaml",
  ).replace("summary: Fees", "summary: Fees ![a square](square.svg)"),
  "briefs/first.yaml": GOOD_BRIEF,
  "briefs/square.svg": SVG,
  "brief.config.yaml": "formats: [html]\n",
};

test("relative paths are seen from the folder that was opened, and shown as they were given", async () => {
  const folder = folderOf(FILES);
  await using execbrief = await openTestExecbrief({ folder: path.join(folder, "briefs") });
  for await (const { file, editions } of execbrief.buildAll(["good.yaml"])) {
    expect(file).toBe("good.yaml");
    expect(editions.map(({ audience }) => audience)).toEqual(["all", "c-level", "marketing"]);
  }
  const source = await execbrief.read("good.yaml");
  expect(source).toMatchObject({ ok: true, value: { path: "good.yaml" } });
  if (!source.ok) return;
  expect(await execbrief.check(source.value)).toMatchObject({ ok: true, diagnostics: [] });
  const { editions } = await execbrief.build(source.value, { preflight: false });
  const html = new TextDecoder().decode(editions[0]?.artifacts[0]?.bytes);
  expect(html).toContain("data:image/svg+xml;base64,");
});

test("a file that is not there is missing under the name it was given", async () => {
  await using execbrief = await openTestExecbrief({ folder: folderOf(FILES) });
  const source = await execbrief.read("nope.yaml");
  expect(source).toMatchObject({
    ok: false,
    diagnostics: [{ code: "file-missing", where: { file: "nope.yaml" } }],
  });
});

test("absolute paths are what they are", async () => {
  await using execbrief = await openTestExecbrief({ folder: folderOf({}) });
  const file = path.join(folderOf(FILES), "briefs/good.yaml");
  expect(await execbrief.read(file)).toMatchObject({ ok: true, value: { path: file } });
});

test("a check finds what a brief names beside itself and is not there", async () => {
  const text = GOOD_BRIEF.replace("summary: Fees", "summary: Fees ![a square](nope.svg)");
  await using execbrief = await openTestExecbrief({ folder: folderOf({}) });
  const checked = await execbrief.check({ path: "good.yaml", text: `${text}previous: nope.yaml\n` });
  expect(checked.ok).toBe(false);
  expect(checked.diagnostics.map(({ code }) => code)).toEqual(["image-missing", "previous-missing"]);
});
