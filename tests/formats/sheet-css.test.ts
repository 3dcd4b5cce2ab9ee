import { expect, test } from "vitest";
import { NOMINAL_STEP } from "../../src/formats/fit.ts";
import { PAGE_SIZES, type PageSize } from "../../src/formats/pdf-printer.ts";
import { sheetCss } from "../../src/formats/sheet-css.ts";
import { editionOf, sampleBrief } from "../edition/sample.ts";

function cssOf(facts: { size?: PageSize["name"]; maxPages?: number; pageLabel?: string; isFixed?: boolean }) {
  const edition = editionOf(sampleBrief());
  const { size = "A4", maxPages = 1, pageLabel = "{page} of {pages}", isFixed = false } = facts;
  const labels = { ...edition.labels, fields: { ...edition.labels.fields, page: pageLabel } };
  const page = {
    edition: { ...edition, labels },
    body: "",
    css: "",
    attributes: new Map(),
    typefaces: null,
    size: PAGE_SIZES[size],
    maxPages,
  };
  return sheetCss(page, { step: NOMINAL_STEP, isFixed });
}

test.each([
  ["A4", "@page{size:210mm 297mm;margin:0}", "width:210mm", "calc(297mm - 1px)"],
  ["Letter", "@page{size:215.9mm 279.4mm;margin:0}", "width:215.9mm", "calc(279.4mm - 1px)"],
] as const)("%s has its size without margins and a sheet one pixel lower", (size, atPage, width, height) => {
  expect(cssOf({ size })).toContain(atPage);
  expect(cssOf({ size })).toContain(width);
  expect(cssOf({ size })).toContain(`min-height:${height};grid-template-rows:auto 1fr auto`);
});

test("a sheet with a known fit has a fixed height, so that text too many stands out", () => {
  const css = cssOf({ isFixed: true });
  expect(css).toContain("{box-sizing:border-box;width:210mm;");
  expect(css).toContain(";height:calc(297mm - 1px);grid-template-rows:auto minmax(0,1fr) auto");
  expect(css).not.toContain("min-height");
});

test("several sheets flow, each with margins and its number", () => {
  const css = cssOf({ maxPages: 3 });
  expect(css).toContain("@page{size:210mm 297mm;margin:14mm 15mm 16mm;");
  expect(css).toContain('content:"" counter(page) " of " counter(pages) ""');
  expect(css).not.toContain("display:grid");
});

test.each([
  ["a quote", 'Say "{page}" of {pages}', "\\22 "],
  ["a backslash", "\\{page}/{pages}", "\\5c "],
  ["the end of the style element", "</style>{page}{pages}", "\\3c "],
  ["a line break", "{page}\n{pages}", "\\a "],
  ["a return", "{page}\r{pages}", "\\d "],
])("a label with %s stays inside its string", (_what, pageLabel, escaped) => {
  const css = cssOf({ maxPages: 2, pageLabel });
  expect(css).toContain(escaped);
  expect(css).not.toMatch(/<\/style|\r/i);
});
