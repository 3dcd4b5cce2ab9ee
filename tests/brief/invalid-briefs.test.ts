import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseBrief } from "../../src/brief/parse-brief.ts";

const FOLDER = new URL("../briefs/invalid/", import.meta.url);

/** JSON has no comments, so what its files must report is written here: line, column, code. */
const EXPECTED_IN_JSON: Readonly<Record<string, readonly string[]>> = {
  "json-misspelt.json": [
    "1:1 missing-field",
    "1:1 missing-field",
    "1:1 missing-field",
    "1:1 missing-field",
    "2:3 unknown-key",
    "3:11 bad-date",
  ],
  "json-open.json": ["3:14 syntax-bracket"],
  "json-no-comma.json": ["3:3 syntax-missing-comma"],
  "json-two-commas.json": ["2:16 syntax-comma"],
  "json-duplicate.json": ["3:3 duplicate-key"],
  "json-quote-open.json": ["2:12 syntax-quote"],
};

test.each(readdirSync(FOLDER))("%s reports what its comments expect, there and nothing else", (name) => {
  const text = readFileSync(new URL(name, FOLDER), "utf8");
  const expected = EXPECTED_IN_JSON[name] ?? expectationsIn(text);
  const outcome = parseBrief({ path: name, text });

  expect(expected.length).toBeGreaterThan(0);
  const reported = outcome.diagnostics.map(
    ({ code, where }, index) =>
      `${where?.line}${columnWhereExpected(expected[index], where?.column)} ${code}`,
  );
  expect(reported).toEqual(expected);
  expect(outcome.ok).toBe(outcome.diagnostics.every(({ severity }) => severity !== "error"));
});

/** `# expect: code@column, code` beside a line, as `line:column code` or `line code`. */
function expectationsIn(text: string): string[] {
  return text.split("\n").flatMap((line, index) => {
    const list = /# expect: (.*)$/.exec(line)?.[1] ?? "";
    return [...list.matchAll(/([a-z-]+)(?:@(\d+))?/g)].map(
      ([, code, column]) => `${index + 1}${column === undefined ? "" : `:${column}`} ${code}`,
    );
  });
}

const columnWhereExpected = (expected = "", column = 0): string =>
  /^\d+:/.test(expected) ? `:${column}` : "";
