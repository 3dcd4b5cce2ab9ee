import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFRef } from "@cantoo/pdf-lib";
import {
  elementsOf,
  type Kid,
  kidsOf,
  type StructureElement,
  type StructureTree,
  setKids,
  typeOf,
} from "../structure-tree.ts";

/** Puts what is in a list item besides its label into a list body (ISO 32000-1, table 336: LI holds Lbl and LBody). */
export function completeLists(tree: StructureTree): void {
  const items = [...elementsOf(tree)]
    .map(({ element }) => element)
    .filter((element) => typeOf(element) === "LI");
  for (const item of items) {
    const kids = kidsOf(tree.context, item.dictionary);
    const loose = kids.filter((kid) => !isPart(kid));
    if (loose.length > 0) addBody(tree, item, kids, loose);
  }
}

const isPart = (kid: Kid): boolean => kid.kind === "element" && ["Lbl", "LBody"].includes(typeOf(kid));

function addBody(
  tree: StructureTree,
  item: StructureElement,
  kids: readonly Kid[],
  loose: readonly Kid[],
): void {
  const { context } = tree;
  const body = context.obj({ Type: "StructElem", S: "LBody", P: item.ref });
  const page = item.dictionary.get(PDFName.of("Pg"));
  if (page !== undefined) body.set(PDFName.of("Pg"), page);
  const ref = context.register(body);
  setKids(
    context,
    body,
    loose.map(({ object }) => object),
  );
  for (const kid of loose) {
    if (kid.kind === "element") kid.dictionary.set(PDFName.of("P"), ref);
    else if (kid.kind === "content") setParent(tree, kid, ref);
  }
  // The body stands where the first of what it holds stood.
  const at = kids.findIndex((kid) => loose.includes(kid));
  const others = kids.filter((kid) => !loose.includes(kid)).map(({ object }) => object);
  const before = kids.slice(0, at).filter((kid) => !loose.includes(kid)).length;
  setKids(context, item.dictionary, [...others.slice(0, before), ref, ...others.slice(before)]);
}

/** Notes in the parent tree whose content a piece is now (ISO 32000-1, 14.7.4.4). */
function setParent(
  { context, root }: StructureTree,
  kid: Extract<Kid, { kind: "content" }>,
  parent: PDFRef,
): void {
  const page = kid.page && context.lookup(kid.page);
  const key = page instanceof PDFDict ? page.lookup(PDFName.of("StructParents")) : undefined;
  if (!(key instanceof PDFNumber)) return;
  const parents = parentsOf(context.lookup(root.get(PDFName.of("ParentTree"))), key.asNumber());
  if (parents !== undefined && kid.id < parents.size()) parents.set(kid.id, parent);
}

/** The entry of a number tree (ISO 32000-1, 7.9.7). */
function parentsOf(node: unknown, key: number): PDFArray | undefined {
  if (!(node instanceof PDFDict)) return undefined;
  const numbers = node.lookup(PDFName.of("Nums"));
  if (numbers instanceof PDFArray) {
    for (let index = 0; index + 1 < numbers.size(); index += 2) {
      const found = numbers.lookup(index);
      if (!(found instanceof PDFNumber) || found.asNumber() !== key) continue;
      const value = numbers.lookup(index + 1);
      return value instanceof PDFArray ? value : undefined;
    }
  }
  const kids = node.lookup(PDFName.of("Kids"));
  if (!(kids instanceof PDFArray)) return undefined;
  for (let index = 0; index < kids.size(); index += 1) {
    const found = parentsOf(kids.lookup(index), key);
    if (found !== undefined) return found;
  }
  return undefined;
}
