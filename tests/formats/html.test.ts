import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Brief } from "../../src/brief/schema.ts";
import { fitAt, NOMINAL_STEP } from "../../src/formats/fit.ts";
import { htmlDocument, isSameDocument, toHtml } from "../../src/formats/html.ts";
import type { Page } from "../../src/formats/page.ts";
import { PAGE_SIZES } from "../../src/formats/pdf-printer.ts";
import { editionOf, sampleBrief } from "../edition/sample.ts";

const NASTY = `A "quoted" <b>title</b> & 'more' </title></style><script>`;

function pageOf(parts: Partial<Brief> = {}, page: Partial<Page> = {}): Page {
  return {
    edition: editionOf(sampleBrief(parts)),
    body: "<main data-sheet><div data-fit>x</div></main>",
    css: "p{color:red}",
    attributes: new Map(),
    typefaces: null,
    size: PAGE_SIZES.A4,
    maxPages: 1,
    ...page,
  };
}

const htmlOf = (page: Page): string => new TextDecoder().decode(toHtml(page, "x", null).bytes);
const styleOf = (html: string): string => /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? "";

test("the title and every meta value are escaped", () => {
  const html = htmlOf(pageOf({ title: NASTY, bottomLine: NASTY, author: { name: NASTY } }));
  const [head = ""] = html.split("<body>");
  expect(head.match(/<script|<b>/g)).toBeNull();
  expect(head.match(/<\/title>/g)).toHaveLength(1);
  expect(head.match(/<\/style>/g)).toHaveLength(1);
  expect(head).toContain('<title>A "quoted" &lt;b&gt;');
  expect(head.match(/content="A &quot;quoted&quot; &lt;b&gt;title&lt;\/b&gt; &amp; /g)).toHaveLength(4);
});

test("a meta value over several lines stays in its quotes", () => {
  const html = htmlOf(pageOf({ bottomLine: 'One\ntwo "three"' }));
  expect(html).toMatch(/<meta name="description" content="One[ \n]two &quot;three&quot;">/);
});

test.each([
  ["a plain sheet", "p{color:red}"],
  ["letters beyond ASCII", 'p::before{content:"→ “é” 漢"}'],
  ["several lines", "p{\ncolor:red\n}\n\n"],
])("the policy allows the very style of the page: %s", (_what, css) => {
  const html = htmlOf(pageOf({}, { css }));
  const hash = createHash("sha256").update(styleOf(html)).digest("base64");
  expect(html).toContain(
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'">`,
  );
});

test("the policy comes before everything that it governs", () => {
  const html = htmlOf(pageOf());
  const policy = html.indexOf("Content-Security-Policy");
  expect(policy).toBeGreaterThan(0);
  expect(policy).toBeLessThan(html.search(/<style|<link|<title|<body/));
});

test("no element has a style, and nothing is loaded", () => {
  const html = htmlOf(pageOf());
  expect(html).not.toMatch(/ style=|<script|src="(?!data:)|href="(?!data:|#)/);
});

test("language, direction and locale are the edition’s", () => {
  const edition = { ...editionOf(sampleBrief()), lang: "zh-Hant-TW", dir: "rtl" as const };
  const html = htmlOf(pageOf({}, { edition }));
  expect(html).toContain('<html lang="zh-Hant-TW" dir="rtl">');
  expect(html).toContain('<meta property="og:locale" content="zh_Hant_TW">');
});

test("a fit is written into the page, so that its printout looks like the PDF", () => {
  const html = new TextDecoder().decode(toHtml(pageOf(), "x", fitAt(0)).bytes);
  expect(styleOf(html)).toContain(":root{--fit-type:12.5pt;--fit-leading:1.5;--fit-space:1.7}");
  expect(styleOf(htmlOf(pageOf()))).toContain(":root{--fit-type:11pt;--fit-leading:1.45;--fit-space:1}");
});

test("the sheet’s rules come after the template’s, so that these cannot undo the fit", () => {
  const style = styleOf(htmlOf(pageOf({}, { css: ":root{--fit-type:30pt}" })));
  expect(style.indexOf("--fit-type:30pt")).toBeLessThan(style.indexOf("--fit-type:11pt"));
});

test("the artifact says what it is", () => {
  const { bytes, ...facts } = toHtml(pageOf(), "deepseek.c-level", null);
  expect(facts).toEqual({
    format: "html",
    name: "deepseek.c-level.html",
    mediaType: "text/html; charset=utf-8",
    pages: null,
    fit: null,
    mail: null,
  });
  expect(bytes.length).toBeGreaterThan(500);
});

describe("A finished page and the document that was printed", () => {
  const page = pageOf();
  const fit = fitAt(3);
  const printed = htmlDocument(page, { step: NOMINAL_STEP, isMeasured: true, isFixed: true });
  const finished = new TextDecoder().decode(toHtml(page, "x", fit).bytes);

  test("are the same but for the policy and the fit", () => {
    expect(finished).not.toBe(printed);
    expect(isSameDocument(finished, printed, fit)).toBe(true);
  });

  test.each<[string, string, string]>([
    ["its text", finished.replace("data-fit>x<", "data-fit>y<"), printed],
    ["its style", finished.replace("color:red", "color:rod"), printed],
    ["the rules of its sheet", finished.replace("padding:0", "padding:1"), printed],
    ["its policy", finished.replace(/'sha256-./, "'sha256-_"), printed],
    ["its head", finished.replace("<title>", "<title>x"), printed],
    ["its end", `${finished}<p>`, printed],
    ["the printed text", finished, printed.replace("data-fit>x<", "data-fit>y<")],
  ])("are not the same when %s differs", (_what, one, other) => {
    expect(isSameDocument(one, other, fit)).toBe(false);
  });

  test("are not the same at another fit", () => {
    expect(isSameDocument(finished, printed, fitAt(4))).toBe(false);
  });

  test("are not the same when no fit was found, for then the sheet can grow", () => {
    expect(isSameDocument(htmlOf(page), printed, NOMINAL_STEP)).toBe(false);
  });

  test("may not be the same when the template sets the fit itself", () => {
    const own = pageOf({}, { css: "html:root{--fit-type:30pt}" });
    const print = htmlDocument(own, { step: NOMINAL_STEP, isMeasured: true, isFixed: true });
    const done = new TextDecoder().decode(toHtml(own, "x", fit).bytes);
    expect(isSameDocument(done, print, fit)).toBe(false);
  });
});
