import { deflateSync } from "node:zlib";

/** The objects of a small PDF by number; 1 is the catalog. Strings are bodies, pairs are a dictionary and its stream. */
export type PdfObjects = Readonly<
  Record<number, string | readonly [dictionary: string, stream: string | Uint8Array]>
>;

/** A file with a cross-reference table, as PDF 1.4 has it; `trailer` has further entries of it. */
export function buildPdf(objects: PdfObjects, trailer = ""): Uint8Array {
  const parts: Buffer[] = [Buffer.from("%PDF-1.4\n%\xE2\xE3\xCF\xD3\n", "latin1")];
  const offsets = new Map<number, number>();
  for (const [number, body] of Object.entries(objects)) {
    offsets.set(Number(number), lengthOf(parts));
    parts.push(Buffer.from(`${number} 0 obj\n`), bodyOf(body), Buffer.from("\nendobj\n"));
  }
  const start = lengthOf(parts);
  const size = Math.max(...offsets.keys()) + 1;
  const rows = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined ? "0000000000 65535 f \n" : `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n${rows.join("")}trailer\n<< /Size ${size} /Root 1 0 R ${trailer}>>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

/** The same file with its small objects in a compressed object stream, as PDF 1.5 has it. */
export function buildPackedPdf(objects: PdfObjects): Uint8Array {
  const packed = Object.entries(objects).filter(([, body]) => typeof body === "string");
  const loose = Object.entries(objects).filter(([, body]) => typeof body !== "string");
  const pack = Math.max(...Object.keys(objects).map(Number)) + 1;
  let text = "";
  const index = packed.map(([number, body]) => {
    const entry = `${number} ${text.length}`;
    text += `${body}\n`;
    return entry;
  });
  const head = `${index.join(" ")}\n`;
  const content = deflateSync(Buffer.from(head + text, "latin1"));
  const parts: Buffer[] = [Buffer.from("%PDF-1.5\n")];
  const rows = new Map<number, readonly [type: number, second: number, third: number]>();
  const put = (number: number, body: Buffer) => {
    rows.set(number, [1, lengthOf(parts), 0]);
    parts.push(Buffer.from(`${number} 0 obj\n`), body, Buffer.from("\nendobj\n"));
  };
  for (const [number, body] of loose) put(Number(number), bodyOf(body));
  put(pack, stream(`/Type /ObjStm /N ${packed.length} /First ${head.length} /Filter /FlateDecode`, content));
  for (const [position, [number]] of packed.entries()) rows.set(Number(number), [2, pack, position]);
  const start = lengthOf(parts);
  rows.set(pack + 1, [1, start, 0]);
  const size = pack + 2;
  const table = Buffer.alloc(size * 6);
  for (const [number, [type, second, third]] of rows) {
    table.writeUInt8(type, number * 6);
    table.writeUInt32BE(second, number * 6 + 1);
    table.writeUInt8(third, number * 6 + 5);
  }
  const predicted = Buffer.concat(
    Array.from({ length: size }, (_, row) => {
      const above = row === 0 ? Buffer.alloc(6) : table.subarray((row - 1) * 6, row * 6);
      const differences = table
        .subarray(row * 6, row * 6 + 6)
        .map((byte, column) => byte - (above[column] ?? 0));
      return Buffer.concat([Buffer.of(2), differences]);
    }),
  );
  put(
    pack + 1,
    stream(
      `/Type /XRef /Size ${size} /W [1 4 1] /Root 1 0 R /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 6 >>`,
      deflateSync(predicted),
    ),
  );
  parts.push(Buffer.from(`startxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}

/** A page that shows `content` with Helvetica as /F1; more resources may be given. */
export const onePage = (content: string, resources = "", more: PdfObjects = {}): PdfObjects => ({
  1: "<< /Type /Catalog /Pages 2 0 R >>",
  2: "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 300 200] >>",
  3: `<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> ${resources} >> >>`,
  4: ["", content],
  5: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  ...more,
});

const lengthOf = (parts: readonly Buffer[]): number => parts.reduce((sum, { length }) => sum + length, 0);

const bodyOf = (body: string | readonly [string, string | Uint8Array]): Buffer =>
  typeof body === "string" ? Buffer.from(body, "latin1") : stream(body[0], body[1]);

function stream(dictionary: string, content: string | Uint8Array): Buffer {
  const bytes = typeof content === "string" ? Buffer.from(content, "latin1") : content;
  return Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`),
    bytes,
    Buffer.from("\nendstream"),
  ]);
}
