import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { generateBriefFormat } from "../scripts/generate-brief-format.ts";
import { generateErrorReference } from "../scripts/generate-error-reference.ts";
import { generateJsonSchema } from "../scripts/generate-json-schema.ts";
import { decodeText } from "../src/brief/decode-text.ts";
import { parseBrief } from "../src/brief/parse-brief.ts";
import type { Diagnostic } from "../src/diagnostics/diagnostic.ts";

const root = new URL("../", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), "utf8").replaceAll("\r\n", "\n");
const exampleBrief = read("scripts/example-brief.yaml");

test("the example in the docs is a valid brief without a warning", () => {
  expect(parseBrief({ path: "example-brief.yaml", text: exampleBrief }).diagnostics).toEqual([]);
});

test("schema/brief.schema.json is what the schema says (npm run docs)", async () => {
  await expect(generateJsonSchema()).toMatchFileSnapshot("../schema/brief.schema.json");
});

test("docs/brief-format.md is what the schema says (npm run docs)", async () => {
  await expect(generateBriefFormat(exampleBrief)).toMatchFileSnapshot("../docs/brief-format.md");
});

test("docs/errors.md lists every code (npm run docs)", async () => {
  await expect(generateErrorReference(exampleFindings())).toMatchFileSnapshot("../docs/errors.md");
});

/** What the invalid briefs of the tests report, so that the examples are real. */
function exampleFindings(): Diagnostic[] {
  const folder = new URL("tests/briefs/invalid/", root);
  const fromFiles = readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const text = readFileSync(new URL(name, folder), "utf8").replace(/ *# expect: .*/g, "");
      return parseBrief({ path: "brief.yaml", text }).diagnostics;
    });
  const fromBytes = [Buffer.from("\ufefftitle", "utf16le"), Buffer.from([0])].flatMap(
    (bytes) => decodeText("brief.yaml", bytes).diagnostics,
  );
  const large = parseBrief({ path: "brief.yaml", text: "x".repeat(2 * 1024 ** 2) }).diagnostics;
  return [...fromFiles, ...fromBytes, ...large];
}
