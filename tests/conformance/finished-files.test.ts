import { expect, test } from "vitest";
import { judgePdf, readClaims } from "../../src/conformance/index.ts";
import { openReaderBrowser } from "../support/reader-browser.ts";

// That what a build makes breaks no rule is held in tests/pages/bundled-briefs.test.ts, where it is built anyway.

test("a page as Chromium prints it breaks the rules that finishing is there for", async () => {
  const browser = await openReaderBrowser();
  try {
    const tab = await browser.newPage();
    await tab.setContent(
      `<!doctype html><html lang="en"><title>Raw</title><style>ul { list-style: none } p::before { content: "→" }</style>
       <h1>One</h1><h3>Three</h3><p>Text with a <a href="https://a.example/">link</a> and <strong>weight</strong>.</p>
       <ul><li>Item <strong>one</strong></li></ul><figure><svg width="9" height="9" role="img"><rect width="9" height="9"/></svg></figure>`,
    );
    const bytes = await tab.pdf({ tagged: true });
    const rules = new Set(judgePdf(bytes, ["pdfua-1", "pdfa-2a"]).map(({ rule }) => rule));
    // Metadata, what is not marked, roles, link texts, list bodies, alternatives, headings; identity and colour.
    const expected =
      "ua1/7.1-8 ua1/7.1-3 ua1/7.1-5 ua1/7.18.5-2 ua1/7.2-20 ua1/7.3-1 ua1/7.4.2-1 a2a/6.1.3-1 a2a/6.2.4.3-2 a2a/6.6.2.1-1";
    expect([...rules]).toEqual(expect.arrayContaining(expected.split(" ")));
    expect(readClaims(bytes)).toMatchObject({ standards: [], isArchival: false });
  } finally {
    await browser.close();
  }
});
