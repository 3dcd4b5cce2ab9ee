import { srgbProfile } from "../../src/archival/srgb-profile.ts";
import { buildPdf, type PdfObjects } from "../pdf/build-pdf.ts";

/** Objects by number, each body with its stream, if it has one, so that a test can change one thing of it. */
export type Parts = Readonly<Record<number, Part>>;

export interface Part {
  readonly body: string;
  readonly stream?: string | Uint8Array;
}

/** A small file that is all that PDF/UA-1 and PDF/A-2a ask. */
export function goodParts(): Parts {
  return {
    1: part(
      "/Type /Catalog /Pages 2 0 R /Lang (en-GB) /MarkInfo <</Marked true>> /StructTreeRoot 20 0 R /Metadata 10 0 R /OutputIntents [12 0 R] /ViewerPreferences <</DisplayDocTitle true>> /Outlines 14 0 R",
    ),
    2: part("/Type /Pages /Kids [3 0 R] /Count 1"),
    3: part(
      "/Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /StructParents 0 /Tabs /S /Annots [40 0 R] /Resources <</Font <</F1 5 0 R>> /XObject <</Im1 41 0 R /Fm1 42 0 R>> /ExtGState <</G1 43 0 R>>>>",
    ),
    4: { body: "", stream: CONTENT },
    5: part(
      "/Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Good /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 9 0 R",
    ),
    6: part(
      "/Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Good /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /CIDToGIDMap /Identity /DW 500 /W [1 [500 400]] /FontDescriptor 7 0 R",
    ),
    7: part("/Type /FontDescriptor /FontName /ABCDEF+Good /Flags 32 /FontFile2 8 0 R"),
    8: { body: "", stream: smallFont([500, 500, 400]) },
    9: { body: "", stream: UNICODE_MAP },
    10: { body: "/Type /Metadata /Subtype /XML", stream: xmp("2") },
    11: { body: "/N 3", stream: srgbProfile() },
    12: part("/Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /DestOutputProfile 11 0 R"),
    13: part("/Title (Good) /CreationDate (D:20250203000000Z)"),
    14: part("/First 15 0 R /Last 15 0 R /Count 1"),
    15: part("/Title (Good) /Parent 14 0 R /Dest [3 0 R /Fit]"),
    20: part("/Type /StructTreeRoot /K [22 0 R] /ParentTree 21 0 R /RoleMap <</Strong /Span>>"),
    21: part("/Nums [0 [23 0 R 24 0 R 25 0 R 28 0 R 29 0 R 33 0 R 35 0 R 36 0 R 37 0 R 38 0 R] 1 25 0 R]"),
    22: element("Document", 20, "/K [23 0 R 24 0 R 26 0 R 30 0 R 36 0 R 37 0 R 38 0 R]"),
    23: element("H1", 22, "/Pg 3 0 R /K 0"),
    24: element("P", 22, "/Pg 3 0 R /K [1 25 0 R]"),
    25: element("Link", 24, "/Pg 3 0 R /K [2 <</Type /OBJR /Obj 40 0 R>>]"),
    26: element("L", 22, "/K [27 0 R]"),
    27: element("LI", 26, "/K [28 0 R 29 0 R]"),
    28: element("Lbl", 27, "/Pg 3 0 R /K 3"),
    29: element("LBody", 27, "/Pg 3 0 R /K [<</Type /MCR /MCID 4>>]"),
    30: element("Table", 22, "/K [31 0 R 34 0 R]"),
    31: element("TR", 30, "/K [33 0 R]"),
    33: element("TH", 31, "/Pg 3 0 R /K 5 /A <</O /Table /Scope /Column>>"),
    34: element("TR", 30, "/K [35 0 R]"),
    35: element("TD", 34, "/Pg 3 0 R /K 6"),
    36: element("Figure", 22, "/Pg 3 0 R /K 7 /Alt (A dot)"),
    37: element("Note", 22, "/Pg 3 0 R /K 8 /ID (n1)"),
    38: element("Strong", 22, "/Pg 3 0 R /K 9"),
    40: part(
      "/Type /Annot /Subtype /Link /Rect [20 140 60 160] /F 4 /Contents (A good place) /StructParent 1 /A <</S /URI /URI (https://good.example/)>>",
    ),
    41: {
      body: "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceRGB",
      stream: "abc",
    },
    42: { body: "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <<>>", stream: "0 0 9 9 re f" },
    43: part("/Type /ExtGState /ca 0.5"),
  };
}

