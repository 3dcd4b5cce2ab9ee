import { expect, test } from "vitest";
import { parseBrief } from "../../src/brief/parse-brief.ts";
import { findLinks } from "../../src/links/find-links.ts";

const linksOf = (summary: string) => {
  const text = `title: A title
date: 2025-02-03
bottomLine: The point.
event:
  summary: ${JSON.stringify(summary)}
caveats:
  - { claim: They say so., caveat: It may not be., confidence: low, sources: [alpha] }
questions:
  - { question: What now? }
sources:
  - id: alpha
    title: See http://not.a.link/
    url: https://example.org/a
`;
  const parsed = parseBrief({ path: "brief.yaml", text });
  if (!parsed.ok) throw new Error(parsed.diagnostics.map(({ message }) => message).join("\n"));
  return findLinks(parsed.value).map(({ url, where }) => [url, `${where.line}:${where.column}`]);
};
const SOURCE = ["https://example.org/a", "13:10"];

test.each([
  ["no link", "Nothing to see.", []],
  ["a Markdown link", "See [it](https://x.org/a).", [["https://x.org/a", "5:22"]]],
  ["a link with a title", "See [it](https://x.org/a 'A').", [["https://x.org/a", "5:22"]]],
  ["a bare address before a full stop", "See https://x.org/a.", [["https://x.org/a", "5:17"]]],
  ["brackets of its own", "See https://x.org/a_(b).", [["https://x.org/a_(b)", "5:17"]]],
  ["brackets around it", "See (https://x.org/a), now", [["https://x.org/a", "5:18"]]],
  ["an address in angle brackets", "See <https://x.org/a>", [["https://x.org/a", "5:18"]]],
  [
    "two addresses",
    "http://x.org/a and http://x.org/a",
    [
      ["http://x.org/a", "5:13"],
      ["http://x.org/a", "5:32"],
    ],
  ],
  ["what is no address", "See http:// and https://", []],
])("%s in prose is found at its place", (_, summary, found) => {
  expect(linksOf(summary)).toEqual([SOURCE, ...found]);
});
