import { readdirSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readBriefFile } from "../../src/brief/read-brief-file.ts";
import type { Brief } from "../../src/brief/schema.ts";
import { judgePdf, readClaims } from "../../src/conformance/index.ts";
import { blockMarkdown, lineMarkdown } from "../../src/edition/markdown.ts";
import { FORMAT_NAMES } from "../../src/formats/artifact.ts";
import { PAGE_SIZES } from "../../src/formats/pdf-printer.ts";
import type { Execbrief } from "../../src/open-execbrief.ts";
import type { BriefResult } from "../../src/project/brief-builder.ts";
import { openTestExecbrief } from "../support/open-test-execbrief.ts";
import { dense, type PdfContent, readPdf } from "../support/read-pdf.ts";

const root = path.resolve(import.meta.dirname, "../..");
const FILES = readdirSync(path.join(root, "briefs")).filter((name) => name.endsWith(".yaml"));
const SETS = readdirSync(path.join(root, "templates"));
const SIZES = ["A4", "Letter"] as const;
const EDITIONS = ["all", "c-level", "marketing"] as const;

/** 9 pt for body type; what is smaller is a label, a citation or a source. */
const BODY_FLOOR_PT = 9;

let execbrief: Execbrief;
beforeAll(async () => {
  execbrief = await openTestExecbrief({ folder: root, isPrinting: true });
});
afterAll(() => execbrief[Symbol.asyncDispose]());

test("there are three bundled briefs and four template sets", () => {
  expect(FILES).toHaveLength(3);
  expect(SETS).toHaveLength(4);
});

const CASES = SETS.flatMap((template) => FILES.map((file) => ({ template, file })));

describe.each(CASES)("$file in $template", ({ template, file }) => {
  describe.each(SIZES)("on %s", (size) => {
    let brief: Brief;
    let result: BriefResult;
    beforeAll(async () => {
      const source = await readBriefFile(path.join(root, "briefs", file));
      if (!source.ok) throw new Error("unreadable");
      const parsed = execbrief.parse(source.value);
      if (!parsed.ok) throw new Error(parsed.diagnostics.map(({ message }) => message).join("\n"));
      brief = parsed.value.brief;
      // A message knows no paper.
      const formats = size === "A4" ? FORMAT_NAMES : (["pdf", "html"] as const);
      result = await execbrief.build(source.value, { template, page: size, formats });
    });

    test("builds every edition without a finding", () => {
      expect(result.diagnostics).toEqual([]);
      expect(result.editions.map(({ audience }) => audience).sort()).toEqual([...EDITIONS].sort());
      for (const { artifacts } of result.editions) expect(artifacts).toHaveLength(size === "A4" ? 4 : 2);
    });

    describe.each(EDITIONS)("the %s edition", (audience) => {
      const artifact = (format: "pdf" | "html") => {
        const edition = result.editions.find((candidate) => candidate.audience === audience);
        const found = edition?.artifacts.find((candidate) => candidate.format === format);
        if (found === undefined) throw new Error(`no ${format}`);
        return found;
      };
      let pdf: PdfContent;
      beforeAll(async () => {
        pdf = await readPdf(artifact("pdf").bytes);
      });

      test("is one sheet of the right size", () => {
        expect(pdf.pages).toBe(1);
        expect(pdf.widthMm).toBeCloseTo(PAGE_SIZES[size].widthMm, 0);
        expect(pdf.heightMm).toBeCloseTo(PAGE_SIZES[size].heightMm, 0);
      });

      test("is set in a type that is read with ease", () => {
        expect(artifact("pdf").fit?.typePt).toBeGreaterThanOrEqual(BODY_FLOOR_PT);
        expect(pdf.typeSizes[0]).toBeGreaterThan(5);
      });

      test("has all its brief’s text in the PDF and in the HTML", () => {
        const html = dense(visibleText(new TextDecoder().decode(artifact("html").bytes)));
        for (const text of textsFor(brief, audience)) {
          expect(dense(pdf.text)).toContain(dense(text));
          expect(html).toContain(dense(text));
        }
      });

      test("links each source it cites, and each citation to its source", () => {
        const cited = brief.sources.filter(({ title }) => dense(pdf.text).includes(dense(title)));
        expect(cited.length).toBeGreaterThan(0);
        for (const { url } of cited) if (url !== undefined) expect(pdf.links).toContain(url);
        expect(pdf.innerLinks).toBeGreaterThanOrEqual(cited.length);
      });

      test("is a tagged PDF with title, language, outline and embedded subsets of its fonts", () => {
        expect(pdf.isTagged).toBe(true);
        expect(pdf.title).toBe(brief.title);
        expect(pdf.lang).toBe("en");
        expect(pdf.outline.map(dense)).toContain(dense(brief.title));
        expect(pdf.roles).toEqual(expect.arrayContaining(["H1", "H2", "P", "L", "Link"]));
        for (const font of pdf.fonts) expect(font).toMatch(/^[A-Z]{6}\+/);
      });

      test("breaks no rule of PDF/UA-1 and PDF/A-3a, and says that it meets them", () => {
        const { bytes } = artifact("pdf");
        expect(readClaims(bytes).standards).toEqual(["pdfua-1", "pdfa-3a"]);
        expect(judgePdf(bytes, ["pdfua-1", "pdfa-3a"])).toEqual([]);
      });

      test("is small enough to mail", () => {
        expect(artifact("pdf").bytes.length).toBeLessThan(300 * 1024);
        expect(artifact("html").bytes.length).toBeLessThan(400 * 1024);
      });
    });
  });
});

