import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { findCitations } from "../../../src/brief/citation-pattern.ts";
import { readQuantities } from "../../../src/quantities/read-quantities.ts";
import { findEvidence } from "./find-evidence.ts";

const FOLDER = new URL("../../briefs/good/", import.meta.url);

/** Numbers that stand elsewhere too, in another sense, hide a few. */
const NOTICED_SHARE = 0.9;

test("nearly every number of a title or bottom line that is altered by a digit is noticed", () => {
  const altered = readdirSync(FOLDER)
    .filter((name) => name.endsWith(".yaml"))
    .map((name): Record<string, string> => parse(readFileSync(new URL(name, FOLDER), "utf8")))
    .flatMap((brief) => [...withAlteredNumbers(brief, "title"), ...withAlteredNumbers(brief, "bottomLine")]);
  expect(altered.length).toBeGreaterThan(100);
  const noticed = altered.filter((brief) => codesOf(brief).includes("headline-number-unsourced"));
  expect(noticed.length / altered.length).toBeGreaterThan(NOTICED_SHARE);
});

function withAlteredNumbers(brief: Record<string, string>, field: string): Record<string, string>[] {
  const text = brief[field] ?? "";
  const prose = findCitations(text).reduce(
    (rest, { raw }) => rest.replace(raw, " ".repeat(raw.length)),
    text,
  );
  return readQuantities(prose, brief.locale ?? "en").map(({ numeralOffset, numeral }) => ({
    ...brief,
    [field]: text.slice(0, numeralOffset) + alter(numeral) + text.slice(numeralOffset + numeral.length),
  }));
}

/** The last digit that is not zero, three more. */
const alter = (numeral: string): string =>
  numeral.replace(/[1-9](?=[^1-9]*$)/, (digit) => String(((Number(digit) + 2) % 9) + 1));

const codesOf = (brief: unknown): string[] => findEvidence(stringify(brief)).map(({ code }) => code);
