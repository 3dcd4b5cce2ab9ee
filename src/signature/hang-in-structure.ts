import type { PdfFile } from "../pdf/pdf-file.ts";
import {
  isReference,
  type PdfDictionary,
  type PdfReference,
  type PdfValue,
  pdfReference,
} from "../pdf/pdf-value.ts";

/** What of the structure tree changes, and the key under which it knows the annotation. */
export interface HungElement {
  readonly key: number;
  readonly changed: ReadonlyMap<number, PdfDictionary>;
}

/** What hangs in the structure, and where it is drawn. */
interface Place {
  /** Number of the element that is made for it. */
  readonly element: number;
  readonly annotation: PdfReference;
  readonly page: PdfReference;
}

/** Nodes of a number tree that are looked at in search of its highest key. */
const NODES_MAX = 10_000;

/**
 * Hangs the annotation of a form field into the structure tree, as the last element of the document (ISO 32000-1, 14.7.4.3 and
 * 14.8.4.5); undefined for a file without a structure.
 */
export function hangInStructure(file: PdfFile, place: Place): HungElement | undefined {
  const root = file.dictionary(file.trailer.get("Root")).get("StructTreeRoot");
  const tree = file.dictionary(root);
  if (!isReference(root) || tree.size === 0) return undefined;
  const next = file.resolve(tree.get("ParentTreeNextKey"));
  const key = Math.max(typeof next === "number" ? next : 0, highestKey(file, tree.get("ParentTree")) + 1);
  const element = pdfReference(place.element);
  const parent = topElement(file, tree) ?? root;
  const changed = new Map<number, PdfDictionary>();
  changed.set(
    root.object,
    new Map([...tree, ["ParentTreeNextKey", key + 1], ...withParent(file, tree, [key, element], changed)]),
  );
  const above = changed.get(parent.object) ?? file.dictionary(parent);
  changed.set(parent.object, new Map([...above, ["K", [...kidsOf(file, above), element]]]));
  const content = new Map<string, PdfValue>([
    ["Type", "OBJR"],
    ["Obj", place.annotation],
    ["Pg", place.page],
  ]);
  const form: readonly [string, PdfValue][] = [
    ["Type", "StructElem"],
    ["S", "Form"],
    ["P", parent],
    ["K", content],
  ];
  return { key, changed: changed.set(place.element, new Map(form)) };
}

/** The element that all others stand in, where there is one alone. */
function topElement(file: PdfFile, tree: PdfDictionary): PdfReference | undefined {
  const [first, ...others] = kidsOf(file, tree);
  return others.length === 0 && isReference(first) && file.dictionary(first).has("S") ? first : undefined;
}

function kidsOf(file: PdfFile, element: PdfDictionary): readonly PdfValue[] {
  const kids = element.get("K") ?? null;
  const resolved = file.resolve(kids);
  if (Array.isArray(resolved)) return resolved;
  return kids === null ? [] : [kids];
}

/** The parent tree with one more entry; where it has branches, it gets another with that alone. */
function withParent(
  file: PdfFile,
  tree: PdfDictionary,
  [key, element]: readonly [number, PdfReference],
  changed: Map<number, PdfDictionary>,
): [string, PdfValue][] {
  const place = tree.get("ParentTree");
  const parents = file.dictionary(place);
  const entry: PdfValue[] = [key, element];
  const leaf = new Map<string, PdfValue>([
    ["Limits", [key, key]],
    ["Nums", entry],
  ]);
  const grown: PdfDictionary = parents.has("Kids")
    ? new Map([...parents, ["Kids", [...file.array(parents.get("Kids")), leaf]]])
    : new Map([...parents, ["Nums", [...file.array(parents.get("Nums")), ...entry]]]);
  if (!isReference(place)) return [["ParentTree", grown]];
  changed.set(place.object, grown);
  return [];
}

function highestKey(file: PdfFile, tree: PdfValue | undefined): number {
  let highest = -1;
  const waiting = [tree];
  for (let count = 0; waiting.length > 0 && count < NODES_MAX; count += 1) {
    const node = file.dictionary(waiting.pop());
    for (const [index, key] of file.array(node.get("Nums")).entries()) {
      if (index % 2 === 0 && typeof key === "number") highest = Math.max(highest, key);
    }
    for (const kid of file.array(node.get("Kids")).slice(0, NODES_MAX)) waiting.push(kid);
  }
  return highest;
}
