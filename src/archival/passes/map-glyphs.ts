import { PDFDict, type PDFDocument, PDFName, PDFRawStream, PDFRef } from "@cantoo/pdf-lib";
import { pack, unpack } from "../streams.ts";

const MAP = PDFName.of("ToUnicode");

/**
 * Gives glyphs a character that Chromium maps to none, which both standards forbid (ISO 14289-1, 7.21.7; ISO 19005-2, 6.2.11.7.2):
 * parts of letters, such as the dots that some Arabic typefaces draw apart from their bodies. What they are read as stands around
 * them as actual text; by themselves they are a joiner that is neither seen nor heard.
 */
export function mapGlyphs({ context }: PDFDocument): void {
  for (const [, font] of context.enumerateIndirectObjects()) {
    const ref = font instanceof PDFDict ? font.get(MAP) : undefined;
    const map = ref instanceof PDFRef ? context.lookup(ref) : undefined;
    if (!(ref instanceof PDFRef) || !(map instanceof PDFRawStream)) continue;
    const written = Buffer.from(unpack(map)).toString("latin1");
    const mended = written.replace(NO_CHARACTER, "$1 <034F>");
    if (mended !== written)
      context.assign(ref, pack(context, Buffer.from(mended, "latin1"), map.dict.entries()));
  }
}

/** A line of a map that leads one code to U+0000; U+034F is the combining grapheme joiner. */
const NO_CHARACTER = /^(<[\dA-F]+>) <0000>$/gm;
