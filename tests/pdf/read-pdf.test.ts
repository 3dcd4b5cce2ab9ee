import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PdfPage, readPdf } from "../../src/pdf/read-pdf.ts";
import { buildPackedPdf, buildPdf, onePage, type PdfObjects } from "./build-pdf.ts";

const HELLO = "BT /F1 12 Tf 20 100 Td (Hello) Tj ET";

describe.each([
  ["with a cross-reference table", (objects: PdfObjects) => buildPdf(objects)],
  ["with object streams", (objects: PdfObjects) => buildPackedPdf(objects)],
  [
    "whose table is at the wrong place",
    (objects: PdfObjects) => withBytes(buildPdf(objects), /startxref\n\d+/, "startxref\n7"),
  ],
  ["whose end is lost", (objects: PdfObjects) => cut(buildPdf(objects), "xref")],
  [
    "with a wrong length of its content",
    (objects: PdfObjects) => withBytes(buildPdf(objects), /\/Length \d+/, "/Length 3"),
  ],
  [
    "that was appended to",
    (objects: PdfObjects) => Buffer.concat([buildPdf(objects), Buffer.from("\n\n  ")]),
  ],
])("a file %s", (_what, build) => {
  test("is read", () => {
    expect(textsOf(build(onePage(HELLO)))).toEqual(["Hello"]);
  });
});

test.each<[what: string, content: string, texts: readonly string[]]>([
  [
    "pieces of a line with spaces of their own",
    "BT /F1 12 Tf 20 100 Td [(To) -30 (gether)] TJ ET",
    ["Together"],
  ],
  [
    "lines by leading",
    "BT /F1 12 Tf 14 TL 20 100 Td (one) Tj T* (two) Tj (three) ' ET",
    ["one", "two", "three"],
  ],
  [
    "escapes and octal codes",
    "BT /F1 12 Tf 20 100 Td (\\(a\\)\\134 \\243\\\n5 {nested (pair)}) Tj ET",
    ["(a)\\ £5 {nested (pair)}"],
  ],
  ["hexadecimal strings", "BT /F1 12 Tf 20 100 Td <48 69 2> Tj ET", ["Hi "]],
  ["Windows signs", "BT /F1 12 Tf 20 100 Td (\\226 \\200 \\222) Tj ET", ["– € ’"]],
  [
    "a text in place of glyphs",
    "BT /F1 12 Tf 20 100 Td (a) Tj /Span << /ActualText <FEFF2019> >> BDC (') Tj EMC (b) Tj ET",
    ["a’b"],
  ],
  ["what comes after an inline image", `BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI ${HELLO}`, ["Hello"]],
  ["what comes after something unknown", `/Foo 1 2 BAR [ 1 2 >> ${HELLO}`, ["Hello"]],
])("%s are read", (_what, content, texts) => {
  expect(textsOf(buildPdf(onePage(content)))).toEqual(texts);
});

test.each<[what: string, content: string, visibility: string]>([
  ["in a mode that paints nothing", "3 Tr", "unpainted"],
  ["beyond the sheet", "1 0 0 1 0 150 cm", "off-sheet"],
  ["cut at its edge", "1 0 0 1 0 98 cm", "off-sheet"],
  ["outside its clip", "0 0 10 10 re W n", "clipped"],
  ["half inside its clip", "0 0 300 102 re W n", "clipped"],
  ["transparent", "/Clear gs", "unpainted"],
])("text %s is %s", (_what, before, visibility) => {
  const bytes = buildPdf(onePage(`${before} ${HELLO}`, "/ExtGState << /Clear << /ca 0 >> >>"));
  expect(pageOf(bytes).runs.map((run) => run.visibility)).toEqual([visibility]);
});

test("size, place and colour are those on the sheet", () => {
  const content = `q 2 0 0 2 10 5 cm 0.5 0 0 rg ${HELLO} Q 0 1 0 0 k BT /F1 6 Tf 5 5 Td (small) Tj ET`;
  const [large, small] = pageOf(buildPdf(onePage(content))).runs;
  expect(large).toMatchObject({ sizePt: 24, colour: [0.5, 0, 0] });
  expect(large?.box).toMatchObject({ left: 50, bottom: 205 });
  expect(small).toMatchObject({ sizePt: 6, colour: [1, 0, 1] });
});

