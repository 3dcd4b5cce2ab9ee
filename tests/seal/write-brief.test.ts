import fc from "fast-check";
import { expect, test } from "vitest";
import { parseBrief } from "../../src/brief/parse-brief.ts";
import { type Brief, briefSchema } from "../../src/brief/schema.ts";
import { writeBrief } from "../../src/seal/write-brief.ts";
import { randomBrief } from "../support/random-brief.ts";

const BASE = {
  title: "A title",
  date: "2025-03-10",
  bottomLine: "The point.",
  event: { summary: "What happened." },
  caveats: [{ claim: "A claim.", caveat: "A caveat.", confidence: "low", sources: ["one"] }],
  questions: [{ question: "What now?" }],
  sources: [{ id: "one", title: "A source" }],
};

const readBack = (text: string): Brief => {
  const parsed = parseBrief({ path: "brief.yaml", text });
  if (!parsed.ok) throw new Error(parsed.diagnostics.map(({ message }) => message).join("\n"));
  return parsed.value.brief;
};

test.each([
  "yes",
  "null",
  "~",
  "2025-03-10",
  "0x1F",
  "1e3",
  "- a dash",
  "a: colon # and a hash",
  "“quoted” 'twice' \"over\"",
  "two\nlines",
  "a line that ends with spaces   \nand another\n\n\nafter a gap",
  "  - indented\n    - deeper",
  "tab\there",
  "back\\slash, %percent, @at, `tick`, !tag, &anchor, *alias",
  "東京 مرحبا שלום 🙂",
  "x ".repeat(150).trim(),
])("%j is read back as it was written", (text) => {
  const brief = briefSchema.parse({ ...BASE, event: { summary: text }, bottomLine: text });
  expect(readBack(writeBrief(brief))).toEqual(brief);
});

test("any brief is read back as it was, and written the same again", () => {
  fc.assert(
    fc.property(randomBrief, (written) => {
      const brief = briefSchema.parse(written);
      const text = writeBrief(brief);
      const again = briefSchema.parse(parsedOf(text));
      expect(again).toEqual(brief);
      expect(writeBrief(again)).toBe(text);
    }),
    { numRuns: 40 },
  );
});

function parsedOf(text: string): unknown {
  const parsed = parseBrief({ path: "brief.yaml", text });
  // What an editor would not like stands in random briefs; what counts is that it is read.
  if (!parsed.ok)
    throw new Error(parsed.diagnostics.map(({ code, message }) => `${code}: ${message}`).join("\n"));
  return parsed.value.brief;
}
