import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";
import type { DocumentFacts } from "../document-facts.ts";
import { elementsOf, kidsOf, readStructure } from "../structure-tree.ts";

const CONTENTS = PDFName.of("Contents");

/**
 * Says at every link what a screen reader is to say (ISO 14289-1, 7.18.5): the words of the page’s own links, those to one
 * address in their order, else the address.
 */
export function describeLinks(document: PDFDocument, { links }: DocumentFacts): void {
  const waiting = new Map<string, string[]>();
  for (const { href, text } of links) waiting.set(keyOf(href), [...(waiting.get(keyOf(href)) ?? []), text]);
  for (const annotation of linksInOrder(document)) {
    if (annotation.has(CONTENTS)) continue;
    const href = hrefOf(annotation);
    const texts = waiting.get(keyOf(href));
    // The last words stay for links over two lines, which are two annotations.
    const text = texts !== undefined && texts.length > 1 ? texts.shift() : texts?.[0];
    annotation.set(CONTENTS, PDFHexString.fromText(text ?? href));
  }
}

/** Addresses as a browser completes them: with the slash after a host, and percent signs. */
function keyOf(href: string): string {
  if (href.startsWith("#")) return href;
  try {
    return new URL(href).href;
  } catch {
    return href;
  }
}

/** Annotations of links in reading order, then those that the structure does not name. */
function linksInOrder(document: PDFDocument): PDFDict[] {
  const { context } = document;
  const found = new Set<PDFDict>();
  const add = (object: unknown) => {
    const annotation = context.lookup(object as PDFRef);
    const isLink =
      annotation instanceof PDFDict && annotation.get(PDFName.of("Subtype")) === PDFName.of("Link");
    if (isLink) found.add(annotation);
  };
  const tree = readStructure(document);
  for (const { element } of tree === undefined ? [] : elementsOf(tree)) {
    for (const kid of kidsOf(context, element.dictionary)) if (kid.kind === "object") add(kid.target);
  }
  for (const page of document.getPages()) {
    const annotations = page.node.lookup(PDFName.of("Annots"));
    if (annotations instanceof PDFArray) for (const annotation of annotations.asArray()) add(annotation);
  }
  return [...found];
}

/** Where a link leads: an address, or `#` and the name of a place in the document. */
function hrefOf(annotation: PDFDict): string {
  const action = annotation.lookup(PDFName.of("A"));
  const address = action instanceof PDFDict ? textIn(action.lookup(PDFName.of("URI"))) : undefined;
  if (address !== undefined) return address;
  const place =
    textIn(annotation.lookup(PDFName.of("Dest"))) ??
    (action instanceof PDFDict ? textIn(action.lookup(PDFName.of("D"))) : undefined);
  return `#${place ?? ""}`;
}

function textIn(value: unknown): string | undefined {
  if (value instanceof PDFString || value instanceof PDFHexString || value instanceof PDFName) {
    return value.decodeText();
  }
  return undefined;
}
