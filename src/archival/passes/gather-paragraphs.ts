import { type Kid, newElement, type StructureElement, type StructureTree } from "../structure-tree.ts";

/** Types that give the text in them a meaning; text that stands in none of them is in no paragraph. */
const MEANINGFUL = new Set(
  (
    "P H H1 H2 H3 H4 H5 H6 Title L LI Lbl LBody Caption TD TH Link BlockQuote Code Figure Formula Note FENote Form " +
    "TOCI Strong Em Sub Quote Reference"
  ).split(" "),
);
/** What Chromium makes of elements without a meaning of their own. */
const PLAIN = new Set(["NonStruct", "Div", "Span"]);
/** What holds paragraphs, but is none. */
const GROUPS = new Set(["Document", "Part", "Art", "Sect", "Aside"]);
/** What is part of a line. */
const INLINE = new Set(["Link", "Strong", "Em", "Sub", "Quote", "Reference", "Code", "Ruby"]);

/**
 * Makes paragraphs of text that stands in none, such as a dateline set as a row of boxes: one line to the eye should be one to the
 * ear (ISO 14289-1, 7.1: tags as the content demands). The element around the text becomes the paragraph, or, if headings or
 * groups stand beside it, the pieces between them do.
 */
export function gatherParagraphs(tree: StructureTree): void {
  for (const element of tree.elements) gatherIn(tree, element);
}

function gatherIn(tree: StructureTree, element: StructureElement): void {
  if (MEANINGFUL.has(element.type)) return;
  const isPlain = PLAIN.has(element.type);
  if ((isPlain || GROUPS.has(element.type)) && !isRun(element) && element.kids.some(isText)) {
    if (isPlain && element.kids.every(isPiece)) {
      element.type = "P";
      return;
    }
    // Boxes that stand in a group beside its text are lines of their own.
    element.kids = withParagraphs(tree, element.kids, isPlain ? isPiece : isText);
  }
  for (const kid of element.kids) if (kid.kind === "element") gatherIn(tree, kid);
}

/** Whether an element is nothing but text: one box of a line. */
const isRun = ({ type, kids }: StructureElement): boolean =>
  PLAIN.has(type) && kids.every(({ kind }) => kind === "content");

/** Whether something is text, or words with a meaning of their own that stand in a line. */
const isText = (kid: Kid): boolean => kid.kind === "element" && (isRun(kid) || INLINE.has(kid.type));

/** Whether something is part of a line: text, a link, or a box that holds nothing else. */
function isPiece(kid: Kid): boolean {
  if (kid.kind !== "element") return true;
  if (INLINE.has(kid.type)) return !kid.kids.some(isBlock);
  return PLAIN.has(kid.type) && kid.kids.every(isPiece);
}

/** Whether something in a link is more than a part of a line, such as a heading. */
const isBlock = (kid: Kid): boolean =>
  kid.kind === "element" && !isPiece(kid) && kid.type !== "Figure" && kid.type !== "Formula";

/** Puts each row of pieces between the other kids into a paragraph. */
function withParagraphs(tree: StructureTree, kids: readonly Kid[], isInRow: (kid: Kid) => boolean): Kid[] {
  const result: Kid[] = [];
  let row: Kid[] = [];
  const close = () => {
    if (row.length > 0) result.push(newElement(tree, "P", row));
    row = [];
  };
  for (const kid of kids) {
    if (isInRow(kid) && isPiece(kid)) row.push(kid);
    else {
      close();
      result.push(kid);
    }
  }
  close();
  return result;
}