test("the structure tree gives the order, and what it does not name keeps its place", () => {
  const content = [
    "/P << /MCID 0 >> BDC BT /F1 9 Tf 10 10 Td (second) Tj ET EMC",
    "BT /F1 9 Tf 10 30 Td (aside) Tj ET",
    "/P << /MCID 1 >> BDC BT /F1 9 Tf 10 50 Td (first) Tj ET EMC",
  ].join("\n");
  const bytes = buildPdf({
    ...onePage(content),
    1: "<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 6 0 R >>",
    6: "<< /Type /StructTreeRoot /K [7 0 R 8 0 R] >>",
    7: "<< /S /P /Pg 3 0 R /K 1 /P 6 0 R >>",
    8: "<< /S /P /P 6 0 R /K << /Type /MCR /Pg 3 0 R /MCID 0 >> >>",
  });
  expect(pageOf(bytes).runs.map(({ text }) => text)).toEqual(["first", "second", "aside"]);
});

test.each([
  [
    "a page from left to right",
    "ltr",
    "Say \u0645\u0631\u062D\u0628\u0627 and (\u05D0\u05D1 17% \u05D2) now",
  ],
  ["a page from right to left", "rtl", "\u05D0\u05D1\u05D2 (NVIDIA Corp) \u05D3\u05D4 12."],
] as const)("Hebrew and Arabic on %s are read as they are written", (_what, direction, written) => {
  const seen =
    direction === "ltr"
      ? "Say \u0627\u0628\u062D\u0631\u0645 and (\u05D2 17% \u05D1\u05D0) now"
      : ".12 \u05D4\u05D3 (NVIDIA Corp) \u05D2\u05D1\u05D0";
  const codes = [...new Set(seen)];
  const hex = (value: number) => value.toString(16).padStart(4, "0");
  const map = `1 begincodespacerange <0000> <FFFF> endcodespacerange ${codes.length} beginbfchar ${codes.map((character, index) => `<${hex(index + 1)}> <${hex(character.charCodeAt(0))}>`).join(" ")} endbfchar`;
  const shown = [...seen].map((character) => hex(codes.indexOf(character) + 1)).join("");
  const bytes = buildPdf({
    ...onePage(`BT /F1 10 Tf 10 10 Td <${shown}> Tj ET`),
    5: "<< /Type /Font /Subtype /Type0 /BaseFont /Some /Encoding /Identity-H /DescendantFonts [<< /DW 500 >>] /ToUnicode 6 0 R >>",
    6: ["", map],
  });
  const content = readPdf(bytes, direction);
  if ("problem" in content) throw new Error(content.problem);
  expect(content.pages[0]?.runs[0]?.text).toBe(written);
});

test("forms are followed with their own matrix, bounds and opacity", () => {
  const form = (dictionary: string, content: string) =>
    [`/Type /XObject /Subtype /Form /BBox [0 0 300 200] ${dictionary}`, content] as const;
  const bytes = buildPdf(
    onePage("/Half gs /X1 Do /X1 Do", "/XObject << /X1 6 0 R >> /ExtGState << /Half << /ca 0.5 >> >>", {
      6: form(
        "/Matrix [1 0 0 1 100 0] /Group << /S /Transparency >> /Resources << /XObject << /X2 7 0 R >> >>",
        "/X2 Do",
      ),
      7: form("/Resources << /Font << /F1 5 0 R >> /XObject << /X1 6 0 R >> >>", `${HELLO} /X1 Do`),
    }),
  );
  const { runs } = pageOf(bytes);
  expect(runs[0]).toMatchObject({ text: "Hello", opacity: 0.5 });
  expect(runs[0]?.box.left).toBeCloseTo(120);
  expect(runs.length).toBeLessThan(30);
});

