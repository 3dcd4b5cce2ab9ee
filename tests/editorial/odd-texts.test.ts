import fc from "fast-check";
import { expect, test } from "vitest";
import { parseBrief } from "../../src/brief/parse-brief.ts";
import { splitSentences } from "../../src/editorial/split-sentences.ts";
import { blockProse, lineProse, plainProse } from "../../src/editorial/strip-markdown.ts";
import { briefText, reviewText } from "./review-text.ts";

const pieces = [
  "word",
  "The",
  " ",
  "  ",
  "\n",
  "\n\n",
  ".",
  "!",
  "?",
  ",",
  ";",
  ": ",
  " - ",
  "--",
  "*",
  "**",
  "***",
  "_",
  "__",
  "`",
  "``",
  "[",
  "](",
  ")",
  "[@a]",
  "[@a; @b]",
  "\\",
  "“",
  "”",
  "'",
  '"',
  "# ",
  "- ",
  "1. ",
  "> ",
  "|",
  "```",
  "<https://x.test>",
  "https://x.test/a_b",
  "U.S.",
  "No. ",
  "5",
  "-17%",
  "$5.6 M.",
  "very",
  "ABC",
  "(ABC)",
  "and who ",
  "\u00a0",
  "\u{1f600}",
  "é",
  "why",
  "should be ",
];
const oddText = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(""));

test("each character of the prose is one of the raw text, in order", () => {
  fc.assert(
    fc.property(oddText, (raw) => {
      for (const { text, rawOffsets } of [plainProse(raw), lineProse(raw), ...blockProse(raw)]) {
        expect(rawOffsets).toHaveLength(text.length);
        for (const [index, rawOffset] of rawOffsets.entries()) {
          expect(rawOffset).toBeGreaterThan(rawOffsets[index - 1] ?? -1);
          const written = raw.charAt(rawOffset);
          expect(/\s/.test(written) ? " " : written).toBe(text.charAt(index));
        }
      }
    }),
  );
});

test("sentences cover all but the space between them, in order", () => {
  fc.assert(
    fc.property(oddText, (raw) => {
      const { text } = lineProse(raw);
      const ranges = splitSentences(text, "en");
      const rest = ranges.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
      expect(rest.trim()).toBe("");
      for (const [index, { start }] of ranges.entries()) {
        expect(start).toBeGreaterThanOrEqual(ranges[index - 1]?.end ?? 0);
      }
    }),
  );
});

test("a review of any text ends, and points into the file", async () => {
  await fc.assert(
    fc.asyncProperty(oddText, async (odd) => {
      const written = JSON.stringify(
        `A ${odd.replaceAll("[@b]", "").replaceAll("; @b", "")} end.`.slice(0, 280),
      );
      const text = briefText((clean) =>
        clean
          .replace("Budget for dearer freight.", written)
          .replace("Which lanes could move to rail?", written)
          .replace("No other has said so [@a].", written),
      );
      const lines = text.split("\n");
      fc.pre(parseBrief({ path: "brief.yaml", text }).ok);
      for (const { where } of await reviewText(text)) {
        expect(where?.column).toBeLessThanOrEqual((lines[(where?.line ?? 0) - 1]?.length ?? -1) + 1);
      }
    }),
    { numRuns: 60 },
  );
});

test.each([
  ["stars", "*".repeat(2400)],
  ["open emphasis", "*a ".repeat(800)],
  ["brackets", "[".repeat(2400)],
  ["links never closed", "[a](b ".repeat(400)],
  ["backticks", "`a``".repeat(600)],
  ["capitals", "A ".repeat(1200)],
  ["quotation marks", "“ ” ' \" ".repeat(300)],
  ["conjunctions", "and the who of ".repeat(160)],
  ["pipes", "| ".repeat(1200)],
])("a summary of nothing but %s is read", async (_, summary) => {
  const text = briefText((clean) =>
    clean.replace("The carrier raised its rates on Monday [@a].\ncaveats", `x ${summary} [@a]\ncaveats`),
  );
  expect((await reviewText(text)).every(({ where }) => where !== undefined)).toBe(true);
});
