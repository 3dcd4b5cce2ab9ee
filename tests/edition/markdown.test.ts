import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Citation } from "../../src/edition/edition.ts";
import { blockMarkdown, findImages, lineMarkdown } from "../../src/edition/markdown.ts";
import { allowListed, isKnownMarkup, sanitize } from "../../src/edition/sanitize.ts";
import { loadPayloads } from "../attacks/load-payloads.ts";
import { brokenRules } from "./read-html.ts";

const NUMBERS = new Map([
  ["alpha", 1],
  ["beta", 2],
]);

const context = {
  cite: (id: string): Citation | undefined => {
    const number = NUMBERS.get(id);
    return number === undefined
      ? undefined
      : { number, anchor: `source-${number}`, label: `Source ${number}: “A & B” <c>` };
  },
  assets: new Map([["chart.png", { dataUrl: "data:image/png;base64,AAAA", widthPx: 640, heightPx: 480 }]]),
};

const line = (markdown: string) => lineMarkdown(markdown, context);
const block = (markdown: string) => blockMarkdown(markdown, context);
const link = (href: string, label: string) => `<a href="${href}" rel="noopener noreferrer">${label}</a>`;
const cite = (number: number) =>
  `<a href="#source-${number}" aria-label="Source ${number}: “A &amp; B” &lt;c&gt;">${number}</a>`;

describe("a one-line field", () => {
  test.each([
    ["shows emphasis", "**a** *b* `c`", "<strong>a</strong> <em>b</em> <code>c</code>", "a b c"],
    [
      "turns line breaks into spaces",
      "one\ntwo  \nthree\n\nfour",
      "one two three four",
      "one two three four",
    ],
    ["shows the marks of headings and lists as text", "# a\n- b", "# a - b", "# a - b"],
    ["does not take a year for a list", "2024. A year", "2024. A year", "2024. A year"],
    ["shows raw HTML as text", "<b>a</b>", "&lt;b&gt;a&lt;/b&gt;", "<b>a</b>"],
    ["shows a comment as text", "a <!-- b -->", "a &lt;!-- b --&gt;", "a <!-- b -->"],
    ["reads character references once", "AT&amp;T &amp;lt; &#8722;3", "AT&amp;T &amp;lt; −3", "AT&T &lt; −3"],
    ["shows unknown references as written", "&frac12;", "&amp;frac12;", "&frac12;"],
    ["keeps tildes of approximation", "~5% to ~10%, ~~old~~", "~5% to ~10%, ~~old~~", "~5% to ~10%, ~~old~~"],
    ["keeps stars of multiplication", "3 * 4 * 5", "3 * 4 * 5", "3 * 4 * 5"],
    ["keeps definitions of links", "[a]: b", "[a]: b", "[a]: b"],
    ["links to the web", "[a](https://e.com/x)", link("https://e.com/x", "a"), "a (https://e.com/x)"],
    [
      "links an address once in text",
      "<https://e.com/x>",
      link("https://e.com/x", "https://e.com/x"),
      "https://e.com/x",
    ],
    ["links a bare www address", "www.e.com", link("http://www.e.com/", "www.e.com"), "www.e.com"],
    ["links a mail address", "[mail](mailto:a@e.com)", link("mailto:a@e.com", "mail"), "mail (a@e.com)"],
    [
      "labels a link without label by its address",
      "[](https://e.com/)",
      link("https://e.com/", "https://e.com/"),
      "https://e.com/",
    ],
    ["cites", "a [@alpha]", `a<sup class="cite"> ${cite(1)}</sup>`, "a [1]"],
    ["cites several", "a [@beta; @alpha]", `a<sup class="cite"> ${cite(2)}, ${cite(1)}</sup>`, "a [2, 1]"],
    [
      "cites inside a link without a link in a link",
      "[a [@alpha]](https://e.com/)",
      link("https://e.com/", 'a<sup class="cite"> 1</sup>'),
      "a [1] (https://e.com/)",
    ],
    [
      "does not put a link in a link",
      "[a <https://f.com/>](https://e.com/)",
      link("https://e.com/", "a https://f.com/"),
      "a https://f.com/ (https://e.com/)",
    ],
    ["shows a citation of nothing as written", "a [@nobody]", "a [@nobody]", "a [@nobody]"],
    ["does not cite in code", "`[@alpha]`", "<code>[@alpha]</code>", "[@alpha]"],
  ])("%s", (_, markdown, html, text) => {
    expect(line(markdown)).toEqual({ richText: { html, text }, warnings: [] });
  });

  test.each([
    "[a](javascript:b)",
    "[a](/relative)",
    "<ftp://e.com>",
    "![a](http://e.com/i.png)",
    "![a](chart.png)",
  ])("shows %s as written, with one warning", (markdown) => {
    const { richText, warnings } = line(markdown);
    expect(richText.text).toBe(markdown);
    expect(richText.html).not.toMatch(/<(?:a|img)/);
    expect(warnings.map(({ code }) => code)).toEqual([
      markdown.startsWith("!") ? "image-refused" : "link-refused",
    ]);
  });
});

