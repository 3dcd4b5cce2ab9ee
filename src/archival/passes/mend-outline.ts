import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";
import type { DocumentFacts } from "../document-facts.ts";

const TITLE = PDFName.of("Title");

/** More bookmarks than any brief has; beyond it the list goes in a circle. */
const BOOKMARKS_MAX = 5000;

/**
 * Gives bookmarks the words of the page’s headings. Chromium puts the lines of a heading together without the space at which they
 * were broken.
 */
export function mendOutline(document: PDFDocument, { title, headings }: DocumentFacts): void {
  const words = new Map([...headings, title].map((text) => [withoutSpace(text), text]));
  const outlines = document.catalog.lookup(PDFName.of("Outlines"));
  const pending = outlines instanceof PDFDict ? [outlines.lookup(PDFName.of("First"))] : [];
  for (let count = 0; pending.length > 0 && count < BOOKMARKS_MAX; count += 1) {
    const bookmark = pending.pop();
    if (!(bookmark instanceof PDFDict)) continue;
    const written = bookmark.lookup(TITLE);
    if (written instanceof PDFString || written instanceof PDFHexString) {
      const text = words.get(withoutSpace(written.decodeText()));
      if (text !== undefined) bookmark.set(TITLE, PDFHexString.fromText(text));
    }
    pending.push(bookmark.lookup(PDFName.of("Next")), bookmark.lookup(PDFName.of("First")));
  }
}

const withoutSpace = (text: string): string => text.replace(/\s/g, "");
