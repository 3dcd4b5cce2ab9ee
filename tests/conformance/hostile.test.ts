import fc from "fast-check";
import { expect, test } from "vitest";
import { judgePdf, readClaims, STANDARDS } from "../../src/conformance/index.ts";
import { buildPackedPdf } from "../pdf/build-pdf.ts";
import { fileOf, goodParts, goodPartsWithAttachment, type Parts } from "./good-file.ts";

const good = goodParts();
const body = (text: string) => ({ body: text });

test.each<[what: string, bytes: Uint8Array]>([
  ["nothing", new Uint8Array()],
  ["a text", Buffer.from("Dear reader")],
  ["a head alone", Buffer.from("%PDF-1.7\n")],
  ["a file without pages", fileOf({ ...good, 2: body("/Type /Pages /Kids [] /Count 0") })],
])("%s is no PDF, for every standard", (_what, bytes) => {
  const rules = judgePdf(bytes, STANDARDS).map(({ rule }) => rule);
  expect(rules).toEqual(expect.arrayContaining(["ua1/6.1-a", "a2a/6.1.1-a", "a3a/6.1.1-a"]));
  expect(readClaims(bytes).problem).toBe("damaged");
});

test("content that cannot be decoded is a breach, and no empty page", () => {
  const rules = judgePdf(fileOf({ ...good, 4: { body: "/Filter /FlateDecode", stream: "not deflated" } }), [
    "pdfua-1",
  ]).map(({ rule }) => rule);
  expect(rules).toContain("ua1/6.1-b");
});

const kids = (count: number, kid: (index: number) => string) =>
  `[${Array.from({ length: count }, (_, index) => kid(index)).join(" ")}]`;
const chain = (length: number, link: (number: number) => string): Parts =>
  Object.fromEntries(Array.from({ length }, (_, index) => [1000 + index, body(link(1000 + index))]));

test.each<[what: string, parts: Parts]>([
  ["pages in a circle", { ...good, 2: body("/Type /Pages /Kids [2 0 R 3 0 R 2 0 R] /Count 3") }],
  [
    "pages in a chain of 5,000",
    { ...good, 2: body("/Type /Pages /Kids [1000 0 R]"), ...chain(5000, (n) => `/Kids [${n + 1} 0 R]`) },
  ],
  ["a structure in a circle", { ...good, 23: body("/S /H1 /P 22 0 R /K [22 0 R 23 0 R]") }],
  [
    "a structure 5,000 elements deep",
    { ...good, 23: body("/S /H1 /P 22 0 R /K 1000 0 R"), ...chain(5000, (n) => `/S /Div /K ${n + 1} 0 R`) },
  ],
  ["10,000 kids", { ...good, 22: body(`/S /Document /P 20 0 R /K ${kids(10_000, () => "24 0 R")}`) }],
  ["10,000 numbers", { ...good, 24: body(`/S /P /P 22 0 R /Pg 3 0 R /K ${kids(10_000, String)}`) }],
  [
    "10,000 links",
    { ...good, 3: body(`/Type /Page /MediaBox [0 0 9 9] /Annots ${kids(10_000, () => "40 0 R")}`) },
  ],
  ["a number tree in a circle", { ...good, 21: body("/Kids [21 0 R 21 0 R]") }],
  ["roles in a circle", { ...good, 20: body("/K 22 0 R /RoleMap <</Strong /Strong>>") }],
  ["huge spans", { ...good, 33: body("/S /TH /P 31 0 R /A <</RowSpan 999999999 /ColSpan 999999999>>") }],
  [
    "huge numbers",
    { ...good, 12: body(`/X ${"9".repeat(400)} /Y -${"9".repeat(400)} /Z 0.${"0".repeat(400)}1`) },
  ],
  [
    "wide ranges of widths",
    { ...good, 6: body(`/Subtype /CIDFontType2 /W ${kids(30_000, () => "0 65535 1")}`) },
  ],
  [
    "forms that draw each other",
    {
      ...good,
      42: {
        body: "/Type /XObject /Subtype /Form /Resources <</XObject <</Fm1 42 0 R /Fm2 44 0 R>>>>",
        stream: "/Fm1 Do /Fm2 Do ".repeat(50),
      },
      44: {
        body: "/Type /XObject /Subtype /Form /Resources <</XObject <</Fm1 42 0 R /Fm2 44 0 R>>>>",
        stream: "/Fm1 Do /Fm2 Do ".repeat(50),
      },
    },
  ],
  [
    "actions in a circle",
    { ...good, 40: body("/Subtype /Link /A 60 0 R"), 60: body("/S /GoTo /Next [60 0 R 40 0 R]") },
  ],
  ["deep arrays", { ...good, 12: body(`/X ${"[".repeat(5000)}`) }],
  [
    "a trailer that is a page",
    { ...good, 1: body("/Type /Catalog /Pages 3 0 R /StructTreeRoot 3 0 R /Metadata 4 0 R") },
  ],
])("%s neither throw nor hang", (_what, parts) => {
  expect(Array.isArray(judgePdf(fileOf(parts), STANDARDS))).toBe(true);
});

test("a file that is cut off anywhere is judged", () => {
  const whole = fileOf(goodPartsWithAttachment());
  for (let length = 0; length < whole.length; length += 97) {
    expect(judgePdf(whole.subarray(0, length), STANDARDS).length).toBeGreaterThan(0);
  }
});

test("no bytes make it throw", () => {
  const packed = Object.fromEntries(
    Object.entries(good).map(([number, { body, stream }]) => [
      number,
      stream === undefined ? `<< ${body} >>` : ([body, stream] as const),
    ]),
  );
  const whole = [fileOf(goodPartsWithAttachment()), buildPackedPdf(packed)];
  fc.assert(
    fc.property(
      fc.constantFrom(...whole),
      fc.array(fc.tuple(fc.nat(100_000), fc.nat(255)), { minLength: 1, maxLength: 30 }),
      (bytes, changes) => {
        const changed = Uint8Array.from(bytes);
        for (const [at, byte] of changes) changed[at % changed.length] = byte;
        judgePdf(changed, STANDARDS);
        readClaims(changed);
      },
    ),
    { numRuns: 150 },
  );
});
