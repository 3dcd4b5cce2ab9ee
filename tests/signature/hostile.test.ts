import { expect, test } from "vitest";
import { checkSignatures } from "../../src/signature/check-signatures.ts";
import { isSignatureAlone } from "../../src/signature/is-signature-alone.ts";
import { SIGNATURES_MAX } from "../../src/signature/read-signatures.ts";

/** A file of these objects, the first of them its catalog, with a plain table. */
function fileOf(...objects: readonly string[]): Uint8Array {
  let content = "%PDF-1.7\n";
  const offsets = objects.map((object, index) => {
    const offset = content.length;
    content += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join("")}`;
  const trailer = `trailer\n<</Size ${size} /Root 1 0 R>>\nstartxref\n${content.length}\n%%EOF\n`;
  return Buffer.from(`${content}${table}${trailer}`, "latin1");
}

const CATALOG =
  "<</Type /Catalog /Pages 2 0 R /AcroForm <</Fields [3 0 R] /SigFlags 3>> /StructTreeRoot 4 0 R>>";
const PAGES = "<</Type /Pages /Kids [] /Count 0>>";
const signature = (entries: string) =>
  `<</FT /Sig /T (S) /V <</Type /Sig /SubFilter /ETSI.CAdES.detached ${entries}>>>>`;
const deepDer = `${"3080".repeat(2000)}`;

test.each([
  { name: "a field that is its own child", field: "<</FT /Sig /T (S) /Kids [3 0 R 3 0 R 3 0 R]>>", count: 0 },
  { name: "a field whose signature is itself", field: "<</FT /Sig /V 3 0 R>>", count: 1 },
  { name: "a signature without anything", field: signature(""), count: 1 },
  {
    name: "ranges that are no numbers",
    field: signature("/ByteRange [(0) /A null [1]] /Contents <00>"),
    count: 1,
  },
  {
    name: "ranges beyond all numbers",
    field: signature(`/ByteRange [0 ${"9".repeat(400)} 1 1] /Contents <00>`),
    count: 1,
  },
  {
    name: "data nested without an end",
    field: signature(`/ByteRange [0 9 19 9] /Contents <${deepDer}>`),
    count: 1,
  },
  {
    name: "lengths beyond the data",
    field: signature("/ByteRange [0 9 19 9] /Contents <3084FFFFFFFF3003>"),
    count: 1,
  },
  { name: "a date that is none", field: signature("/M (D:20259999999999+99'99) /Contents <3000>"), count: 1 },
  {
    name: "a thousand signatures",
    field: `<</T (S) /Kids [${signature("").repeat(1000)}]>>`,
    count: SIGNATURES_MAX,
  },
  { name: "a hundred thousand fields", field: `<</FT /Sig /Kids [${"3 0 R ".repeat(100_000)}]>>`, count: 0 },
])("$name is checked without a throw", ({ field, count }) => {
  const tree = `<</ParentTree <</Kids [${"4 0 R ".repeat(200_000)}]>> /K 4 0 R>>`;
  const file = fileOf(CATALOG, PAGES, field, tree);
  const reports = checkSignatures(file);
  expect(reports).toHaveLength(count);
  expect(reports.filter(({ faults }) => faults.length === 0)).toEqual([]);
  expect(isSignatureAlone(file, 20)).toBe(false);
});

test.each(["", "%PDF-1.7", "%PDF-1.7\ntrailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF"])(
  "a file that is none (%j) has no signature",
  (content) => expect(checkSignatures(Buffer.from(content))).toEqual([]),
);
