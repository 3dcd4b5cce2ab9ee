import { PDFName, type PDFObject } from "@cantoo/pdf-lib";
import {
  elementsOf,
  type Kid,
  kidsOf,
  type StructureElement,
  type StructureTree,
  setKids,
  setType,
  typeOf,
} from "../structure-tree.ts";

/** Types that give the text in them a meaning; text that stands in none of them is in no paragraph. */
const MEANINGFUL = new Set(
  (
    "P H H1 H2 H3 H4 H5 H6 Title L LI Lbl LBody Caption TD TH Link BlockQuote Code Figure Formula Note FENote Form " +
    "TOCI Strong Em Sub Quote Reference"
  ).split(" "),
);
/** What Chromium makes of elements without a meaning of their own. */
const PLAIN = new Set(["NonStruct", "Div", "Span"]);
/** What is part of a line. */
const INLINE = new Set(["Link", "Strong", "Em", "Sub", "Quote", "Reference"]);

/**
 * Makes paragraphs of text that stands in none, such as a dateline set as a row of boxes: one line to the eye should be one to the
 * ear (ISO 14289-1, 7.1: tags as the content demands). The element around the text becomes the paragraph, or, if headings or
 * groups stand beside it, the pieces between them do.
 */
export function gatherParagraphs(tree: StructureTree): void {
  const gathered = new Set<StructureElement["dictionary"]>();
  for (const { element, around } of [...elementsOf(tree)]) {
    const isGathered = [element, ...around].some(
      (outer) => MEANINGFUL.has(typeOf(outer)) || gathered.has(outer.dictionary),
    );
    if (isGathered || !PLAIN.has(typeOf(element))) continue;
    const kids = kidsOf(tree.context, element.dictionary);
    if (isRun(tree, element) || !kids.some((kid) => kid.kind === "element" && isRun(tree, kid))) continue;
    if (kids.every((kid) => isPiece(tree, kid))) setType(element, "P");
    else for (const piece of wrapPieces(tree, element, kids)) gathered.add(piece.dictionary);
  }
}

/** Whether an element is nothing but text: one box of a line. */
const isRun = (tree: StructureTree, element: StructureElement): boolean =>
  PLAIN.has(typeOf(element)) &&
  kidsOf(tree.context, element.dictionary).every(({ kind }) => kind === "content");

/** Whether something is part of a line: text, a link, or a box that holds nothing else. */
function isPiece(tree: StructureTree, kid: Kid): boolean {
  if (kid.kind !== "element") return true;
  if (INLINE.has(typeOf(kid)) || isRun(tree, kid)) return true;
  if (!PLAIN.has(typeOf(kid))) return false;
  return kidsOf(tree.context, kid.dictionary).every((inner) => isPiece(tree, inner));
}

/** Puts each row of pieces between the other kids of an element into a paragraph; gives these pieces. */
function wrapPieces(
  tree: StructureTree,
  element: StructureElement,
  kids: readonly Kid[],
): readonly StructureElement[] {
  const result: PDFObject[] = [];
  const pieces: StructureElement[] = [];
  let row: StructureElement[] = [];
  const close = () => {
    if (row.length > 0) result.push(paragraphOf(tree, element, row));
    pieces.push(...row);
    row = [];
  };
  for (const kid of kids) {
    if (kid.kind === "element" && isPiece(tree, kid)) row.push(kid);
    else {
      close();
      result.push(kid.object);
    }
  }
  close();
  setKids(tree.context, element.dictionary, result);
  return pieces;
}

function paragraphOf(
  { context }: StructureTree,
  parent: StructureElement,
  row: readonly StructureElement[],
): PDFObject {
  const paragraph = context.obj({ Type: "StructElem", S: "P", P: parent.ref });
  const ref = context.register(paragraph);
  setKids(
    context,
    paragraph,
    row.map((piece) => piece.ref),
  );
  for (const { dictionary } of row) dictionary.set(PDFName.of("P"), ref);
  return ref;
}
