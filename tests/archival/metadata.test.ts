import { describe, expect, test } from "vitest";
import type { DocumentFacts } from "../../src/archival/document-facts.ts";
import { finishPdf } from "../../src/archival/finish-pdf.ts";
import { openPdfFile } from "../../src/pdf/pdf-file.ts";
import { isString, textOf } from "../../src/pdf/pdf-value.ts";
import { readPdf } from "../../src/pdf/read-pdf.ts";
import { buildPdf, type PdfObjects } from "../pdf/build-pdf.ts";
import { PLAIN_FACTS } from "./plain-facts.ts";

/** A page as small as can be, with two bookmarks and one object that nothing refers to. */
const OBJECTS: PdfObjects = {
  1: "<< /Type /Catalog /Pages 2 0 R /Outlines 6 0 R >>",
  2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
  3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
  4: ["", "BT /F 12 Tf 10 50 Td (Hello) Tj ET"],
  5: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  6: "<< /Type /Outlines /First 7 0 R /Last 8 0 R >>",
  7: "<< /Title (Alongtitle) /Parent 6 0 R /Next 8 0 R >>",
  8: "<< /Title (Whathappenedthen) /Parent 6 0 R >>",
  9: "(FORGOTTEN)",
  10: "<< /Producer (Skia/PDF m1) /Creator (A browser) /CreationDate (D:20260101000000Z) >>",
};

const finish = (facts: Partial<DocumentFacts> = {}, objects = OBJECTS) =>
  finishPdf(buildPdf(objects, "/Info 10 0 R "), { ...PLAIN_FACTS, ...facts });

const fileOf = async (facts: Partial<DocumentFacts> = {}) => openPdfFile(await finish(facts));

/** The document’s own dictionary. */
async function infoOf(facts: Partial<DocumentFacts> = {}): Promise<Readonly<Record<string, string>>> {
  const file = await fileOf(facts);
  return Object.fromEntries(
    [...file.dictionary(file.trailer.get("Info"))].flatMap(([key, value]) => {
      const resolved = file.resolve(value);
      return isString(resolved) ? [[key, textOf(resolved)]] : [];
    }),
  );
}

async function xmpOf(facts: Partial<DocumentFacts> = {}): Promise<string> {
  const file = await fileOf(facts);
  const catalog = file.dictionary(file.trailer.get("Root"));
  return new TextDecoder().decode(file.bytes(catalog.get("Metadata")));
}

/** The text of an element of XMP, its characters read back. */
const read = (xmp: string, element: string): string =>
  (new RegExp(`<${element}>(.*?)</${element}>`, "s").exec(xmp)?.[1] ?? "")
    .replace(/<[^>]+>/g, "")
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));

describe("what a PDF says of itself", () => {
  test.each([
    ["Title", "dc:title", PLAIN_FACTS.title],
    ["Author", "dc:creator", "Åse Øvergård"],
    ["Subject", "dc:description", PLAIN_FACTS.subject],
    ["Keywords", "pdf:Keywords", "brief; second; word"],
    ["Creator", "xmp:CreatorTool", PLAIN_FACTS.creator],
    ["Producer", "pdf:Producer", `${PLAIN_FACTS.creator}; Skia/PDF m1`],
  ])("%s is the same in both places", async (key, element, value) => {
    expect((await infoOf())[key]).toBe(value);
    expect(read(await xmpOf(), element)).toBe(value);
  });

  test("the day is the brief’s, in both places", async () => {
    const info = await infoOf();
    expect([info.CreationDate, info.ModDate]).toEqual(["D:20250203000000Z", "D:20250203000000Z"]);
    expect(read(await xmpOf(), "xmp:CreateDate")).toBe("2025-02-03T00:00:00Z");
  });

  test("nobody is its author where nobody is named", async () => {
    expect(await infoOf({ author: null })).not.toHaveProperty("Author");
    expect(await xmpOf({ author: null })).not.toContain("dc:creator");
  });

  test("it claims PDF/UA only where its page can be heard", async () => {
    expect(await xmpOf()).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(await xmpOf({ isAccessible: false })).not.toContain("<pdfuaid:part>");
  });

  test("its identifier is that of what it says and shows", async () => {
    const id = async (facts: Partial<DocumentFacts> = {}, objects = OBJECTS) =>
      JSON.stringify(openPdfFile(await finish(facts, objects)).trailer.get("ID"));
    expect(await id()).toBe(await id());
    expect(await id()).not.toBe(await id({ title: "Another" }));
    expect(await id()).not.toBe(await id({}, { ...OBJECTS, 4: ["", "BT /F 12 Tf 10 50 Td (Hallo) Tj ET"] }));
    const printedLater =
      "<< /Producer (Skia/PDF m1) /Creator (A browser) /CreationDate (D:20270101000000Z) >>";
    expect(await id()).toBe(await id({}, { ...OBJECTS, 10: printedLater }));
  });
});

describe("bookmarks", () => {
  test("have the words of headings with the spaces at which they were broken", async () => {
    const file = await fileOf({ title: "A long title", headings: ["A long title", "What happened then"] });
    const outlines = file.dictionary(file.dictionary(file.trailer.get("Root")).get("Outlines"));
    const first = file.dictionary(outlines.get("First"));
    const titles = [first, file.dictionary(first.get("Next"))].map((bookmark) =>
      file.resolve(bookmark.get("Title")),
    );
    expect(titles.map((title) => isString(title) && textOf(title))).toEqual([
      "A long title",
      "What happened then",
    ]);
  });
});

describe("the file", () => {
  test("keeps what its pages show", async () => {
    const content = readPdf(await finish());
    expect("pages" in content && content.pages[0]?.runs.map(({ text }) => text)).toEqual(["Hello"]);
  });

  test("holds nothing that nothing refers to", async () => {
    const file = await fileOf();
    const strings = Array.from({ length: 40 }, (_, object) => file.resolve({ type: "reference", object }));
    expect(strings.filter(isString)).toEqual([]);
    expect(isString(openPdfFile(buildPdf(OBJECTS)).resolve({ type: "reference", object: 9 }))).toBe(true);
  });

  test("is the same for the same print and facts", async () => {
    expect(Buffer.compare(await finish(), await finish())).toBe(0);
  });

  test("is finished as far as that goes where it is not tagged", async () => {
    const file = await fileOf();
    const catalog = file.dictionary(file.trailer.get("Root"));
    expect(catalog.has("StructTreeRoot")).toBe(false);
    expect(catalog.has("OutputIntents")).toBe(true);
  });
});
