import { type Alias, isAlias, isMap, isScalar, isSeq, type Pair, type ParsedNode } from "yaml";
import type { Place } from "../diagnostics/diagnostic.ts";

/** The way from the top of a brief to a field: keys and item numbers from 0. */
export type Path = readonly PropertyKey[];

/** Finds where in the file a field stands. */
export interface Positions {
  /** Place of a field’s value, or of its key; for a missing field, of the nearest part around it that exists. */
  readonly locate: (path: Path, options?: { readonly key?: boolean }) => Place;
  /** Place of a piece of a text: of the occurrence of `needle` that stands at `offset` of the field’s value. */
  readonly locateText: (path: Path, needle: string, offset: number) => Place;
  /** A single value as the author wrote it, such as `1.50` where the data has 1.5. */
  readonly written: (path: Path) => string | undefined;
}

type Node = ParsedNode | null;

/** Positions in a parsed document. */
export function positionsIn(
  root: Node,
  aliases: ReadonlyMap<Alias, ParsedNode>,
  text: string,
  placeAt: (offset: number) => Place,
): Positions {
  /** The node at a path, or the last that exists on the way to it, with the key that leads there. */
  function find(path: Path): { node: Node; key: ParsedNode | undefined; isFound: boolean } {
    let node = root;
    let key: ParsedNode | undefined;
    for (const step of path) {
      const container = isAlias(node) ? (aliases.get(node) ?? null) : node;
      if (isMap(container)) {
        const pair = (container.items as Pair<ParsedNode, Node>[]).find((item) => keyText(item.key) === step);
        if (pair === undefined) return { node, key, isFound: false };
        node = pair.value;
        key = pair.key;
      } else {
        const item = isSeq(container) && typeof step === "number" ? container.items[step] : undefined;
        if (item === undefined) return { node, key, isFound: false };
        node = item as Node;
        key = undefined;
      }
    }
    return { node, key, isFound: true };
  }

  const keyText = (key: ParsedNode): string | undefined => {
    const scalar = isAlias(key) ? aliases.get(key) : key;
    return isScalar(scalar) ? String(scalar.value ?? scalar.source) : undefined;
  };

  const isEmpty = (node: Node): boolean => node === null || node.range[0] === node.range[1];

  function locate(path: Path, options: { readonly key?: boolean } = {}): Place {
    const { node, key, isFound } = find(path);
    const isKeyWanted = options.key === true || !isFound || isEmpty(node);
    return placeAt((isKeyWanted ? key : undefined)?.range[0] ?? node?.range[0] ?? 0);
  }

  function locateText(path: Path, needle: string, offset: number): Place {
    const { node, isFound } = find(path);
    if (!isFound || !isScalar(node) || typeof node.value !== "string") return locate(path);
    const [start, end] = node.range;
    const occurrence = offsetsOf(needle, node.value.slice(0, offset + needle.length)).length - 1;
    const found = offsetsOf(needle, text.slice(start, end))[occurrence];
    // Absent where the author wrote it as an escape, such as \u0040 for @.
    return placeAt(start + (found ?? 0));
  }

  function written(path: Path): string | undefined {
    const { node, isFound } = find(path);
    return isFound && isScalar(node) ? node.source : undefined;
  }

  return { locate, locateText, written };
}

function offsetsOf(needle: string, text: string): number[] {
  const offsets: number[] = [];
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + needle.length))
    offsets.push(at);
  return offsets;
}
