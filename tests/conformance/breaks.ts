import { srgbProfile } from "../../src/archival/srgb-profile.ts";
import { type Part, smallFont } from "./good-file.ts";

/** One change to the good file: in an object, this text by that one; an empty first text stands for the end. */
export type Change = readonly [object: number, from: string, to: string];

/** One thing broken, and every rule that it breaks. */
export interface Break {
  readonly what: string;
  readonly rules: string;
  readonly changes?: readonly Change[];
  /** Objects that are put in the place of others, or beside them. */
  readonly parts?: Readonly<Record<number, Part>>;
  readonly trailer?: string;
  /** A change of the finished bytes. */
  readonly bytes?: readonly [from: string | RegExp, to: string];
  /** Whether it is judged as PDF/A-3a, with a file attached. */
  readonly isWithAttachment?: true;
}

const breaks = (rules: string, what: string, ...changes: readonly Change[]): Break => ({
  what,
  rules,
  changes,
});

const TRAILER_ID = "/ID [<01020304> <01020304>] ";
const note = (kind: string, more = "/AP <</N 42 0 R>>") => ({
  60: {
    body: `/Type /Annot /Subtype /${kind} /Rect [1 1 9 9] /F 28 /Contents (Note) /StructParent 2 ${more}`,
  },
  61: { body: "/Type /StructElem /S /Annot /P 22 0 R /K <</Type /OBJR /Obj 60 0 R>>" },
});
const withNote: readonly Change[] = [
  [3, "[40 0 R]", "[40 0 R 60 0 R]"],
  [22, "38 0 R]", "38 0 R 61 0 R]"],
  [21, "1 25 0 R", "1 25 0 R 2 61 0 R"],
];
const noted = (
  rules: string,
  what: string,
  kind: string,
  more?: string,
  ...changes: readonly Change[]
): Break => ({
  ...{ rules, what, changes: [...withNote, ...changes] },
  parts: note(kind, more),
});