/** The same file for PDF/A-3a, with a file attached. */
export function goodPartsWithAttachment(): Parts {
  const parts = goodParts();
  return {
    ...parts,
    1: part(`${parts[1]?.body} /AF [50 0 R] /Names <</EmbeddedFiles <</Names [(a) 50 0 R]>>>>`),
    10: { body: "/Type /Metadata /Subtype /XML", stream: xmp("3") },
    50: part("/Type /Filespec /F (a.yaml) /UF (a.yaml) /AFRelationship /Source /EF <</F 51 0 R /UF 51 0 R>>"),
    51: { body: "/Type /EmbeddedFile /Subtype /application#2fyaml", stream: "title: Good" },
  };
}

/** The bytes of a file. */
export function fileOf(parts: Parts, trailer = GOOD_TRAILER): Uint8Array {
  const objects: PdfObjects = Object.fromEntries(
    Object.entries(parts).map(([number, { body, stream }]) => [
      number,
      stream === undefined ? `<< ${body} >>` : ([body, stream] as const),
    ]),
  );
  return buildPdf(objects, trailer);
}

export const GOOD_TRAILER = "/Info 13 0 R /ID [<01020304> <01020304>] ";

const part = (body: string): Part => ({ body });

const element = (type: string, parent: number, entries: string): Part =>
  part(`/Type /StructElem /S /${type} /P ${parent} 0 R ${entries}`);

const shown = (tag: string, id: number, y: number) =>
  `/${tag} <</MCID ${id}>> BDC BT /F1 12 Tf 20 ${y} Td <00010002> Tj ET EMC`;

const CONTENT = [
  "/Artifact BMC q 1 1 1 rg 0 0 300 200 re f Q EMC",
  shown("H1", 0, 180),
  shown("P", 1, 160),
  shown("Link", 2, 140),
  shown("Lbl", 3, 120),
  shown("LBody", 4, 110),
  shown("TH", 5, 100),
  shown("TD", 6, 90),
  "/Figure <</MCID 7>> BDC q 9 0 0 9 20 60 cm /Im1 Do Q EMC",
  shown("Note", 8, 50),
  shown("Strong", 9, 40),
  "/Artifact BMC q /G1 gs /Fm1 Do Q EMC",
].join("\n");

const UNICODE_MAP =
  "1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfchar <0001> <0048> <0002> <0069> endbfchar";

/** Metadata with what PDF/A must be told of PDF/UA. */
function xmp(part: string): string {
  return [
    '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">',
    '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Good</rdf:li></rdf:Alt></dc:title>',
    "<xmp:CreateDate>2025-02-03T00:00:00Z</xmp:CreateDate>",
    "<pdfuaid:part>1</pdfuaid:part>",
    `<pdfaid:part>${part}</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>`,
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>',
    '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>',
  ].join("\n");
}

/** A TrueType font of these widths, without outlines. */
export function smallFont(widths: readonly number[]): Uint8Array {
  const table = (length: number, fill: (bytes: Buffer) => void) => {
    const bytes = Buffer.alloc(length);
    fill(bytes);
    return bytes;
  };
  const tables: readonly (readonly [tag: string, bytes: Buffer])[] = [
    [
      "cmap",
      table(12, (bytes) =>
        [0, 1, 3, 1, 0, 12].forEach((value, at) => void bytes.writeUInt16BE(value, at * 2)),
      ),
    ],
    ["head", table(54, (bytes) => bytes.writeUInt16BE(1000, 18))],
    ["hhea", table(36, (bytes) => bytes.writeUInt16BE(widths.length, 34))],
    [
      "hmtx",
      table(widths.length * 4, (bytes) =>
        widths.forEach((width, at) => void bytes.writeUInt16BE(width, at * 4)),
      ),
    ],
    ["maxp", table(6, (bytes) => bytes.writeUInt16BE(widths.length, 4))],
  ];
  let offset = 12 + tables.length * 16;
  const head = table(12, (bytes) => {
    bytes.writeUInt32BE(0x00010000, 0);
    bytes.writeUInt16BE(tables.length, 4);
  });
  const records = tables.map(([tag, bytes]) => {
    const record = table(16, (record) => {
      record.write(tag, 0, "latin1");
      record.writeUInt32BE(offset, 8);
      record.writeUInt32BE(bytes.length, 12);
    });
    offset += bytes.length;
    return record;
  });
  return Buffer.concat([head, ...records, ...tables.map(([, bytes]) => bytes)]);
}
