import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Breach, judgePdf, readClaims } from "../../src/conformance/index.ts";
import { PAGE_SIZES } from "../../src/formats/pdf-printer.ts";
import type { Execbrief } from "../../src/open-execbrief.ts";
import { openTestExecbrief } from "../support/open-test-execbrief.ts";
import { openReaderBrowser } from "../support/reader-browser.ts";

const root = path.resolve(import.meta.dirname, "../..");
const BRIEFS = readdirSync(path.join(root, "briefs")).filter((name) => name.endsWith(".yaml"));
const SETS = readdirSync(path.join(root, "templates"));
const PAGES = Object.values(PAGE_SIZES).map(({ name }) => name);
const sourceOf = (name: string) => {
  const file = path.join(root, "briefs", name);
  return { path: file, text: readFileSync(file, "utf8") };
};
const told = (breaches: readonly Breach[]) =>
  breaches.map(({ rule, what, where }) => `${rule}: ${what} ${JSON.stringify(where)}`);

describe("what a build makes", () => {
  let execbrief: Execbrief;
  beforeAll(async () => {
    execbrief = await openTestExecbrief({ folder: root, isPrinting: true });
  });
  afterAll(() => execbrief[Symbol.asyncDispose]());

  test.each(SETS.flatMap((template) => PAGES.map((page) => ({ template, page }))))(
    "on $page with $template breaks no rule of PDF/UA-1 and PDF/A-3a, in no edition of a bundled brief",
    async ({ template, page }) => {
      const results = await Promise.all(
        BRIEFS.map((name) =>
          execbrief.build(sourceOf(name), { template, page, formats: ["pdf"], preflight: false }),
        ),
      );
      const files = results.flatMap(({ editions }) => editions).flatMap(({ artifacts }) => artifacts);
      expect(files.length).toBeGreaterThanOrEqual(BRIEFS.length);
      for (const { name, bytes } of files) {
        expect({ name, ...readClaims(bytes) }).toMatchObject({ standards: ["pdfua-1", "pdfa-3a"] });
        expect({ name, breaches: told(judgePdf(bytes, ["pdfua-1", "pdfa-3a"])) }).toEqual({
          name,
          breaches: [],
        });
      }
    },
  );
});

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
