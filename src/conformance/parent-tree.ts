import { readNumberTree } from "../pdf/name-tree.ts";
import type { PdfDictionary, PdfValue } from "../pdf/pdf-value.ts";
import type { StructureElement } from "../pdf/read-structure.ts";
import type { Annotation } from "./annotations.ts";
import type { Subject } from "./subject.ts";

const trees = new WeakMap<Subject, ReadonlyMap<number, PdfValue>>();
const elements = new WeakMap<Subject, ReadonlyMap<PdfDictionary, StructureElement>>();

/** The parent tree of a file: elements, or arrays of them, by the keys of pages, forms and annotations (ISO 32000-1, 14.7.4.4). */
export function parentTreeOf(subject: Subject): ReadonlyMap<number, PdfValue> {
  const known = trees.get(subject);
  if (known !== undefined) return known;
  const tree = readNumberTree(subject.file, subject.structure?.root.get("ParentTree"));
  trees.set(subject, tree);
  return tree;
}

/** The element that an annotation’s StructParent leads to; undefined for none. */
export function elementOf(subject: Subject, { dictionary }: Annotation): StructureElement | undefined {
  const key = subject.file.resolve(dictionary.get("StructParent"));
  const parent =
    typeof key === "number" ? subject.file.dictionary(parentTreeOf(subject).get(key)) : undefined;
  return parent === undefined ? undefined : byDictionary(subject).get(parent);
}

function byDictionary(subject: Subject): ReadonlyMap<PdfDictionary, StructureElement> {
  const known = elements.get(subject);
  if (known !== undefined) return known;
  const map = new Map((subject.structure?.elements ?? []).map((element) => [element.dictionary, element]));
  elements.set(subject, map);
  return map;
}
