import { expect, test } from "vitest";
import { measurePrecision, precisionTable } from "../../scripts/measure-precision.ts";
import { editorialRules } from "../../src/editorial/editorial-rules.ts";
import { readCorpora } from "./read-corpora.ts";

const corpora = readCorpora();
const scores = await measurePrecision(corpora);

if (import.meta.env.MODE === "precision") {
  const mistakes = scores.flatMap(({ rule, wronglyFound, missed }) => [
    ...wronglyFound.map((sentence) => `${rule} wrongly found: ${sentence}`),
    ...missed.map((sentence) => `${rule} missed: ${sentence}`),
  ]);
  process.stdout.write(`${precisionTable(scores)}\n\n${mistakes.join("\n")}\n`);
}

test.each(scores)(
  "$rule is right in at least nine of ten findings, or off by default",
  ({ rule, precision }) => {
    const isOn = editorialRules.find(({ code }) => code === rule)?.isOnByDefault;
    expect(isOn).toBeDefined();
    if (isOn === true) expect(precision).toBeGreaterThanOrEqual(0.9);
  },
);

test("every sentence stands in the corpus once, and there are at least 200", () => {
  const all = corpora.flatMap(({ rule, bad, good }) =>
    [...bad, ...good].map((item) => `${rule} ${JSON.stringify(item)}`),
  );
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBeGreaterThanOrEqual(200);
});
