/** What a finished PDF says of itself. */
export interface PdfFacts {
  readonly pages: number;
  /** Whether any font is in the file; text without one cannot be seen. */
  readonly hasFonts: boolean;
}

/**
 * Reads a PDF as Chrome writes it: version 1.4 with a classic cross-reference table (ISO 32000-1, 7.5.4). The objects
 * are followed from the trailer, never searched for, because a document's title may hold any text.
 */
export function readPdfFacts(bytes: Uint8Array): PdfFacts {
  const pdf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tail = pdf.subarray(-1024).toString("latin1");
  const table = Number(/startxref\s+(\d+)/.exec(tail)?.[1]);
  const root = Number(
    /\/Root\s+(\d+)\s+\d+\s+R/.exec(pdf.subarray(pdf.lastIndexOf("trailer")).toString("latin1"))?.[1],
  );
  const catalog = readObject(pdf, table, root);
  const pageTree = readObject(pdf, table, Number(/\/Pages\s+(\d+)\s+\d+\s+R/.exec(catalog)?.[1]));
  const pages = Number(/\/Count\s+(\d+)/.exec(pageTree)?.[1]);
  if (!Number.isInteger(pages)) throw new Error("The browser wrote a PDF whose page tree cannot be read.");
  return {
    pages,
    hasFonts: ["/FontFile2", "/FontFile3", "/FontFile ", "/Type3"].some((name) => pdf.includes(name)),
  };
}

/** The text of an object, found by the cross-reference table: 20 bytes an entry, after a line that tells first and count. */
function readObject(pdf: Buffer, table: number, object: number): string {
  const header = /^xref\s+0\s+\d+\s*?\r?\n/.exec(pdf.subarray(table, table + 40).toString("latin1"))?.[0];
  if (!header || !Number.isInteger(object)) return "";
  const entry = table + header.length + object * 20;
  const offset = Number(pdf.subarray(entry, entry + 10).toString("latin1"));
  return pdf.subarray(offset, pdf.indexOf("endobj", offset)).toString("latin1");
}
