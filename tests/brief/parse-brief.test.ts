import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeText } from "../../src/brief/decode-text.ts";
import { parseBrief } from "../../src/brief/parse-brief.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";

const FOLDER = new URL("../briefs/valid/", import.meta.url);
const VALID = readdirSync(FOLDER);
const textOf = (name: string): string => readFileSync(new URL(name, FOLDER), "utf8");

test.each(VALID)("%s is valid, without a warning", (name) => {
  const outcome = parseBrief({ path: name, text: textOf(name) });
  expect(outcome.diagnostics).toEqual([]);
  expect(outcome.ok).toBe(true);
});

test("the value of a figure stays as written, and surrounding white space goes", () => {
  const outcome = parseBrief({ path: "brief.yaml", text: textOf("long.yaml") });
  expect(outcome.ok && outcome.value.brief.event.figures.map(({ value }) => value)).toEqual([
    "−17%",
    "$589 bn",
    "1.50",
    "1 in 3",
    "≈ 40",
    "12:30",
  ]);
});

test("a field is located by the path that it has in the brief", () => {
  const text = textOf("minimal.yaml");
  const outcome = parseBrief({ path: "brief.yaml", text });
  const place = outcome.ok ? outcome.value.locate(["caveats", 0, "claim"]) : undefined;
  expect(place).toMatchObject({ file: "brief.yaml", line: 7, column: 12 });
  expect(outcome.ok && outcome.value.locate(["caveats", 0, "likelihood"]).line).toBe(7);
  expect(outcome.ok && outcome.value.locate(["decision", "options", 1]).line).toBe(1);
});

test("an audience that the project adds may have an edition", () => {
  const text = textOf("minimal.yaml").replace("event:", "audiences: [legal]\nevent:");
  expect(parseBrief({ path: "b", text }, { knownAudiences: ["legal"] }).ok).toBe(true);
  expect(parseBrief({ path: "b", text }).ok).toBe(false);
});

test("columns count from the first letter also where the file begins with a byte order mark", () => {
  const outcome = parseBrief({ path: "b", text: `\ufefftitel: x\n${textOf("minimal.yaml")}` });
  expect(outcome.diagnostics.map(({ where }) => [where?.line, where?.column])).toEqual([[1, 1]]);
});

test("a line may end with carriage return and line feed", () => {
  const text = textOf("minimal.yaml").replaceAll("\n", "\r\n").replace("confidence: low", "confidence: lwo");
  const [finding, ...others] = parseBrief({ path: "b", text }).diagnostics;
  expect([finding?.code, finding?.where?.line, finding?.where?.column]).toEqual(["bad-choice", 9, 17]);
  expect(others).toEqual([]);
});

test.each([
  ["brackets", "[".repeat(1_000_000), "syntax-deep"],
  ["dashes", "- ".repeat(500_000), "syntax-deep"],
  [
    "nested fields",
    Array.from({ length: 500 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n"),
    "syntax-deep",
  ],
  ["references that nest", nestedReferences(200), "yaml-alias-bomb"],
  ["fields", Array.from({ length: 60_000 }, (_, index) => `k${index}: 1`).join("\n"), "syntax-many-parts"],
  ["commas", `[${",".repeat(1_000_000)}]`, "syntax-many-parts"],
  ["documents", "---\na\n".repeat(100_000), "syntax-many-parts"],
  ["letters", `title: ${"x".repeat(1024 ** 2)}`, "file-too-large"],
  ["zero bytes", "title: \0\0\0", "file-binary"],
])("a file with far too many %s is refused", (_name, text, code) => {
  const outcome = parseBrief({ path: "b", text });
  expect(outcome.diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
});

test("whatever the bytes, nothing is thrown and every finding lies in the file", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const decoded = decodeText("b", bytes);
      if (!decoded.ok) expectPlacesIn(new TextDecoder().decode(bytes), decoded.diagnostics);
      else expectPlacesIn(decoded.value, parseBrief({ path: "b", text: decoded.value }).diagnostics);
    }),
    { numRuns: 1000 },
  );
});

test("whatever is made of YAML’s marks, nothing is thrown and every finding lies in the file", () => {
  const piece = fc.constantFrom(
    ..."\n|  |- |: |'|\"|[|]|{|}|,|&a |*a|!|#|%|@|`|>|\t|? |a|title|sources|---\n|\\|\u202e|é|😀".split("|"),
    "|",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join("");
      expectPlacesIn(text, parseBrief({ path: "b", text }).diagnostics);
    }),
    { numRuns: 5000 },
  );
});

test("whatever replaces a part of a valid brief, nothing is thrown and every finding lies in the file", () => {
  const texts = VALID.map(textOf);
  const piece = fc.oneof(
    fc.constantFrom(
      "\n",
      "  ",
      "\t",
      ": ",
      "- ",
      '"',
      "'",
      "[@",
      "[@x]",
      "null",
      "{",
      "]",
      "*a",
      "&a ",
      "__proto__",
    ),
    fc.string({ maxLength: 5 }),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.nat(),
      fc.nat({ max: 40 }),
      piece,
      (text, start, length, part) => {
        const at = start % text.length;
        const changed = text.slice(0, at) + part + text.slice(at + length);
        expectPlacesIn(changed, parseBrief({ path: "b", text: changed }).diagnostics);
      },
    ),
    { numRuns: 1500 },
  );
});

function expectPlacesIn(text: string, diagnostics: readonly Diagnostic[]): void {
  const lines = text.replace(/^\ufeff/, "").split("\n");
  for (const { where, message } of diagnostics) {
    expect(where, message).toBeDefined();
    const line = lines[(where?.line ?? 0) - 1];
    expect(line, `${message} at line ${where?.line}`).toBeDefined();
    expect(where?.column).toBeGreaterThanOrEqual(1);
    expect(where?.column, message).toBeLessThanOrEqual((line?.length ?? 0) + 1);
  }
}

function nestedReferences(depth: number): string {
  const lines = Array.from({ length: depth }, (_, index) => `k${index + 1}: &k${index + 1} [*k${index}]`);
  return ["k0: &k0 x", ...lines].join("\n");
}
