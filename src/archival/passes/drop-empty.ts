import type { Kid, StructureElement, StructureTree } from "../structure-tree.ts";

/** What says something even if there is nothing in it: a table’s cell holds its place. */
const CELLS = new Set(["TD", "TH", "TR"]);

/** Takes elements out of the tree in which nothing stands, and the attributes that name no cell. */
export function dropEmpty(tree: StructureTree): void {
  tree.elements = full(tree.elements);
}

function full<Item extends Kid>(kids: readonly Item[]): Item[] {
  return kids.filter((kid) => {
    if (kid.kind !== "element") return true;
    const element: StructureElement = kid;
    element.kids = full(element.kids);
    return element.kids.length > 0 || CELLS.has(element.type);
  });
}
