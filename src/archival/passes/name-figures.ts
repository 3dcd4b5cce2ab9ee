import { elementsOf, type StructureTree, setType, textOf, typeOf } from "../structure-tree.ts";

/**
 * Makes of a figure without words a plain group: it is the box around a picture and its caption, or around a quotation, and what is
 * in it speaks for itself (ISO 14289-1, 7.3: a Figure has an alternative). A picture without words is told before it is printed.
 */
export function nameFigures(tree: StructureTree): void {
  for (const { element } of elementsOf(tree)) {
    if (typeOf(element) !== "Figure") continue;
    const { dictionary } = element;
    if (textOf(dictionary, "Alt") === undefined && textOf(dictionary, "ActualText") === undefined) {
      setType(element, "Div");
    }
  }
}
