import { PDFArray, PDFDict, PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";
import { elementsOf, type StructureTree } from "../structure-tree.ts";

const ID = PDFName.of("ID");

/**
 * Names elements anew in reading order. Chromium counts their names up over all that a tab has ever shown, so that the same page
 * would give other bytes after other pages.
 */
export function renumberElements(tree: StructureTree): void {
  const { context, root } = tree;
  const names = new Map<string, string>();
  const entries = context.obj([]);
  for (const { element } of elementsOf(tree)) {
    const old = textIn(element.dictionary.lookup(ID));
    if (old === undefined) continue;
    const name = `e${String(names.size + 1).padStart(6, "0")}`;
    names.set(old, name);
    element.dictionary.set(ID, PDFString.of(name));
    entries.push(PDFString.of(name));
    entries.push(element.ref);
  }
  if (names.size === 0) return;
  for (const { element } of elementsOf(tree))
    renameHeaders(element.dictionary.lookup(PDFName.of("A")), names);
  root.set(PDFName.of("IDTree"), context.obj({ Names: entries }));
}

/** The cells that a table’s cell is headed by are named in its attributes (ISO 32000-1, table 349). */
function renameHeaders(attributes: unknown, names: ReadonlyMap<string, string>): void {
  if (attributes instanceof PDFArray) {
    for (let index = 0; index < attributes.size(); index += 1) renameHeaders(attributes.lookup(index), names);
    return;
  }
  if (!(attributes instanceof PDFDict)) return;
  const headers = attributes.lookup(PDFName.of("Headers"));
  if (!(headers instanceof PDFArray)) return;
  for (let index = 0; index < headers.size(); index += 1) {
    const name = names.get(textIn(headers.lookup(index)) ?? "");
    if (name !== undefined) headers.set(index, PDFString.of(name));
  }
}

const textIn = (value: unknown): string | undefined =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
