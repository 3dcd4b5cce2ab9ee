import { afterAll, expect, test } from "vitest";
import { openChromiumPrinter } from "../../src/chromium/chromium-printer.ts";
import type { Page } from "../../src/formats/page.ts";
import { toPdf } from "../../src/formats/pdf.ts";
import { PAGE_SIZES } from "../../src/formats/pdf-printer.ts";
import { editionOf, sampleBrief } from "../edition/sample.ts";
import { openFakePrinter } from "../support/fake-printer.ts";
import { pdfTextOf } from "../support/pdf-text.ts";
import { testSurroundings } from "../support/surroundings.ts";

const printer = openChromiumPrinter({ surroundings: testSurroundings(), tabs: 1 });
afterAll(() => printer[Symbol.asyncDispose]());

function pageOf(css: string, parts: Partial<Page> = {}): Page {
  return {
    edition: editionOf(sampleBrief()),
    body: `<main data-sheet><div data-fit><p class="a">alpha</p><p class="b">beta</p></div></main>`,
    css,
    attributes: new Map(),
    typefaces: null,
    size: PAGE_SIZES.A4,
    maxPages: 1,
    ...parts,
  };
}

test("pages printed one after the other each have their own stylesheet", async () => {
  const texts: string[] = [];
  for (const css of [".a{display:none}", ".b{display:none}", ".a{display:none}"]) {
    const pdf = await toPdf(pageOf(css), "x", printer);
    texts.push(pdf.ok ? (await pdfTextOf(pdf.value.artifact.bytes)).join().trim() : "failed");
  }
  expect(texts).toEqual(["beta", "alpha", "beta"]);
});

test("an artifact says its name, its sheets and its fit", async () => {
  const pdf = await toPdf(pageOf(""), "deepseek.c-level", printer);
  expect(pdf).toMatchObject({
    ok: true,
    value: {
      artifact: {
        format: "pdf",
        name: "deepseek.c-level.pdf",
        mediaType: "application/pdf",
        pages: 1,
        fit: { typePt: 12.5, leading: 1.5, space: 1.7 },
      },
      views: [],
    },
  });
});

test.each([
  [1, "one A4 page", "--pages 2"],
  [2, "2 A4 pages", "--pages 3"],
])(
  "a page too long for %i sheets is told with its longest section and what to cut",
  async (maxPages, sheets, option) => {
    const section = `<section data-section="Caveats"><p>${"word ".repeat(5000)}</p></section>`;
    const body = `<main data-sheet><div data-fit>${section}</div></main>`;
    const pdf = await toPdf(pageOf("", { body, maxPages }), "x", openFakePrinter());
    expect(pdf).toMatchObject({ ok: false, diagnostics: [{ code: "page-overflow" }] });
    const [overflow] = pdf.diagnostics;
    expect(overflow?.message).toContain(`too long for ${sheets}`);
    expect(overflow?.message).toContain("“Caveats”");
    expect(overflow?.hint).toMatch(/^Cut about \d+ words from “Caveats”/);
    expect(overflow?.hint).toContain(option);
  },
);

test("a printer’s own findings are handed on", async () => {
  const signal = AbortSignal.abort();
  const pdf = await toPdf(pageOf(""), "x", openFakePrinter(), { signal });
  expect(pdf.diagnostics.map(({ code }) => code)).toEqual(["print-cancelled"]);
});