/** Everything that this edition must carry: all of it for `all`, its own implications and questions for an audience. */
function textsFor(brief: Brief, audience: string): string[] {
  const isFor = (audiences: readonly string[] | undefined) =>
    audience === "all" ||
    audiences === undefined ||
    audiences.includes(audience) ||
    audiences.includes("all");
  const line = (markdown: string) => withoutCitations(lineMarkdown(markdown, PLAIN).richText.text);
  const block = (markdown: string) =>
    blockMarkdown(markdown, PLAIN).richText.text.split("\n").map(withoutCitations);
  return [
    brief.title,
    ...line(brief.bottomLine),
    ...block(brief.event.summary).flat(),
    ...brief.event.figures.flatMap(({ value, label }) => [value, label]),
    ...brief.event.timeline.flatMap(({ text }) => line(text)),
    ...brief.caveats.flatMap(({ claim, caveat }) => [...line(claim), ...line(caveat)]),
    ...brief.implications.filter((item) => isFor([item.audience])).flatMap(({ text }) => line(text)),
    ...brief.questions
      .filter(({ audiences }) => isFor(audiences))
      .flatMap(({ question, why, owner }) => [
        ...line(question),
        ...(why ? line(why) : []),
        ...(owner ? [owner] : []),
      ]),
    ...(brief.decision ? line(brief.decision.ask) : []),
    ...(brief.decision?.options ?? []).flatMap(({ label, text }) => [label, ...line(text)]),
  ].filter((text) => text.trim() !== "");
}

const PLAIN = {
  cite: () => ({ number: 0, anchor: "source-0", label: "Source" }),
  assets: new Map(),
};

/** The pieces of a text between its citations, whose numbers depend on the edition, and final points, which may stand after one. */
const withoutCitations = (text: string): string[] =>
  text.split(/\s*\[0(?:[;,] ?0)*\]\s*/).map((piece) => piece.replace(/^[.,;:]\s*/, ""));

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#x27": "'",
  "#39": "'",
  "#x3D": "=",
};

const visibleText = (html: string): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>/g, "")
    .replace(/<[^>]+>/g, "")
    .replace(/&(#?\w+);/g, (entity, name) => ENTITIES[name] ?? entity);
