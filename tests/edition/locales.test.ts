import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseLabels } from "../../src/edition/parse-labels.ts";
import { bundledLabels, editionOf, sampleBrief } from "./sample.ts";

const folder = new URL("../../locales/", import.meta.url);
const tags = readdirSync(folder).map((name) => name.replace(/\.yaml$/, ""));
const english = readFileSync(new URL("en.yaml", folder), "utf8");

test("eight languages are bundled, and the documentation says which", () => {
  expect(tags.sort()).toEqual(["ar", "de", "en", "es", "fr", "he", "ja", "zh"]);
  const names = new Intl.DisplayNames("en", { type: "language" });
  for (const tag of tags.filter((other) => other !== "en")) {
    expect(readFileSync(new URL("../../README.md", import.meta.url), "utf8")).toContain(`${names.of(tag)}`);
  }
});

describe.each(tags)("the locale %s", (tag) => {
  test("is named by a language tag that dates and numbers know", () => {
    expect(Intl.DateTimeFormat.supportedLocalesOf(tag)).toEqual([tag]);
  });

  test("has every label, and a form for each plural category but those of fractions and millions", () => {
    const { readingTime } = bundledLabels(tag);
    const rules = new Intl.PluralRules(tag);
    for (const minutes of [1, 2, 3, 5, 11, 21]) {
      expect(readingTime[rules.select(minutes)]).toContain("{minutes}");
    }
  });

  test("labels the audiences that every project has", () => {
    expect(Object.keys(bundledLabels(tag).audiences)).toEqual(
      expect.arrayContaining(["all", "c-level", "marketing"]),
    );
  });

  test("makes an edition without a mark left open", () => {
    const edition = editionOf(sampleBrief(), { locale: tag, labels: bundledLabels(tag) });
    expect(edition.lang).toBe(tag);
    expect(edition.readingTime.text).not.toMatch(/[{}]/);
    expect(edition.caveats[0]?.citations[0]?.label).toMatch(/1.*Title of alpha/);
  });
});

const lineOf = (text: string): number => english.slice(0, english.indexOf(text)).split("\n").length;

test.each([
  ["a missing label", "  event: What happened\n", "", "label-missing", 6, undefined],
  ["a misspelt label", "  event:", "  evnt:", "label-unknown", lineOf("  event:"), "Did you mean “event”?"],
  [
    "a misspelt level",
    "    moderate:",
    "    moderat:",
    "label-unknown",
    lineOf("    moderate:"),
    "Did you mean “moderate”?",
  ],
  ["a label that is not a text", "kicker: Executive brief", "kicker: [a]", "label-invalid", 4, undefined],
  ["a direction that there is not", "direction: ltr", "direction: up", "label-invalid", 3, undefined],
  ["a label without its mark", "{number}", "{nmber}", "label-invalid", lineOf("{number}"), undefined],
  ["broken YAML", "sections:", "sections: [", "labels-syntax", 7, undefined],
  ["an alias", "kicker: Executive brief", "kicker: &a b\nother: *a", "labels-syntax", 1, undefined],
  ["no label at all", english, "# nothing", "labels-syntax", 1, undefined],
] as const)("%s in a locale file is reported at its place", (_, written, instead, code, line, hint) => {
  const outcome = parseLabels(english.replace(written, instead), "locales/en.yaml");
  expect(outcome.ok).toBe(false);
  const found = outcome.diagnostics.filter((diagnostic) => diagnostic.code === code);
  expect(found.map(({ where }) => [where?.file, where?.line])).toEqual([["locales/en.yaml", line]]);
  if (hint !== undefined) expect(found[0]?.hint).toBe(hint);
});

test("all faults of a locale file are reported in one run", () => {
  const { diagnostics } = parseLabels(
    english.replace("language:", "lang:").replace("  by:", "  until:"),
    "en.yaml",
  );
  expect(diagnostics.map(({ code }) => code).sort()).toEqual([
    "label-missing",
    "label-missing",
    "label-unknown",
    "label-unknown",
  ]);
});
