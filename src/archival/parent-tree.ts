import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  type PDFRef,
} from "@cantoo/pdf-lib";
import { forEachElement, type StructureTree } from "./structure-tree.ts";

/**
 * Writes the tree that leads from content to its element (ISO 32000-1, 14.7.4.4). The entries of pages and forms are lists by the
 * ids of their content, those of annotations the element itself.
 */
export function writeParentTree({ context, root, elements }: StructureTree, document: PDFDocument): void {
  const lists = new Map<number, (PDFRef | undefined)[]>();
  const single = new Map<number, PDFRef>();
  let next = 0;
  const keyIn = (dictionary: PDFDict | undefined, name: string): number | undefined => {
    const key = dictionary?.get(PDFName.of(name));
    if (!(key instanceof PDFNumber)) return undefined;
    next = Math.max(next, key.asNumber() + 1);
    return key.asNumber();
  };
  for (const { node } of document.getPages()) {
    const key = keyIn(node, "StructParents");
    if (key !== undefined) lists.set(key, []);
    const annotations = node.lookup(PDFName.of("Annots"));
    if (!(annotations instanceof PDFArray)) continue;
    for (const annotation of annotations.asArray())
      keyIn(dictionaryAt(context.lookup(annotation)), "StructParent");
  }
  const keyOf = (dictionary: PDFDict | undefined, name: string): number => {
    const key = keyIn(dictionary, name) ?? next;
    next = Math.max(next, key + 1);
    dictionary?.set(PDFName.of(name), PDFNumber.of(key));
    return key;
  };
  const known = new Map<PDFRef, (PDFRef | undefined)[]>();
  const listAt = (holder: PDFRef): (PDFRef | undefined)[] => {
    const found = known.get(holder);
    if (found !== undefined) return found;
    const key = keyOf(dictionaryAt(context.lookup(holder)), "StructParents");
    const list = lists.get(key) ?? [];
    lists.set(key, list);
    known.set(holder, list);
    return list;
  };
  forEachElement(elements, ({ kids, ref }) => {
    for (const kid of kids) {
      const holder = kid.kind === "content" ? (kid.form ?? kid.page) : undefined;
      if (kid.kind === "content" && holder !== undefined) listAt(holder)[kid.id] = ref;
      const target =
        kid.kind === "object" && kid.target ? dictionaryAt(context.lookup(kid.target)) : undefined;
      if (target !== undefined) single.set(keyOf(target, "StructParent"), ref);
    }
  });
  const keys = [...lists.keys(), ...single.keys()].sort((one, other) => one - other);
  const numbers = context.obj([]);
  for (const key of keys) {
    numbers.push(PDFNumber.of(key));
    const ref = single.get(key);
    if (ref !== undefined) numbers.push(ref);
    else numbers.push(context.obj(Array.from(lists.get(key) ?? [], (parent) => parent ?? null)));
  }
  root.set(PDFName.of("ParentTree"), context.obj({ Nums: numbers }));
  root.set(PDFName.of("ParentTreeNextKey"), PDFNumber.of(next));
}

function dictionaryAt(value: unknown): PDFDict | undefined {
  if (value instanceof PDFRawStream) return value.dict;
  return value instanceof PDFDict ? value : undefined;
}
