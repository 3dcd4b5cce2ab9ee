import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";
import type { DocumentFacts } from "../document-facts.ts";

const TITLE = PDFName.of("Title");

/**
 * Gives the first bookmark the document’s title. Chromium puts the lines of a heading together without the space at which they
 * were broken.
 */
export function mendOutline(document: PDFDocument, { title }: DocumentFacts): void {
  const outlines = document.catalog.lookup(PDFName.of("Outlines"));
  const first = outlines instanceof PDFDict ? outlines.lookup(PDFName.of("First")) : undefined;
  if (!(first instanceof PDFDict)) return;
  const written = first.lookup(TITLE);
  if (!(written instanceof PDFString || written instanceof PDFHexString)) return;
  if (withoutSpace(written.decodeText()) === withoutSpace(title))
    first.set(TITLE, PDFHexString.fromText(title));
}

const withoutSpace = (text: string): string => text.replace(/\s/g, "");
