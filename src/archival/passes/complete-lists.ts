import { forEachElement, type Kid, newElement, type StructureTree } from "../structure-tree.ts";

/** Puts what is in a list item besides its label into a list body (ISO 32000-1, table 336: LI holds Lbl and LBody). */
export function completeLists(tree: StructureTree): void {
  forEachElement(tree.elements, (item) => {
    if (item.type !== "LI") return;
    const loose = item.kids.filter((kid) => !isPart(kid));
    if (loose.length === 0) return;
    const body = newElement(tree, "LBody", loose);
    // The body stands where the first of what it holds stood.
    item.kids = item.kids.flatMap((kid) => (kid === loose[0] ? [body] : loose.includes(kid) ? [] : [kid]));
  });
}

const isPart = (kid: Kid): boolean => kid.kind === "element" && (kid.type === "Lbl" || kid.type === "LBody");
