import { PDFArray, type PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { newElement, type StructureTree } from "../structure-tree.ts";

/**
 * Says that the document is tagged throughout (ISO 14289-1, 7.1): one element holds all others, nothing is suspected of being
 * tagged wrongly, and whoever goes from link to link goes in the order of the structure (7.18.3).
 */
export function declareStructure(tree: StructureTree, document: PDFDocument): void {
  const { context } = tree;
  const [only] = tree.elements;
  if (tree.elements.length !== 1 || only?.type !== "Document")
    tree.elements = [newElement(tree, "Document", tree.elements)];
  document.catalog.set(PDFName.of("MarkInfo"), context.obj({ Marked: true }));
  for (const { node } of document.getPages()) {
    const annotations = node.lookup(PDFName.of("Annots"));
    if (annotations instanceof PDFArray && annotations.size() > 0)
      node.set(PDFName.of("Tabs"), PDFName.of("S"));
  }
}
