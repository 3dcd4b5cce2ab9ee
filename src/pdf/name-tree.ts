import type { PdfFile } from "./pdf-file.ts";
import { isReference, isString, type PdfValue } from "./pdf-value.ts";

/** Nodes that a tree may have; one of more goes in a circle or is an attack. */
const NODES_MAX = 100_000;

/** The entries of a number tree (ISO 32000-1, 7.9.7); of a number that stands twice the first counts. */
export function readNumberTree(file: PdfFile, root: PdfValue | undefined): ReadonlyMap<number, PdfValue> {
  const entries = new Map<number, PdfValue>();
  for (const [key, value] of pairsOf(file, root, "Nums")) {
    const number = file.resolve(key);
    if (typeof number === "number" && !entries.has(number)) entries.set(number, value);
  }
  return entries;
}

/** The entries of a name tree (7.9.6), by the bytes of their names. */
export function readNameTree(file: PdfFile, root: PdfValue | undefined): ReadonlyMap<string, PdfValue> {
  const entries = new Map<string, PdfValue>();
  for (const [key, value] of pairsOf(file, root, "Names")) {
    const name = file.resolve(key);
    if (isString(name) && !entries.has(name.chars)) entries.set(name.chars, value);
  }
  return entries;
}

function* pairsOf(
  file: PdfFile,
  root: PdfValue | undefined,
  kind: "Nums" | "Names",
): Generator<readonly [PdfValue, PdfValue]> {
  const stack: (PdfValue | undefined)[] = [root];
  const seen = new Set<number>();
  for (let nodes = 0; stack.length > 0 && nodes < NODES_MAX; nodes += 1) {
    const value = stack.pop();
    if (isReference(value)) {
      if (seen.has(value.object)) continue;
      seen.add(value.object);
    }
    const node = file.dictionary(value);
    const items = file.array(node.get(kind));
    for (let index = 0; index + 1 < items.length; index += 2) {
      yield [items[index] ?? null, items[index + 1] ?? null];
    }
    for (const kid of file.array(node.get("Kids")).toReversed()) stack.push(kid);
  }
}
