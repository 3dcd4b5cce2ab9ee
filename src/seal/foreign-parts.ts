import { collectPages } from "../pdf/collect-pages.ts";
import type { PdfFile } from "../pdf/pdf-file.ts";
import { isDictionary, type PdfValue } from "../pdf/pdf-value.ts";

/** What stands in a document and Execbrief never writes: each can show or do something that the brief does not say. */
export function foreignParts(file: PdfFile): string[] {
  const root = file.dictionary(file.trailer.get("Root"));
  const pages = collectPages(file).map(({ dictionary }) => dictionary);
  const annotations = pages.flatMap((page) => file.array(page.get("Annots")));
  const strange = annotations.filter((annotation) => file.dictionary(annotation).get("Subtype") !== "Link");
  const fields = file.array(file.dictionary(root.get("AcroForm")).get("Fields"));
  const names = file.dictionary(root.get("Names"));
  const actions = annotations.map((annotation) =>
    file.dictionary(file.dictionary(annotation).get("A")).get("S"),
  );
  return [
    ...(strange.length > 0 ? ["notes or stamps over the page"] : []),
    ...(root.has("OCProperties") ? ["layers that can be switched off"] : []),
    ...(fields.length > 0 ? ["form fields"] : []),
    ...(names.has("JavaScript") || isActive(file, root.get("OpenAction")) ? ["a script or an action"] : []),
    ...(root.has("AA") || pages.some((page) => page.has("AA")) ? ["actions that run by themselves"] : []),
    ...(actions.some((action) => action !== undefined && action !== "URI" && action !== "GoTo")
      ? ["links that do more than lead somewhere"]
      : []),
  ];
}

/** A place to open at is no action. */
const isActive = (file: PdfFile, value: PdfValue | undefined): boolean => {
  const opened = file.resolve(value);
  return isDictionary(opened) && opened.get("S") !== "GoTo";
};