describe("a field of paragraphs", () => {
  test.each([
    ["has paragraphs", "a\nb\n\nc", "<p>a b</p><p>c</p>", "a b\n\nc"],
    ["keeps a forced line break", "a\\\nb", "<p>a<br>b</p>", "a\nb"],
    ["makes headings bold paragraphs", "## a\n\nb", "<p><strong>a</strong></p><p>b</p>", "a\n\nb"],
    ["has lists", "- a\n- b\n  - c", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>", "• a\n• b\n  • c"],
    [
      "numbers a list from where it starts",
      "3. a\n4. b",
      '<ol start="3"><li>a</li><li>b</li></ol>',
      "3. a\n4. b",
    ],
    ["has lists of paragraphs", "- a\n\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>", "• a\n• b"],
    ["shows the boxes of tasks as text", "- [x] a", "<ul><li>[x] a</li></ul>", "• [x] a"],
    ["takes a plus sign for part of a number", "+ 3% in March", "<p>+ 3% in March</p>", "+ 3% in March"],
    ["keeps definitions of links", "[a]: b\n\n[c][a]", "<p>[a]: b</p><p>[c][a]</p>", "[a]: b\n\n[c][a]"],
    ["has quotations", "> a\n> b", "<blockquote><p>a b</p></blockquote>", "> a b"],
    ["has code", "```js\na < b\n```", "<pre><code>a &lt; b</code></pre>", "a < b"],
    ["has rules", "a\n\n***\n\nb", "<p>a</p><hr><p>b</p>", "a\n\n***\n\nb"],
    [
      "has tables",
      "|a|b|\n|-|-|\n|1|**2**|",
      '<table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead><tbody><tr><td>1</td><td><strong>2</strong></td></tr></tbody></table>',
      "a | b\n1 | 2",
    ],
    [
      "shows a table as written when GFM would drop a cell of it",
      "|a|\n|-|\n|1|2|",
      "<p>|a| |-| |1|2|</p>",
      "|a| |-| |1|2|",
    ],
    [
      "keeps Markdown working around raw HTML",
      "<div>\n**a**\n</div>",
      "<p>&lt;div&gt; <strong>a</strong> &lt;/div&gt;</p>",
      "<div> a </div>",
    ],
    [
      "embeds an image that was supplied",
      "![a *b*](chart.png)",
      '<p><img src="data:image/png;base64,AAAA" alt="a b" width="640" height="480"></p>',
      "a b",
    ],
  ])("%s", (_, markdown, html, text) => {
    expect(block(markdown)).toEqual({ richText: { html, text }, warnings: [] });
  });

  test("shows an image as written when what was supplied is not an image", () => {
    const assets = new Map([["a.png", { dataUrl: "data:text/html;base64,AAAA", widthPx: 1, heightPx: 1 }]]);
    const { richText, warnings } = blockMarkdown("![a](a.png)", { ...context, assets });
    expect(richText.html).toBe("<p>![a](a.png)</p>");
    expect(warnings.map(({ code }) => code)).toEqual(["image-refused"]);
  });

  test("is valid HTML with everything in it", () => {
    const everything =
      "# a\n\n- b\n\n  c [@alpha]\n- ![d](chart.png)\n\n1. e\n   > f\n\n|g|\n|-|\n|`h`|\n\n***\n\n```\ni\n```";
    // Void elements are closed as HTML has it, not as XHTML; the style of the label is the template’s.
    expect(brokenRules(block(everything).richText.html)).toEqual([]);
  });
});

test.each(["- ", "1. ", "> ", "> - "])("a line of many marks %j is shown as written", (mark) => {
  const written = `${mark.repeat(40)}deep`;
  expect(block(written).richText.text).toBe(written);
});

test("images beside the brief are found once each, in order, and no others", () => {
  const markdown =
    "![a](b.png) ![a](b.png)\n\n- **![c](<d e.png>)**\n\n|f|\n|-|\n|![g](h.png)|\n\n`![i](j.png)` ![k](http://l.com/m.png) ![n](data:image/png,o) ![p](//q.com/r.png)";
  expect(findImages(markdown)).toEqual(["b.png", "d e.png", "h.png"]);
});

test("the text form has every word, whatever surrounds it", () => {
  const word = fc
    .stringMatching(/^[\p{L}\p{N}]{1,12}$/u)
    .filter((text) => text.trim() === text && text !== "");
  const piece = fc.oneof(
    word,
    word.map((text) => `**${text}**`),
    word.map((text) => `_${text}_`),
    word.map((text) => `\`${text}\``),
    word.map((text) => `[${text}](https://e.com/)`),
    word.map((text) => `<b>${text}</b>`),
    fc.constantFrom("[@alpha]", "[", "](", "*", "_", "<", "&", "|", "\\", "![", "``", "~~"),
  );
  const start = fc.constantFrom("", "- ", "1. ", "> ", "# ", "    ", "* ", "|", "+ ", "[a]: ");
  const paragraph = fc
    .tuple(start, fc.array(piece, { minLength: 1, maxLength: 12 }))
    .map(([mark, pieces]) => mark + pieces.join(" "));
  const markdown = fc
    .array(paragraph, { minLength: 1, maxLength: 6 })
    .chain((paragraphs) => fc.constantFrom("\n", "\n\n").map((separator) => paragraphs.join(separator)));
  fc.assert(
    fc.property(markdown, (written) => {
      const words =
        written.match(/[\p{L}\p{N}]+/gu)?.filter((text) => text !== "alpha" && text !== "1") ?? [];
      for (const { richText } of [line(written), block(written)]) {
        expect(words.filter((text) => !richText.text.includes(text))).toEqual([]);
      }
    }),
    { numRuns: 500 },
  );
});

describe("the second layer", () => {
  // sanitize-html closes void elements as XHTML does and leaves quotation marks in text alone.
  const spelling = (html: string) =>
    html.replaceAll(" />", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'");
  const markdowns = [
    ...loadPayloads().map(({ markdown }) => markdown),
    '# a\n\n- b [@alpha; @beta]\n\n3. c\n\n![d](chart.png)\n\n|e|\n|-|\n|f|\n\n> g\\\nh\n\n***\n\n[i](https://j.com/?k=1&l=2 "m")',
  ];

  test.each(markdowns.map((markdown) => [markdown.slice(0, 60), markdown]))(
    "changes nothing in %j",
    (_, markdown) => {
      for (const { html } of [line(markdown).richText, block(markdown).richText]) {
        expect(isKnownMarkup(html)).toBe(true);
        expect(spelling(allowListed(html))).toBe(spelling(html));
      }
    },
  );

  test.each([
    ["<script>a</script>", "&lt;script&gt;a&lt;/script&gt;"],
    ['<p onclick="a">b</p>', "<p>b</p>"],
    ['<p style="color:red">b</p>', "<p>b</p>"],
    ['<a href="javascript:a">b</a>', "<a>b</a>"],
    ['<a href="#source-1" aria-label="a" target="_blank">1</a>', '<a href="#source-1" aria-label="a">1</a>'],
    ['<img src="http://e.com/i.png" alt="a">', '<img alt="a" />'],
    ['<sup class="other">1</sup>', "<sup>1</sup>"],
    ["<p", "&lt;p"],
  ])("would disarm %s if the first let it through", (html, disarmed) => {
    expect(isKnownMarkup(html)).toBe(false);
    expect(sanitize(html)).toBe(disarmed);
  });
});
