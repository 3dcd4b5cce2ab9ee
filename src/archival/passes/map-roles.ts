import { PDFDict, PDFName } from "@cantoo/pdf-lib";
import { forEachElement, type StructureTree } from "../structure-tree.ts";

/** The standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4). */
const STANDARD = new Set(
  (
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody " +
    "Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP " +
    "Figure Formula Form"
  ).split(" "),
);

/** What the types that PDF 2.0 added are in PDF 1.7. */
const OLDER: Readonly<Record<string, string>> = {
  Title: "H1",
  DocumentFragment: "Div",
  Aside: "Sect",
  Strong: "Span",
  Em: "Span",
  Sub: "Span",
  FENote: "Note",
};

/** Says of every type that PDF 1.7 does not know which of its own it is like (ISO 14289-1, 7.1). */
export function mapRoles(tree: StructureTree): void {
  const used = new Set<string>();
  forEachElement(tree.elements, ({ type }) => void used.add(type));
  const unknown = [...used].filter((type) => !STANDARD.has(type)).sort();
  if (unknown.length === 0) return;
  const { context, root } = tree;
  const name = PDFName.of("RoleMap");
  const known = root.lookup(name);
  const roles = known instanceof PDFDict ? known : context.obj({});
  for (const type of unknown) {
    if (!roles.has(PDFName.of(type))) roles.set(PDFName.of(type), PDFName.of(OLDER[type] ?? "Span"));
  }
  root.set(name, roles);
}
