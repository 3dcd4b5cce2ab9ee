import { expect, test } from "vitest";
import { textAsOnPage } from "../../src/preflight/text-as-on-page.ts";
import { editionOf, sampleBrief } from "../edition/sample.ts";

const edition = editionOf(
  sampleBrief({
    event: {
      summary:
        "By [the terms](https://example.com/terms) (section 4) nothing is owed (see https://example.org/a).",
      figures: [],
      timeline: [],
      quotes: [],
    },
  }),
);

test.each([
  [
    "the address behind a link goes",
    "the terms (https://example.com/terms) (section 4)",
    "the terms (section 4)",
  ],
  [
    "also on the next line, behind a margin",
    "the terms\n    (https://example.com/terms) (section 4)",
    "the terms (section 4)",
  ],
  [
    "an address that the author wrote stays",
    "owed (see https://example.org/a).",
    "owed (see https://example.org/a).",
  ],
  ["numbers of sources leave their brackets", "nothing [1, 2] is", "nothing  1, 2  is"],
])("of plain text, %s", (_what, written, seen) => {
  expect(textAsOnPage(written, edition)).toBe(seen);
});
