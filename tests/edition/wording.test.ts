import { describe, expect, test } from "vitest";
import { countWords } from "../../src/edition/count-words.ts";
import { fillLabel } from "../../src/edition/fill-label.ts";
import { formatDay } from "../../src/edition/format-day.ts";
import { readingTime } from "../../src/edition/reading-time.ts";
import { safeHref } from "../../src/edition/safe-href.ts";
import { shortUrl } from "../../src/edition/short-url.ts";
import { bundledLabels } from "./sample.ts";

test.each([
  ["en", "2025-02-03", "3 February 2025", "3 Feb 2025"],
  ["en-GB", "2025-02-03", "3 February 2025", "3 Feb 2025"],
  ["en-US", "2025-02-03", "February 3, 2025", "Feb 3, 2025"],
  ["de", "2025-02-03", "3. Februar 2025", "3. Feb. 2025"],
  ["fr", "2025-02-03", "3 février 2025", "3 févr. 2025"],
  ["fr", "2025-02-01", "1er février 2025", "1er févr. 2025"],
  ["fr", "2025-02-11", "11 février 2025", "11 févr. 2025"],
  ["es", "2025-02-03", "3 de febrero de 2025", "3 feb 2025"],
])("in %s the day %s is %s, in short %s", (lang, iso, long, short) => {
  expect(formatDay(iso, lang)).toEqual({ iso, long, short });
});

test("a day is one of the Gregorian calendar, whatever calendar the language prefers", () => {
  expect(formatDay("2025-02-03", "th").long).toContain("2025");
});

test.each([
  ["en", "Three short words.", 3],
  ["en", "It’s a well-known $589 bn loss, −17%.", 7],
  ["en", "As reported [1, 2] (https://e.com/a/b/c) today [3].", 3],
  ["fr", "L’essentiel, aujourd’hui\u202F: rien.", 3],
  ["ru", "Москва не сразу строилась.", 4],
  ["ja", "東京は日本の首都です。", 6],
  ["en", "", 0],
])("in %s, %j has %d words", (lang, text, words) => {
  expect(countWords(text, lang)).toBe(words);
});

describe("reading time", () => {
  const labels = bundledLabels("en");
  const words = (count: number) => Array.from({ length: count }, () => "word").join(" ");

  test.each([
    [[], 0, 1, "1 min read"],
    [[words(238)], 238, 1, "1 min read"],
    [[words(200), words(276)], 476, 2, "2 min read"],
    [[words(238 * 3)], 714, 3, "3 min read"],
  ])("is whole minutes at 238 words each, at least one (%#)", (texts, count, minutes, text) => {
    expect(readingTime(texts, "en", labels)).toEqual({ words: count, minutes, text });
  });

  test("takes the plural form of its number, else the one for all others", () => {
    const polish = {
      ...labels,
      readingTime: { one: "{minutes} minuta", few: "{minutes} minuty", other: "{minutes} minut" },
    };
    const texts = [1, 2, 5].map((minutes) => readingTime([words(238 * minutes)], "pl", polish).text);
    expect(texts).toEqual(["1 minuta", "2 minuty", "5 minut"]);
  });
});

test("a label is filled in once, and a mark without a value stays", () => {
  const values = { title: "{number} $& $1", number: "3" };
  expect(fillLabel("Source {number}: {title} {constructor}", values)).toBe(
    "Source 3: {number} $& $1 {constructor}",
  );
});

test.each([
  ["https://www.example.com/a/", "www.example.com/a"],
  ["http://example.com", "example.com"],
  ["https://example.com/?a=b", "example.com/?a=b"],
])("%s is printed as %s", (url, short) => {
  expect(shortUrl(url)).toBe(short);
});

test.each([
  ["https://example.com", "https://example.com/"],
  ["HTTPS://EXAMPLE.com/A?b=c&d#e", "https://example.com/A?b=c&d#e"],
  ["https://exämple.com/ü", "https://xn--exmple-cua.com/%C3%BC"],
  ["https://example.com/it's", "https://example.com/it%27s"],
  ["mailto:a@example.com?subject=b", "mailto:a@example.com?subject=b"],
])("a reader may follow %s", (written, href) => {
  expect(safeHref(written)).toBe(href);
});

test.each([
  "javascript:alert(1)",
  "java\tscript:alert(1)",
  " https://example.com",
  "https:example.com",
  "https:\\\\example.com",
  "https://",
  "https://user@example.com/",
  "https://exa\u00ADmple.com/",
  "//example.com",
  "mailto:",
  "mailto:nobody",
  "data:text/html,a",
  "file:///etc/passwd",
  "",
])("a reader may not follow %j", (written) => {
  expect(safeHref(written)).toBeUndefined();
});
