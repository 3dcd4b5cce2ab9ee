import { type PDFDocument, PDFName, PDFNumber, type PDFObject } from "@cantoo/pdf-lib";
import { nameElements } from "./name-elements.ts";
import { writeParentTree } from "./parent-tree.ts";
import type { Kid, StructureElement, StructureTree } from "./structure-tree.ts";

const KIDS = PDFName.of("K");
const PAGE = PDFName.of("Pg");
const PARENT = PDFName.of("P");
const TYPE = PDFName.of("S");

/**
 * Writes a structure tree back into its document, and with it what is made from it: the names of elements, and the tree that
 * leads from content to its element, so that the two can never disagree.
 */
export function writeStructure(tree: StructureTree, document: PDFDocument): void {
  const { catalog } = document;
  const { root, elements } = tree;
  const rootRef = catalog.get(PDFName.of("StructTreeRoot"));
  nameElements(tree);
  for (const element of elements) writeElement(tree, element, rootRef);
  root.set(
    KIDS,
    listOf(
      tree,
      elements.map(({ ref }) => ref),
    ),
  );
  writeParentTree(tree, document);
}

function writeElement(
  tree: StructureTree,
  { dictionary, kids, ref, type }: StructureElement,
  parent: PDFObject | undefined,
): void {
  dictionary.set(TYPE, PDFName.of(type));
  if (parent !== undefined) dictionary.set(PARENT, parent);
  const page = dictionary.get(PAGE);
  const objects = kids.map((kid) => objectOf(tree, kid, page));
  if (objects.length === 0) dictionary.delete(KIDS);
  else dictionary.set(KIDS, listOf(tree, objects));
  for (const kid of kids) if (kid.kind === "element") writeElement(tree, kid, ref);
}

/** One stands by itself, which is shorter. */
function listOf({ context }: StructureTree, objects: readonly PDFObject[]): PDFObject {
  const [only] = objects;
  return objects.length === 1 && only !== undefined ? only : context.obj([...objects]);
}

function objectOf({ context }: StructureTree, kid: Kid, page: PDFObject | undefined): PDFObject {
  if (kid.kind === "element") return kid.ref;
  if (kid.kind === "object") return kid.object;
  if (kid.form === undefined && kid.page === page) return PDFNumber.of(kid.id);
  const reference = context.obj({ Type: "MCR", MCID: kid.id });
  if (kid.page !== undefined) reference.set(PAGE, kid.page);
  if (kid.form !== undefined) reference.set(PDFName.of("Stm"), kid.form);
  return reference;
}
