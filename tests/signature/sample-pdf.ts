import { PDFDocument } from "@cantoo/pdf-lib";

/** A small file of two pages, with its objects packed as Execbrief writes them, or each for itself as browsers do. */
export async function samplePdf({
  isPacked = true,
  text = "Revenue fell by 17 percent.",
} = {}): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  for (const words of [text, "Page two."]) {
    document.addPage([400, 300]).drawText(words, { x: 40, y: 200, size: 14 });
  }
  return document.save({ useObjectStreams: isPacked });
}
