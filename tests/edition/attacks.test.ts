import { describe, expect, test } from "vitest";
import type { RichText } from "../../src/edition/edition.ts";
import { loadPayloads } from "../attacks/load-payloads.ts";
import { readHtml } from "./read-html.ts";
import { editionOf, sampleBrief } from "./sample.ts";

const ALLOWED_TAGS = new Set([
  ..."p strong em code pre blockquote ul ol li table thead tbody tr td br hr".split(" "),
  "ol start",
  "th scope",
  "sup class",
  "a aria-label href",
  "a href rel",
  "a href rel title",
]);
const ALLOWED_HREF = /^(?:https?:\/\/[^\s"'<>@]+|mailto:[^\s"'<>]+|#source-\d+)$/;

const payloads = loadPayloads();

test("the corpus has at least 150 attacks", () => {
  expect(payloads.length).toBeGreaterThanOrEqual(150);
});

describe.each(payloads)("$name", ({ markdown }) => {
  const edition = editionOf(
    sampleBrief({
      bottomLine: markdown,
      event: {
        summary: markdown,
        figures: [],
        timeline: [],
        quotes: [{ text: markdown, by: "A speaker", sources: ["alpha"] }],
      },
    }),
  );
  const [quote] = edition.quotes;
  const fields: [string, RichText | undefined][] = [
    ["a one-line field", edition.bottomLine],
    ["the summary", edition.summary],
    ["a quotation", quote?.text],
  ];

  test.each(fields)("is inert in %s, and nothing of it is lost", (_, richText) => {
    const { tags, hrefs, words } = readHtml(richText?.html ?? "");
    expect(tags.filter((tag) => !ALLOWED_TAGS.has(tag))).toEqual([]);
    expect(hrefs.filter((href) => !ALLOWED_HREF.test(href))).toEqual([]);
    const visible = words.toLowerCase();
    expect(wordsOf(markdown).filter((word) => !visible.includes(word))).toEqual([]);
  });
});

/** Runs of letters and digits outside of character references, whose form may change; in lower case, as hosts are written. */
function wordsOf(markdown: string): string[] {
  const withoutReferences = markdown.replace(/&(?:#x?[0-9a-f]+|[a-z]+);/gi, " ");
  return [...new Set(withoutReferences.toLowerCase().match(/[a-z0-9]{2,}/g))];
}