export const BREAKS: readonly Break[] = [
  { rules: "ua1/6.1-1 a2a/6.1.2-1", what: "a header of PDF 2.0", bytes: ["%PDF-1.4", "%PDF-2.0"] },
  { rules: "a2a/6.1.2-2", what: "no bytes above 127", bytes: ["%\xE2\xE3\xCF\xD3", "%abcd"] },
  { rules: "a2a/6.1.3-1", what: "no ID", trailer: "/Info 13 0 R " },
  {
    rules: "ua1/7.16-1 a2a/6.1.3-2",
    what: "encryption",
    trailer: `${TRAILER_ID}/Encrypt <</Filter /Standard /P -1000>> `,
  },
  { rules: "a2a/6.1.3-3", what: "bytes behind the end", bytes: [/%%EOF\n$/, "%%EOF\nmore"] },
  { rules: "a2a/6.1.4-a", what: "a wrong table", bytes: [/startxref\n\d+/, "startxref\n7"] },
  { rules: "a2a/6.1.7.1-1", what: "a wrong length", bytes: [/\/Length 2\d\d /, "/Length 111 "] },
  breaks("a2a/6.1.7.1-3", "a stream outside the file", [41, "/Height", "/F (x.bin) /Height"]),
  breaks("a2a/6.1.7.2-1", "LZW", [41, "/Height", "/Filter /LZWDecode /Height"]),
  breaks(
    "a2a/6.1.8-1",
    "a name that is no UTF-8",
    [5, "ABCDEF+Good", "ABCDEF+#ff"],
    [6, "ABCDEF+Good", "ABCDEF+#ff"],
  ),
  breaks("a2a/6.1.12-1", "rights of Adobe", [1, "", "/Perms <</UR <<>>>>"]),
  breaks("a2a/6.1.13-1", "a number of more than 32 bits", [12, "", "/X 2147483648"]),
  breaks("a2a/6.1.13-3", "a string that is too long", [12, "", `/X (${"x".repeat(32_768)})`]),
  breaks("a2a/6.1.13-4", "a name that is too long", [12, "", `/X /${"x".repeat(128)}`]),
  breaks("a2a/6.1.13-8", "29 states", [
    4,
    "/Artifact BMC q 1",
    `${"q ".repeat(29)}${"Q ".repeat(29)}/Artifact BMC q 1`,
  ]),
  breaks("a2a/6.1.13-11", "a huge sheet", [3, "[0 0 300 200]", "[0 0 300 14401]"]),
  breaks("a2a/6.2.2-1", "an unknown operator", [4, "q 1 1 1", "q foo 1 1 1"]),
  {
    rules: "a2a/6.2.2-2",
    what: "inherited resources",
    changes: [
      [3, "/Resources", "/Old"],
      [
        2,
        "",
        "/Resources <</Font <</F1 5 0 R>> /XObject <</Im1 41 0 R /Fm1 42 0 R>> /ExtGState <</G1 43 0 R>>>>",
      ],
    ],
  },
  breaks("a2a/6.1.10-1", "an inline image in LZW", [
    4,
    "/Im1 Do",
    "BI /W 1 /H 1 /BPC 8 /CS /G /F /LZW ID abc EI",
  ]),
  breaks("a2a/6.10-1", "other presentations", [1, "", "/Names <</AlternatePresentations <<>>>>"]),
  breaks("a2a/6.10-2", "steps of a presentation", [3, "", "/PresSteps <<>>"]),
  breaks("a2a/6.11-1", "requirements", [1, "", "/Requirements []"]),

  breaks("ua1/7.1-8 a2a/6.6.2.1-1", "no metadata", [1, "/Metadata 10 0 R", ""]),
  breaks("a2a/6.6.2.1-2", "bytes in the header", [10, '" id="W5', '" bytes="9" id="W5']),
  breaks("a2a/6.6.2.1-3", "encoding in the header", [10, '" id="W5', '" encoding="UTF-8" id="W5']),
  breaks("ua1/7.1-g a2a/6.6.2.1-4", "XML that is not closed", [10, "</x:xmpmeta>", ""]),
  breaks("ua1/5-1", "no claim of PDF/UA", [10, "<pdfuaid:part>1</pdfuaid:part>", ""]),
  breaks("ua1/5-2", "another part of PDF/UA", [10, "<pdfuaid:part>1<", "<pdfuaid:part>2<"]),
  breaks(
    "ua1/5-3",
    "another prefix",
    [10, "xmlns:pdfuaid=", "xmlns:u="],
    [10, "<pdfuaid:part>1</pdfuaid:part>", "<u:part>1</u:part>"],
  ),
  breaks("a2a/6.6.4-1", "no level of PDF/A", [10, "<pdfaid:conformance>A</pdfaid:conformance>", ""]),
  breaks("a2a/6.6.4-2", "another part of PDF/A", [10, "<pdfaid:part>2<", "<pdfaid:part>1<"]),
  breaks("a2a/6.6.4-3", "another level of PDF/A", [10, "conformance>A<", "conformance>B<"]),
  breaks(
    "a2a/6.6.4-4",
    "another prefix of PDF/A",
    [10, "xmlns:pdfaid=", "xmlns:a="],
    [
      10,
      "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
      "<a:part>2</a:part><a:conformance>A</a:conformance>",
    ],
  ),
  breaks("a2a/6.6.2.3.1-1", "an unknown property", [
    10,
    "<pdfuaid:part>",
    "<dc:colour>red</dc:colour><pdfuaid:part>",
  ]),
  breaks("a2a/6.6.2.3.3-a", "a schema without a prefix", [
    10,
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>",
    "",
  ]),
  breaks("ua1/7.1-9", "no title", [10, ">Good<", "><"], [13, "/Title (Good)", ""]),
  breaks("ua1/7.1-10", "the name of the file as title", [1, "DisplayDocTitle true", "DisplayDocTitle false"]),
  breaks("a2a/6.6.3-a", "another title", [13, "(Good)", "(Bad)"]),
  breaks("a2a/6.6.3-a", "another date", [13, "20250203", "20250204"]),

  breaks("ua1/7.2-29 a2a/6.7.4-1", "a language that is none", [1, "(en-GB)", "(English, please)"]),
  breaks("ua1/7.2-29 a2a/6.7.4-1", "a language that is none, in the content", [
    4,
    "/P <</MCID 1",
    "/P <</Lang (e_n) /MCID 1",
  ]),
  {
    rules: "ua1/7.2-34 ua1/7.2-2 ua1/7.2-21 ua1/7.2-22 ua1/7.2-23 ua1/7.2-24 ua1/7.2-33",
    what: "no language",
    changes: [
      [1, "/Lang (en-GB)", ""],
      [24, "", "/ActualText (Hi) /E (High)"],
    ],
  },

  breaks("ua1/6.2-1 a2a/6.7.2.2-1", "no mark", [1, "/Marked true", "/Marked false"]),
  breaks("ua1/7.1-11 a2a/6.7.3.3-1 ua1/7.1-b ua1/7.18.5-1", "no structure", [
    1,
    "/StructTreeRoot 20 0 R",
    "",
  ]),
  breaks("ua1/7.1-4", "suspects", [1, "/Marked true", "/Marked true /Suspects true"]),
  breaks("ua1/7.1-5 a2a/6.7.3.4-1", "a type without a role", [20, "/Strong /Span", ""]),
  breaks("ua1/7.1-6 a2a/6.7.3.4-2", "a circle", [20, "/Strong /Span", "/Strong /Span /A /B /B /A"]),
  breaks("ua1/7.1-7 a2a/6.7.3.4-3", "another meaning of a type", [
    20,
    "/Strong /Span",
    "/Strong /Span /P /Div",
  ]),
  breaks("ua1/7.1-12", "a wrong parent", [24, "/P 22 0 R", "/P 23 0 R"]),
  breaks("ua1/7.1-f", "a Sect at the top", [22, "/Document", "/Sect"]),
  breaks("ua1/7.3-1", "a figure without words", [36, "/Alt (A dot)", ""]),
  breaks("ua1/7.7-1", "a formula without words", [38, "/Strong", "/Formula"]),
  breaks("ua1/7.4.2-1", "an H2 first", [23, "/H1", "/H2"]),
  breaks("ua1/7.4.2-1", "a level that is skipped", [38, "/Strong", "/H3"]),
  breaks("ua1/7.4.4-1", "two H in one element", [23, "/H1", "/H"], [38, "/Strong", "/H"]),
  breaks("ua1/7.4.4-2", "H and H1", [38, "/Strong", "/H"]),
  breaks("ua1/7.9-1", "a note without an ID", [37, "/ID (n1)", ""]),
  breaks("ua1/7.9-2", "two notes with one ID", [38, "/S /Strong", "/S /Note /ID (n1)"]),

  breaks("ua1/7.2-4", "rows outside a table", [30, "/Table", "/Div"]),
  breaks(
    "ua1/7.2-5",
    "a head outside a table",
    [30, "/Table", "/Div"],
    [31, "/TR", "/THead"],
    [33, "/TH", "/TR"],
    [34, "/TR", "/P"],
    [35, "/TD", "/Span"],
  ),
  breaks(
    "ua1/7.2-6",
    "a body outside a table",
    [30, "/Table", "/Div"],
    [31, "/TR", "/TBody"],
    [33, "/TH", "/TR"],
    [34, "/TR", "/P"],
    [35, "/TD", "/Span"],
  ),
  breaks(
    "ua1/7.2-7",
    "a foot outside a table",
    [30, "/Table", "/Div"],
    [31, "/TR", "/TFoot"],
    [33, "/TH", "/TR"],
    [34, "/TR", "/P"],
    [35, "/TD", "/Span"],
  ),
  breaks("ua1/7.2-8", "a TH outside a row", [38, "/Strong", "/TH"]),
  breaks("ua1/7.2-9", "a TD outside a row", [38, "/Strong", "/TD"]),
  breaks("ua1/7.2-17", "an LI outside a list", [26, "/S /L", "/S /Div"]),
  breaks("ua1/7.2-18", "an LBody outside an item", [38, "/Strong", "/LBody"]),
  breaks("ua1/7.2-26", "a TOCI outside a table of contents", [38, "/Strong", "/TOCI"]),
  breaks("ua1/7.2-3", "a P in a table", [34, "/TR", "/P"], [35, "/TD", "/Span"]),
  breaks("ua1/7.2-10 ua1/7.2-42", "a P in a row", [35, "/TD", "/P"]),
  breaks("ua1/7.2-36 ua1/7.2-14", "a P in a head", [31, "/TR", "/THead"], [33, "/TH", "/P"]),
  breaks("ua1/7.2-37", "a P in a body", [31, "/TR", "/TBody"], [33, "/TH", "/P"]),
  breaks("ua1/7.2-38 ua1/7.2-14", "a P in a foot", [31, "/TR", "/TFoot"], [33, "/TH", "/P"]),
  breaks("ua1/7.2-19", "a P in a list", [27, "/LI", "/P"], [28, "/Lbl", "/Span"], [29, "/LBody", "/Span"]),
  breaks("ua1/7.2-20", "a P in an item", [29, "/LBody", "/P"]),
  breaks(
    "ua1/7.2-27",
    "a P in a table of contents",
    [26, "/S /L", "/S /TOC"],
    [27, "/LI", "/P"],
    [28, "/Lbl", "/Span"],
    [29, "/LBody", "/Span"],
  ),
  breaks(
    "ua1/7.2-11 ua1/7.2-14",
    "two heads",
    [31, "/TR", "/THead"],
    [33, "/TH", "/TR"],
    [34, "/TR", "/THead"],
    [35, "/TD", "/TR"],
  ),
  breaks(
    "ua1/7.2-12 ua1/7.2-14",
    "two feet",
    [31, "/TR", "/TFoot"],
    [33, "/TH", "/TR"],
    [34, "/TR", "/TFoot"],
    [35, "/TD", "/TR"],
  ),
  breaks(
    "ua1/7.2-39 ua1/7.2-a",
    "two captions of a table",
    [31, "/TR", "/Caption"],
    [33, "/TH", "/P"],
    [34, "/TR", "/Caption"],
    [35, "/TD", "/P"],
  ),
  {
    rules: "ua1/7.2-40",
    what: "two captions of a list",
    changes: [[26, "[27 0 R]", "[60 0 R 27 0 R 61 0 R]"]],
    parts: {
      60: { body: "/Type /StructElem /S /Caption /P 26 0 R" },
      61: { body: "/Type /StructElem /S /Caption /P 26 0 R" },
    },
  },
  {
    rules: "ua1/7.2-16",
    what: "a caption between rows",
    changes: [[30, "[31 0 R 34 0 R]", "[31 0 R 60 0 R 34 0 R]"]],
    parts: { 60: { body: "/Type /StructElem /S /Caption /P 30 0 R" } },
  },
  {
    rules: "ua1/7.2-40",
    what: "a caption behind the items",
    changes: [[26, "[27 0 R]", "[27 0 R 60 0 R]"]],
    parts: { 60: { body: "/Type /StructElem /S /Caption /P 26 0 R" } },
  },
  {
    rules: "ua1/7.2-28",
    what: "a caption behind the entries of a table of contents",
    changes: [
      [26, "/S /L", "/S /TOC"],
      [26, "[27 0 R]", "[27 0 R 60 0 R]"],
      [27, "/LI", "/TOCI"],
      [28, "/Lbl", "/Span"],
      [29, "/LBody", "/Span"],
    ],
    parts: { 60: { body: "/Type /StructElem /S /Caption /P 26 0 R" } },
  },
  {
    rules: "ua1/7.2-15",
    what: "cells on each other",
    changes: [
      [31, "[33 0 R]", "[33 0 R 60 0 R]"],
      [35, "", "/A <</O /Table /ColSpan 2>>"],
    ],
    parts: { 60: { body: "/Type /StructElem /S /TD /P 31 0 R /A <</O /Table /RowSpan 2>>" } },
  },
  breaks("ua1/7.2-42", "rows of other lengths", [35, "", "/A <</O /Table /ColSpan 2>>"]),
  breaks("ua1/7.5-1", "headers that say nothing", [33, "/Scope /Column", ""]),
  breaks("ua1/7.5-2", "a header that is not there", [35, "", "/A <</O /Table /Headers [(nowhere)]>>"]),
  breaks("ua1/7.2-a", "a list without items", [38, "/S /Strong", "/S /L"]),

  breaks("ua1/7.1-1", "an artifact in content", [4, "q 9 0 0 9", "/Artifact BMC EMC q 9 0 0 9"]),
  breaks(
    "ua1/7.1-2",
    "content in an artifact",
    [4, "/Strong <</MCID 9", "/Artifact BMC /Strong <</MCID 9"],
    [4, "/Artifact BMC q /G1", "EMC /Artifact BMC q /G1"],
  ),
  breaks("ua1/7.1-3", "a shape without a mark", [
    4,
    "/Artifact BMC q /G1 gs",
    "1 1 9 9 re f /Artifact BMC q /G1 gs",
  ]),
  breaks("ua1/7.1-3", "text in nothing but a text in its place", [
    4,
    "/Artifact BMC q /G1",
    "/Span <</ActualText (Hi)>> BDC BT /F1 9 Tf <0001> Tj ET EMC /Artifact BMC q /G1",
  ]),
  breaks("ua1/7.1-a", "a number twice", [
    4,
    "/Artifact BMC q /G1",
    "/P <</MCID 9>> BDC EMC /Artifact BMC q /G1",
  ]),
  breaks("ua1/7.1-b", "content of no element", [
    4,
    "/Artifact BMC q /G1",
    "/P <</MCID 77>> BDC EMC /Artifact BMC q /G1",
  ]),
  breaks("ua1/7.1-c ua1/7.1-d", "an element of no content", [24, "[1 25 0 R]", "[1 25 0 R 77]"]),
  breaks("ua1/7.1-d", "a parent tree to another element", [21, "[23 0 R 24 0 R", "[23 0 R 23 0 R"]),
  breaks("ua1/7.1-e ua1/7.18.5-1", "an annotation without a way back", [
    40,
    "/StructParent 1",
    "/StructParent 9",
  ]),
  breaks(
    "ua1/7.20-2",
    "a form drawn twice",
    [4, "/Strong <</MCID 9>> BDC BT /F1 12 Tf 20 40 Td <00010002> Tj ET EMC", "/Fm1 Do"],
    [4, "/Fm1 Do Q EMC", "Q EMC /Fm1 Do"],
    [42, "0 0 9 9 re f", "/Strong <</MCID 9>> BDC 0 0 9 9 re f EMC"],
  ),

  noted("a2a/6.3.1-1", "a film", "Movie"),
  breaks("a2a/6.3.2-1", "a link without flags", [40, "/F 4", ""]),
  breaks("a2a/6.3.2-2", "a link that is not printed", [40, "/F 4", "/F 0"]),
  breaks("a2a/6.3.2-2", "a hidden link", [40, "/F 4", "/F 6"]),
  {
    ...noted("a2a/6.3.2-3", "a note that grows", "Text"),
    parts: { ...note("Text"), 60: { body: note("Text")[60].body.replace("/F 28", "/F 4") } },
  },
  noted("a2a/6.3.3-1", "a stamp without a look", "Stamp", ""),
  noted("a2a/6.3.3-2", "a stamp with two looks", "Stamp", "/AP <</N 42 0 R /D 42 0 R>>"),
  {
    ...noted("ua1/7.18.1-1", "a stamp in a P", "Stamp"),
    parts: { ...note("Stamp"), 61: { body: note("Stamp")[61].body.replace("/Annot", "/P") } },
  },
  {
    ...noted("ua1/7.18.1-2", "a stamp without words", "Stamp"),
    parts: { ...note("Stamp"), 60: { body: note("Stamp")[60].body.replace("/Contents (Note)", "") } },
  },
  {
    ...noted("ua1/7.18.1-3", "a field without words", "Widget"),
    parts: { ...note("Widget"), 61: { body: note("Widget")[61].body.replace("/Annot", "/Form") } },
  },
  { ...noted("ua1/7.18.2-1", "a trap", "TrapNet") },
  breaks("ua1/7.18.3-1", "tabs in another order", [3, "/Tabs /S", "/Tabs /R"]),
  noted("ua1/7.18.4-1", "a field in an Annot", "Widget", "/TU (Name) /AP <</N 42 0 R>>"),
  breaks("ua1/7.18.5-1", "a link in a Span", [25, "/Link", "/Span"]),
  breaks("ua1/7.18.5-2", "a link without words", [40, "/Contents (A good place)", ""]),
  breaks("ua1/7.18.5-a", "a link that its element does not name", [25, "<</Type /OBJR /Obj 40 0 R>>", ""]),
  breaks("ua1/7.18.6.2-1", "a film without words", [12, "", "/X <</S /MCD /D (x)>>"]),
  noted("ua1/7.18.8-1", "a mark for the printer in the structure", "PrinterMark"),
  {
    ...noted("a2a/6.4.1-1", "a field that does something", "Widget"),
    parts: {
      60: {
        body: note("Widget")[60].body.replace("/Contents", "/TU (Name) /A <</S /URI /URI (x)>> /Contents"),
      },
      61: { body: note("Widget")[61].body.replace("/Annot", "/Form") },
    },
  },

  breaks("a2a/6.2.11.2-1", "a font that does not say so", [5, "/Type /Font ", ""]),
  breaks(
    "a2a/6.2.11.2-2 a2a/6.2.11.4.1-1 a2a/6.2.11.7.2-1 a2a/6.2.11.8-1 ua1/7.21.4.1-1 ua1/7.21.7-1 ua1/7.21.8-1",
    "a font of an unknown kind",
    [5, "/Subtype /Type0", "/Subtype /Type9"],
  ),
  breaks("a2a/6.2.11.2-3", "a font without a name", [5, "/BaseFont /ABCDEF+Good", ""]),
  ...trueType("a2a/6.2.11.2-6", "a font without widths", 32, "/Encoding /WinAnsiEncoding", 1),
  breaks("ua1/7.21.3.2-1 a2a/6.2.11.3.2-1", "a font that does not say which glyph", [
    6,
    "/CIDToGIDMap /Identity",
    "",
  ]),
  breaks("ua1/7.21.3.3-1 a2a/6.2.11.3.3-1", "an unknown encoding", [5, "/Identity-H", "/Mine"]),
  breaks("ua1/7.21.4.1-1 a2a/6.2.11.4.1-1", "a font outside the file", [7, "/FontFile2 8 0 R", ""]),
  {
    rules: "ua1/7.21.4.1-2 a2a/6.2.11.4.1-2",
    what: "a font without a glyph",
    parts: { 8: { body: "", stream: smallFont([500, 500]) } },
  },
  {
    rules: "ua1/7.21.4.2-2 a2a/6.2.11.4.2-2",
    what: "a list without a character",
    changes: [[7, "", "/CIDSet 60 0 R"]],
    parts: { 60: { body: "", stream: Uint8Array.of(0xc0) } },
  },
  breaks("ua1/7.21.5-1 a2a/6.2.11.5-1", "another width", [6, "[500 400]", "[500 450]"]),
  ...trueType("ua1/7.21.6-2 a2a/6.2.11.6-2", "another encoding", 32, "/Encoding /StandardEncoding"),
  ...trueType("ua1/7.21.6-3 a2a/6.2.11.6-3", "an encoding of symbols", 4, "/Encoding /WinAnsiEncoding"),
  ...trueType(
    "ua1/7.21.6-4 a2a/6.2.11.6-4",
    "no table of letters",
    32,
    "/Encoding /WinAnsiEncoding",
    3,
    true,
  ),
  breaks("ua1/7.21.7-1 a2a/6.2.11.7.2-1", "glyphs without a text", [5, "/ToUnicode 9 0 R", ""]),
  ...trueType(
    "ua1/7.21.7-1 a2a/6.2.11.7.2-1 ua1/7.21.6-2 a2a/6.2.11.6-2",
    "glyphs with made-up names",
    32,
    "/Encoding <</Differences [0 /g0 /g1 /g2]>>",
  ).map(({ changes = [], ...broken }) => ({
    ...broken,
    changes: [...changes, [5, "/ToUnicode 60 0 R", ""] as const],
  })),
  breaks("ua1/7.21.7-2 a2a/6.2.11.7.2-2", "a glyph that is U+0000", [9, "<0048>", "<0000>"]),
  breaks("a2a/6.2.11.7.3-1", "a glyph of private use", [9, "<0048>", "<E000>"]),
  breaks(
    "ua1/7.21.8-1 a2a/6.2.11.8-1",
    "the box of a missing glyph",
    [4, "<00010002>", "<00000002>"],
    [9, "2 beginbfchar", "3 beginbfchar <0000> <0020>"],
  ),
  breaks("a2a/6.2.11.4.2-a", "a whole font", [5, "ABCDEF+Good", "Good"]),

  {
    rules: "a2a/6.2.3-1 a2a/6.2.4.3-2 a2a/6.2.4.3-4",
    what: "a profile that is none",
    parts: { 11: { body: "/N 3", stream: "none" } },
  },
  {
    rules: "a2a/6.2.3-2",
    what: "two profiles",
    changes: [[1, "[12 0 R]", "[12 0 R <</S /GTS_PDFX /DestOutputProfile 60 0 R>>]"]],
    parts: { 60: { body: "/N 3", stream: srgbProfile() } },
  },
  breaks("a2a/6.2.3-3", "a profile elsewhere", [12, "", "/DestOutputProfileRef <<>>"]),
  {
    rules: "a2a/6.2.4.2-1",
    what: "a profile of other components",
    changes: [[41, "/DeviceRGB", "[/ICCBased 60 0 R]"]],
    parts: { 60: { body: "/N 4", stream: srgbProfile() } },
  },
  breaks("a2a/6.2.4.3-2 a2a/6.2.4.3-4 a2a/6.2.10-2", "no output intent", [1, "/OutputIntents [12 0 R]", ""]),
  breaks("a2a/6.2.4.3-3", "CMYK", [4, "1 1 1 rg", "0 0 0 0 k"]),
  breaks("a2a/6.2.4.4-1", "an ink without a description", [
    41,
    "/DeviceRGB",
    "[/DeviceN [/Gold /Cyan] /DeviceRGB <<>>]",
  ]),

  breaks("a2a/6.2.5-1", "a transfer function", [43, "", "/TR <<>>"]),
  breaks("a2a/6.2.5-2", "another transfer function", [43, "", "/TR2 /Identity"]),
  breaks("a2a/6.2.5-3", "HTP", [43, "", "/HTP <<>>"]),
  breaks("a2a/6.2.5-4", "a halftone", [43, "", "/HT <</HalftoneType 6>>"]),
  breaks("a2a/6.2.6-1", "an unknown intent", [4, "q /G1 gs", "q /Pretty ri /G1 gs"]),
  breaks("a2a/6.2.8-1", "alternates", [41, "", "/Alternates []"]),
  breaks("a2a/6.2.8-2", "OPI", [41, "", "/OPI <<>>"]),
  breaks("a2a/6.2.8-3", "a smoothed image", [41, "", "/Interpolate true"]),
  breaks("a2a/6.2.9-1", "PostScript in a form", [42, "", "/PS <<>>"]),
  breaks("ua1/7.20-1 a2a/6.2.9-2", "a page of another file", [42, "", "/Ref <<>>"]),
  breaks("a2a/6.2.9-3", "PostScript", [42, "/Subtype /Form", "/Subtype /PS"]),
  breaks("a2a/6.2.10-1", "an unknown blend mode", [43, "", "/BM /Pretty"]),

  breaks("a2a/6.5.1-1", "a script", [1, "", "/OpenAction <</S /JavaScript /JS (app.alert\\(1\\))>>"]),
  breaks("a2a/6.5.1-1", "a named script", [
    1,
    "",
    "/Names <</JavaScript <</Names [(a) <</S /JavaScript /JS (x)>>]>>>>",
  ]),
  breaks("a2a/6.5.1-2", "a named action", [1, "", "/OpenAction <</S /Named /N /Print>>"]),
  breaks("a2a/6.5.2-1", "actions of the document", [1, "", "/AA <<>>"]),
  breaks("a2a/6.5.2-2", "actions of a page", [3, "", "/AA <<>>"]),
  breaks("a2a/6.4.1-2", "actions of a field", [1, "", "/AcroForm <</Fields [<</AA <<>>>>]>>"]),
  breaks("a2a/6.4.1-3", "a form to be drawn", [1, "", "/AcroForm <</Fields [] /NeedAppearances true>>"]),
  breaks("a2a/6.4.2-1", "XFA", [1, "", "/AcroForm <</Fields [] /XFA (x)>>"]),
  breaks("a2a/6.4.2-2", "a document to be drawn", [1, "", "/NeedsRendering true"]),
  {
    rules: "ua1/7.15-1 a2a/6.4.2-1",
    what: "XFA that builds itself",
    changes: [[1, "", "/AcroForm <</Fields [] /XFA 60 0 R>>"]],
    parts: { 60: { body: "", stream: "<dynamicRender>required</dynamicRender>" } },
  },
  breaks("ua1/7.10-1 a2a/6.9-1", "layers without a name", [1, "", "/OCProperties <</OCGs [] /D <<>>>>"]),
  breaks("a2a/6.9-2", "layers of one name", [
    1,
    "",
    "/OCProperties <</OCGs [] /D <</Name (a)>> /Configs [<</Name (a)>>]>>",
  ]),
  {
    rules: "a2a/6.9-3",
    what: "an order without a layer",
    changes: [[1, "", "/OCProperties <</OCGs [60 0 R] /D <</Name (a) /Order []>>>>"]],
    parts: { 60: { body: "/Type /OCG /Name (x)" } },
  },
  breaks("ua1/7.10-2 a2a/6.9-4", "layers that go on", [
    1,
    "",
    "/OCProperties <</OCGs [] /D <</Name (a) /AS []>>>>",
  ]),

  {
    ...breaks("ua1/7.11-1 a3a/6.8-2", "an attachment without a name", [50, "/UF (a.yaml)", ""]),
    isWithAttachment: true,
  },
  {
    ...breaks("a3a/6.8-1", "an attachment of no kind", [51, "/Subtype /application#2fyaml", ""]),
    isWithAttachment: true,
  },
  {
    ...breaks("a3a/6.8-3", "an attachment without a relation", [50, "/AFRelationship /Source", ""]),
    isWithAttachment: true,
  },
  {
    ...breaks("a3a/6.8-4", "an attachment that belongs to none", [1, "/AF [50 0 R]", ""]),
    isWithAttachment: true,
  },
  {
    ...breaks("a3a/6.6.4-2", "another part", [10, "<pdfaid:part>3<", "<pdfaid:part>2<"]),
    isWithAttachment: true,
  },
  {
    rules: "a2a/6.8-5",
    what: "an attachment in PDF/A-2",
    changes: [[1, "", "/Names <</EmbeddedFiles <</Names [(a) 50 0 R]>>>>"]],
    parts: {
      50: { body: "/Type /Filespec /F (a) /UF (a) /EF <</F 51 0 R>>" },
      51: { body: "", stream: "title: Good" },
    },
  },
];

function trueType(
  rules: string,
  what: string,
  flags: number,
  encoding: string,
  widths = 3,
  isWithoutTable = false,
): readonly Break[] {
  const font = Buffer.from(smallFont([500, 500, 400]));
  if (isWithoutTable) font.write("none", font.indexOf("cmap"), "latin1");
  return [
    {
      ...{ rules, what },
      changes: [[7, "/Flags 32", `/Flags ${flags}`]],
      parts: {
        5: {
          body: `/Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Good /FirstChar 0 /LastChar 2 /Widths [${[500, 500, 400].slice(0, widths).join(" ")}] ${encoding} /FontDescriptor 7 0 R /ToUnicode 60 0 R`,
        },
        8: { body: "", stream: font },
        60: {
          body: "",
          stream:
            "1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <00> <FF> <0041> endbfrange",
        },
      },
    },
  ];
}
