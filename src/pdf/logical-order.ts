import type { PdfFile } from "./pdf-file.ts";
import { isDictionary, isReference, type PdfValue } from "./pdf-value.ts";

/** The place in reading order of each marked content, by the object number of its page and by its id. */
export type LogicalOrder = ReadonlyMap<number, ReadonlyMap<number, number>>;

const DEPTH_MAX = 500;

/** Reads the structure tree of a tagged file (ISO 32000-2, 14.7); empty for a file without one. */
export function readLogicalOrder(file: PdfFile): LogicalOrder {
  const order = new Map<number, Map<number, number>>();
  const seen = new Set<number>();
  let place = 0;

  function visit(value: PdfValue | undefined, page: number, depth: number): void {
    if (depth > DEPTH_MAX) return;
    if (isReference(value)) {
      if (seen.has(value.object)) return;
      seen.add(value.object);
    }
    const node = file.resolve(value);
    if (typeof node === "number") note(node, page);
    if (Array.isArray(node)) {
      for (const kid of node) visit(kid, page, depth + 1);
      return;
    }
    if (!isDictionary(node)) return;
    const own = node.get("Pg");
    const onPage = isReference(own) ? own.object : page;
    const id = node.get("MCID");
    if (typeof id === "number") note(id, onPage);
    else visit(node.get("K"), onPage, depth + 1);
  }

  function note(id: number, page: number): void {
    const ofPage = order.get(page) ?? new Map<number, number>();
    order.set(page, ofPage);
    if (!ofPage.has(id)) ofPage.set(id, place);
    place += 1;
  }

  const root = file.dictionary(file.trailer.get("Root"));
  visit(file.dictionary(root.get("StructTreeRoot")).get("K"), 0, 0);
  return order;
}
