import { forEachElement, type StructureTree, textOf } from "../structure-tree.ts";

/**
 * Makes of a figure without words a plain group: it is the box around a picture and its caption, or around a quotation, and what is
 * in it speaks for itself (ISO 14289-1, 7.3: a Figure has an alternative). A picture without words is told before it is printed.
 */
export function nameFigures({ elements }: StructureTree): void {
  forEachElement(elements, (element) => {
    if (element.type !== "Figure") return;
    const { dictionary } = element;
    if (textOf(dictionary, "Alt") === undefined && textOf(dictionary, "ActualText") === undefined)
      element.type = "Div";
  });
}
