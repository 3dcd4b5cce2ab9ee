import { expect, test } from "vitest";
import { layOutText } from "../../src/formats/lay-out-text.ts";
import { textWidth } from "../../src/formats/text-width.ts";
import { VALUE_END, VALUE_START } from "../../src/render/helpers.ts";
import { editionOf, sampleBrief } from "../edition/sample.ts";
import { textOf } from "./email/mail-of.ts";

/** A value of a brief in what a template wrote. */
const value = (text: string): string => VALUE_START + text + VALUE_END;
const laidOut = (written: string): string => layOutText(written, 20).replace(/\n$/, "");

test.each<[what: string, written: string, expected: string]>([
  ["a paragraph is wrapped at words", value("one two three four five"), "one two three four\nfive"],
  [
    "a word that is too long stays whole",
    value("see https://example.com/a/long/path now"),
    "see\nhttps://example.com/a/long/path\nnow",
  ],
  ["a heading is underlined as far as it goes", `# ${value("Title")}`, "Title\n====="],
  [
    "a heading of two lines is underlined by the longer",
    `## ${value("A title that is long")} x`,
    "A title that is long\nx\n--------------------",
  ],
  ["a rule fills the line", "---", "-".repeat(20)],
  [
    "an indented line is indented throughout",
    `  ${value("one two three four five")}`,
    "  one two three four\n  five",
  ],
  ["text hangs at its margin", `1.  ${value("one two three four five")}`, "1.  one two three\n    four five"],
  ["neighbours share the widest margin", `a  ${value("x")}\nbcd  ${value("y")}`, "a    x\nbcd  y"],
  ["lines that are apart do not", `a  ${value("x")}\n\nbcd  ${value("y")}`, "a  x\n\nbcd  y"],
  ["only the first two blanks are a margin", `a  ${value("b")}  c`, "a  b c"],
  ["blank lines do not add up", "a\n\n\n\nb", "a\n\nb"],
  ["a value of several lines keeps them at its margin", `1.  ${value("one\ntwo")}`, "1.  one\n    two"],
  [
    "items of a list hang behind their mark",
    value("• one two three four five"),
    "• one two three four\n  five",
  ],
  [
    "a quotation keeps its mark on each line",
    value("> one two three four five"),
    "> one two three four\n> five",
  ],
  [
    "a no-break space holds words together and is then plain",
    value("one two three fo\u00a0ur"),
    "one two three fo ur",
  ],
  ["numbers of sources stay on one line", value("one two three [1, 2, 3]"), "one two three\n[1, 2, 3]"],
  ["wide letters take two columns", value("東京東京東 京東京東京"), "東京東京東\n京東京東京"],
])("%s", (_what, written, expected) => {
  expect(laidOut(written)).toBe(expected);
});

test.each([
  ["a heading", "# x"],
  ["a rule", "---"],
  ["a margin", "a  b"],
  ["an indentation", "  x"],
])("what looks like %s in a brief is none", (_what, text) => {
  expect(laidOut(`a ${value(text)}`)).toBe(`a ${text.trim().replace(/ +/g, " ")}`);
  expect(laidOut(value(text)).split("\n")).toHaveLength(1);
});

test.each([
  ["abc", 3],
  ["東京", 4],
  ["e\u0301", 1],
  ["🙂", 2],
  ["a\u200db", 2],
])("%j is %i columns wide", (text, width) => {
  expect(textWidth(text)).toBe(width);
});

test("an edition as text has 72 columns, its parts in order and its sources numbered", async () => {
  const text = await textOf(
    editionOf(
      sampleBrief({
        bottomLine: `The point [@alpha]: ${"many words ".repeat(12)}end.`,
        classification: "Internal",
        author: { name: "Ann", role: "Research", email: "ann@example.com" },
        event: {
          ...sampleBrief().event,
          figures: [{ value: "−17%", label: "what it is of", sources: ["alpha"] }],
          quotes: [{ text: "Words.", by: "Somebody", role: "Chair", sources: ["beta"] }],
          timeline: [{ date: "2025-01-27", text: "A day.", sources: [] }],
        },
        sources: [
          { id: "alpha", title: "Title of alpha", url: "https://example.com/a", publisher: "Acme" },
          { id: "beta", title: "Title of beta" },
        ],
      }),
    ),
  );
  const lines = text.split("\n");
  expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(72);
  const order = [
    ...[
      "Executive brief · Internal",
      "A title",
      "=======",
      "Ann, Research, ann@example.com",
      "The point [1]:",
    ],
    ...["−17%  what it is of [1]", "27 Jan 2025  A day.", "“Words.”", "    Somebody, Chair [2]"],
    ...["1.  The claim: They say so.", "    Caveat 1: It may not be.", "    Low confidence · Sources [1]"],
    ...["1.  What now?", "[1]  Title of alpha, Acme", "     https://example.com/a", "[2]  Title of beta"],
  ];
  const places = order.map((start) => lines.findIndex((line) => line.startsWith(start)));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places).not.toContain(-1);
});

test("text is text: nothing is escaped, and control characters of a brief mark nothing", async () => {
  const text = await textOf(editionOf(sampleBrief({ title: `A & B <b>"x"</b> {{y}}` })));
  expect(text).toContain(`A & B <b>"x"</b> {{y}}`);
  expect(text).not.toMatch(/&(?:amp|lt|quot)/);
  expect(text.includes(VALUE_START) || text.includes(VALUE_END)).toBe(false);
});
