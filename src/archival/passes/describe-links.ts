import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";
import type { DocumentFacts } from "../document-facts.ts";
import {
  forEachElement,
  type Kid,
  newElement,
  type ObjectReference,
  type StructureElement,
  type StructureTree,
} from "../structure-tree.ts";

const ANNOTATIONS = PDFName.of("Annots");
const CONTENTS = PDFName.of("Contents");
const LINK = PDFName.of("Link");

/** What can become a link without losing a meaning of its own. */
const PLAIN = new Set(["NonStruct", "Span", "Div"]);

/**
 * Makes every link one to a screen reader (ISO 14289-1, 7.18.5): it stands in the structure as a link and says its words, those
 * of the page’s own links to the same address in their order, else the address.
 */
export function describeLinks(tree: StructureTree, document: PDFDocument, { links }: DocumentFacts): void {
  const waiting = new Map<string, string[]>();
  for (const { href, text } of links) waiting.set(keyOf(href), [...(waiting.get(keyOf(href)) ?? []), text]);
  const seen = new Set<PDFDict>();
  const describe = (annotations: readonly PDFDict[]) => {
    const [first] = annotations;
    if (first === undefined) return;
    const href = hrefOf(first);
    const texts = waiting.get(keyOf(href));
    const text = texts !== undefined && texts.length > 1 ? texts.shift() : texts?.[0];
    for (const annotation of annotations) {
      seen.add(annotation);
      if (!annotation.has(CONTENTS)) annotation.set(CONTENTS, PDFHexString.fromText(text ?? href));
    }
  };

  const elements: StructureElement[] = [];
  forEachElement(tree.elements, (element) => void elements.push(element));
  for (const element of elements) {
    const annotations = element.kids.flatMap((kid) => linkAt(tree, kid) ?? []);
    // A link over several lines is several annotations in one element.
    describe(annotations);
    if (annotations.length > 0) tagAsLink(tree, element);
  }
  for (const { annotation, reference } of linksOf(document)) {
    if (seen.has(annotation)) continue;
    describe([annotation]);
    tree.elements.at(-1)?.kids.push(newElement(tree, "Link", [reference]));
  }
}

function tagAsLink(tree: StructureTree, element: StructureElement): void {
  if (element.type === "Link") return;
  if (PLAIN.has(element.type)) {
    element.type = "Link";
    return;
  }
  const isLink = (kid: Kid) => linkAt(tree, kid) !== undefined;
  const first = element.kids.findIndex(isLink);
  const link = newElement(tree, "Link", element.kids.filter(isLink));
  element.kids = element.kids.flatMap((kid, index) => (index === first ? [link] : isLink(kid) ? [] : [kid]));
}

/** The annotation of a link that stands in an element. */
function linkAt({ context }: StructureTree, kid: Kid): PDFDict | undefined {
  const target = kid.kind === "object" && kid.target !== undefined ? context.lookup(kid.target) : undefined;
  return target instanceof PDFDict && target.get(PDFName.of("Subtype")) === LINK ? target : undefined;
}

/** The links of all pages, with how the structure refers to them. */
function linksOf(document: PDFDocument): { annotation: PDFDict; reference: ObjectReference }[] {
  const { context } = document;
  return document.getPages().flatMap(({ node, ref: page }) => {
    const annotations = node.lookup(ANNOTATIONS);
    if (!(annotations instanceof PDFArray)) return [];
    return annotations.asArray().flatMap((target) => {
      const annotation = context.lookup(target);
      if (!(target instanceof PDFRef) || !(annotation instanceof PDFDict)) return [];
      if (annotation.get(PDFName.of("Subtype")) !== LINK) return [];
      const object = context.obj({ Type: "OBJR", Obj: target, Pg: page });
      return [{ annotation, reference: { kind: "object" as const, object, target } }];
    });
  });
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
