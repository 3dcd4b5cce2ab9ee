import { PDFDict, type PDFDocument, PDFName, PDFRawStream, PDFString } from "@cantoo/pdf-lib";
import type { DocumentFacts } from "../document-facts.ts";
import { xmpOf } from "../xmp.ts";

/** Writes what the document says of itself, in its own dictionary and as XMP, alike (ISO 19005-2, 6.6.2 and 6.6.3). */
export function writeMetadata(document: PDFDocument, facts: DocumentFacts): void {
  const { context, catalog } = document;
  const printer = document.getProducer() ?? "";
  const producer = printer === "" ? facts.creator : `${facts.creator}; ${printer}`;
  document.setTitle(facts.title);
  document.setSubject(facts.subject);
  document.setKeywords([facts.keywords.join("; ")]);
  document.setCreator(facts.creator);
  document.setProducer(producer);
  document.setCreationDate(facts.date);
  document.setModificationDate(facts.date);
  if (facts.author !== null) document.setAuthor(facts.author);

  const xmp = new TextEncoder().encode(xmpOf(facts, producer));
  // Archives read it without unpacking it.
  const stream = PDFRawStream.of(context.obj({ Type: "Metadata", Subtype: "XML", Length: xmp.length }), xmp);
  catalog.set(PDFName.of("Metadata"), context.register(stream));
  catalog.set(PDFName.of("Lang"), PDFString.of(facts.lang));
  showTitle(document);
}

/** The window of a reader shows the title, not the file’s name (ISO 14289-1, 7.1). */
function showTitle({ context, catalog }: PDFDocument): void {
  const name = PDFName.of("ViewerPreferences");
  const known = catalog.lookup(name);
  const preferences = known instanceof PDFDict ? known : context.obj({});
  preferences.set(PDFName.of("DisplayDocTitle"), context.obj(true));
  catalog.set(name, preferences);
}
