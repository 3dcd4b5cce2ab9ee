import type { PdfFile } from "./pdf-file.ts";
import { isDictionary, isReference, type PdfDictionary, type PdfValue } from "./pdf-value.ts";

/** The structure tree of a tagged file (ISO 32000-1, 14.7.2). */
export interface PdfStructure {
  readonly root: PdfDictionary;
  /** What stands directly below the root. */
  readonly top: readonly StructureElement[];
  /** Every element in reading order. */
  readonly elements: readonly StructureElement[];
}

/** One element, with what it holds in its order. */
export interface StructureElement {
  /** Its object number; 0 where it stands in its parent itself. */
  readonly object: number;
  readonly dictionary: PdfDictionary;
  /** As it is written: `P`, `Strong`. */
  readonly type: string;
  readonly parent: StructureElement | undefined;
  readonly kids: readonly StructureKid[];
}

/** What stands in an element: another one, marked content of a page or form, or an object such as an annotation. */
export type StructureKid =
  | { readonly kind: "element"; readonly element: StructureElement }
  | {
      readonly kind: "content";
      readonly id: number;
      /** Object number of the page; 0 where none is named. */
      readonly page: number;
      /** Object number of the form whose content it is; 0 for the page’s own. */
      readonly stream: number;
    }
  | { readonly kind: "object"; readonly object: number };

/** Kids that a tree may have in all; one of more is an attack. */
const KIDS_MAX = 1_000_000;

type OpenElement = StructureElement & { readonly kids: StructureKid[]; readonly page: number };

/** Reads the structure tree; undefined where there is none. An element that stands twice is read at its first place. */
export function readStructure(file: PdfFile): PdfStructure | undefined {
  const catalog = file.dictionary(file.trailer.get("Root"));
  const root = file.resolve(catalog.get("StructTreeRoot"));
  if (!isDictionary(root)) return undefined;
  const elements: StructureElement[] = [];
  const top: StructureElement[] = [];
  const seen = new Set<PdfDictionary>([root]);
  let left = KIDS_MAX;
  const stack: { readonly value: PdfValue; readonly parent: OpenElement | undefined }[] = [];
  const push = (value: PdfValue | undefined, parent: OpenElement | undefined) => {
    const kids = file.resolve(value);
    const list = Array.isArray(kids) ? kids : value === undefined ? [] : [value];
    left -= list.length;
    if (left >= 0) for (const kid of list.toReversed()) stack.push({ value: kid, parent });
  };
  push(root.get("K"), undefined);
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { value, parent } = next;
    const node = file.resolve(value);
    if (typeof node === "number") {
      parent?.kids.push({ kind: "content", id: node, page: parent.page, stream: 0 });
      continue;
    }
    if (!isDictionary(node)) continue;
    const type = file.resolve(node.get("S"));
    const page = objectOf(node.get("Pg")) || (parent?.page ?? 0);
    const id = file.resolve(node.get("MCID"));
    if (typeof type === "string") {
      if (seen.has(node)) continue;
      seen.add(node);
      const object = objectOf(value);
      const element: OpenElement = { object, dictionary: node, type, parent, kids: [], page };
      elements.push(element);
      if (parent) parent.kids.push({ kind: "element", element });
      else top.push(element);
      push(node.get("K"), element);
    } else if (typeof id === "number") {
      parent?.kids.push({ kind: "content", id, page, stream: objectOf(node.get("Stm")) });
    } else if (node.has("Obj")) {
      parent?.kids.push({ kind: "object", object: objectOf(node.get("Obj")) });
    }
  }
  return { root, top, elements };
}

const objectOf = (value: PdfValue | undefined): number => (isReference(value) ? value.object : 0);