test("a composite font is read by its ToUnicode map; what it lacks is counted", () => {
  const map = [
    "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    "2 beginbfchar <0003> <00660066> <0004> <D83DDE00> endbfchar",
    "2 beginbfrange <0010> <0012> <0061> <0020> <0021> [<0058> <0059>] endbfrange",
  ].join("\n");
  const bytes = buildPdf(
    onePage("BT /F2 10 Tf 10 10 Td <0003000400100012002100000099> Tj ET", "/Font << /F2 6 0 R >>", {
      6: "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Some-Bold /Encoding /Identity-H /DescendantFonts [7 0 R] /ToUnicode 8 0 R >>",
      7: "<< /Type /Font /Subtype /CIDFontType2 /DW 500 /W [3 [250] 16 18 1000] /FontDescriptor << /FontFile2 9 0 R >> >>",
      8: ["/Filter /FlateDecode", deflateSync(Buffer.from(map))],
      9: ["", ""],
    }).valueOf() as PdfObjects,
  );
  const [run] = pageOf(bytes).runs;
  expect(run).toMatchObject({ text: "ff😀acY", missingGlyphs: 2 });
  expect(run?.font).toMatchObject({ name: "Some-Bold", isEmbedded: true, isBold: true });
});

test("boxes, pictures and links are found", () => {
  const bytes = buildPdf({
    ...onePage("1 0 0 rg 10 10 50 20 re f q 60 0 0 30 100 100 cm /Im1 Do Q", "/XObject << /Im1 6 0 R >>", {
      6: [
        "/Type /XObject /Subtype /Image /Width 120 /Height 60 /BitsPerComponent 8 /ColorSpace /DeviceGray",
        "",
      ],
    }),
    3: "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /XObject << /Im1 6 0 R >> >> /Annots [<< /Subtype /Link /Rect [1 2 3 4] /A << /S /URI /URI (https://a.example/) >> >> << /Subtype /Link /Rect [1 2 3 4] /Dest /there >> << /Subtype /Text >>] >>",
  });
  const { fills, images, links } = pageOf(bytes);
  expect(fills).toMatchObject([{ box: { left: 10, bottom: 10, right: 60, top: 30 }, colour: [1, 0, 0] }]);
  expect(images).toMatchObject([{ widthPx: 120, heightPx: 60, box: { left: 100, right: 160 } }]);
  expect(links.map(({ href }) => href)).toEqual(["https://a.example/", "#there"]);
});

test.each([
  ["an encrypted file", buildPdf({ ...onePage(HELLO) }), "encrypted", "/Encrypt << /Filter /Standard >> "],
  ["a text", Buffer.from("Dear reader"), "damaged", ""],
  ["nothing", new Uint8Array(), "damaged", ""],
])("%s is told as such", (_what, bytes, problem, inTrailer) => {
  expect(readPdf(withBytes(bytes, "<< /Size", `<< ${inTrailer}/Size`))).toEqual({ problem });
});

test("content that cannot be decoded is no empty page", () => {
  expect(readPdf(buildPdf({ ...onePage(HELLO), 4: ["/Filter /FlateDecode", "not deflated"] }))).toEqual({
    problem: "damaged",
  });
});

test("no bytes make it throw or hang", () => {
  const whole = [buildPdf(onePage(HELLO)), buildPackedPdf(onePage(HELLO))];
  fc.assert(
    fc.property(
      fc.constantFrom(...whole),
      fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { maxLength: 20 }),
      (bytes, changes) => {
        const changed = Uint8Array.from(bytes);
        for (const [at, byte] of changes) changed[at % changed.length] = byte;
        readPdf(changed);
      },
    ),
    { numRuns: 500 },
  );
});

function pageOf(bytes: Uint8Array): PdfPage {
  const content = readPdf(bytes);
  if ("problem" in content) throw new Error(content.problem);
  const [page] = content.pages;
  if (page === undefined) throw new Error("no page");
  return page;
}

const textsOf = (bytes: Uint8Array): string[] => pageOf(bytes).runs.map(({ text }) => text);

const withBytes = (bytes: Uint8Array, what: string | RegExp, by: string): Uint8Array =>
  Buffer.from(Buffer.from(bytes).toString("latin1").replace(what, by), "latin1");

const cut = (bytes: Uint8Array, at: string): Uint8Array =>
  bytes.subarray(0, Buffer.from(bytes).lastIndexOf(`\n${at}\n`));
