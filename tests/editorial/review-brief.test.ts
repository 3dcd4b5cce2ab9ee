import { expect, test } from "vitest";
import { editorialRules } from "../../src/editorial/editorial-rules.ts";
import { unknownRules } from "../../src/editorial/unknown-rules.ts";
import { briefText, reviewText, wordAt } from "./review-text.ts";

const VERY_DEAR = (text: string) => text.replace("dearer freight", "very dear and very slow freight");

test("a brief without fault draws no finding", async () => {
  expect(await reviewText(briefText())).toEqual([]);
});

test("findings come in the order of the file, each at its word", async () => {
  const text = briefText((clean) =>
    VERY_DEAR(clean)
      .replace("The carrier raised its rates; renew the contract now", "Update on the contract")
      .replace("Which lanes could", "Could lanes")
      .replace("No other has said so", "No other has has said so"),
  );
  const found = await reviewText(text);
  expect(found.map(({ code, where }) => `${where?.line} ${code}`)).toEqual([
    "1 title-topic",
    "12 repeated-word",
    "17 weasel-word",
    "17 weasel-word",
    "19 question-closed",
  ]);
  expect(found.map(wordAt)).toEqual(["Update", "has", "very", "very", "Could"]);
});

test("a word in a folded text is found on its own line", async () => {
  const text = briefText((clean) => clean.replace("  contract before", "  enormous contract before"));
  const [found] = await reviewText(text);
  expect(found?.where).toMatchObject({ line: 6, column: 3 });
});

test("a missing owner is shown at the item that lacks it", async () => {
  const found = await reviewText(briefText((clean) => clean.replace("    owner: COO\n", "")));
  expect(found.map(({ code, where }) => [code, where?.line])).toEqual([["question-without-owner", 19]]);
});

test.each([
  ["off", []],
  ["info", ["info", "info"]],
  ["error", ["error", "error"]],
] as const)("a project sets a rule to %s", async (severity, expected) => {
  const found = await reviewText(briefText(VERY_DEAR), { rules: { "weasel-word": severity } });
  expect(found.map((diagnostic) => diagnostic.severity)).toEqual(expected);
});

test("rules on English are silent in other languages, and the others are not", async () => {
  const text = briefText((clean) =>
    VERY_DEAR(clean).replace("locale: en", "locale: de").replace("so [@a]", 'so "so" [@a]'),
  );
  const found = await reviewText(text);
  expect(found.map(({ code }) => code)).toEqual(["straight-quote"]);
  expect(found[0]?.hint).toBe('Write „so“ for "so".');
});

test("an exception silences one rule in one field", async () => {
  const text = `${briefText(VERY_DEAR)}exceptions:
  - { rule: weasel-word, field: "implications[0].text", reason: The carrier’s own words. }
`;
  expect(await reviewText(text)).toEqual([]);
});

test("an exception with words silences no other words of the field", async () => {
  const text = `${briefText(VERY_DEAR)}exceptions:
  - { rule: weasel-word, field: "implications[0].text", text: very dear, reason: It is. }
`;
  const found = await reviewText(text);
  expect(found.map(({ code, where }) => [code, where?.column])).toEqual([["weasel-word", 36]]);
});

test("an exception for a part silences what is inside it", async () => {
  const text = `${briefText(VERY_DEAR)}exceptions:
  - { rule: weasel-word, field: implications, reason: Written by the carrier. }
`;
  expect(await reviewText(text)).toEqual([]);
});

test("an exception is for a missing field too", async () => {
  const text = `${briefText((clean) => clean.replace("  by: 2025-01-31\n", ""))}exceptions:
  - { rule: decision-without-date, field: decision.by, reason: The board sets it. }
`;
  expect(await reviewText(text)).toEqual([]);
});

test.each([
  [
    "an exception for nothing",
    "weasel-word",
    "implications[0].text",
    "exception-unused",
    "Remove this exception.",
  ],
  [
    "an unknown rule",
    "weasel-words",
    "implications[0].text",
    "exception-unknown-rule",
    "Did you mean “weasel-word”?",
  ],
  ["a rule far from any", "no-such-thing-at-all", "title", "exception-unknown-rule", "docs/editorial.md"],
  [
    "an unknown field",
    "weasel-word",
    "implications[0].txt",
    "exception-unknown-field",
    "Did you mean “implications[0].text”?",
  ],
  [
    "an item too many",
    "weasel-word",
    "implications[3].text",
    "exception-unknown-field",
    "Did you mean “implications[0].text”?",
  ],
  ["no field at all", "weasel-word", "the text", "exception-unknown-field", "items count from 0"],
])("%s is a warning with a suggestion", async (_, rule, field, code, hint) => {
  const text = `${briefText()}exceptions:
  - rule: ${rule}
    field: "${field}"
    reason: It seemed right.
`;
  const found = await reviewText(text);
  expect(found).toMatchObject([{ code, severity: "warning", hint: expect.stringContaining(hint) }]);
  expect(found[0]?.where?.line).toBe(code === "exception-unknown-field" ? 29 : 28);
});

test("an exception is not called unused where its rule did not run", async () => {
  const text = `${briefText()}exceptions:
  - { rule: weasel-word, field: "implications[0].text", reason: It seemed right. }
`;
  expect(await reviewText(text, { rules: { "weasel-word": "off" } })).toEqual([]);
  expect(await reviewText(text, { language: "de" })).toEqual([]);
});

test("settings for rules that do not exist are told, with the rule that was meant", () => {
  expect(unknownRules({ "weasel-word": "off", "wiesel-word": "off", nonsense: "error" })).toEqual([
    { rule: "wiesel-word", suggestion: "weasel-word" },
    { rule: "nonsense", suggestion: undefined },
  ]);
});

test("every rule has a source, a reason and a code of its own", () => {
  for (const { source, reason } of editorialRules) {
    expect(source.title).not.toBe("");
    expect(reason).toMatch(/\.$/);
  }
  expect(new Set(editorialRules.map(({ code }) => code)).size).toBe(editorialRules.length);
});
