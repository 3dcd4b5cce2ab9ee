import { PDFArray, PDFDict, PDFHexString, PDFName, type PDFRef, PDFString } from "@cantoo/pdf-lib";
import { forEachElement, type StructureTree } from "./structure-tree.ts";

const ID = PDFName.of("ID");
const HEADERS = PDFName.of("Headers");
const ATTRIBUTES = PDFName.of("A");

/** ISO 14289-1, 7.9: every note has a name. */
const NOTES = new Set(["Note", "FENote"]);

/**
 * Names those elements that others name, and notes, anew in reading order. Chromium counts its names up over all that a tab has
 * ever shown, so that the same page would give other bytes after other pages.
 */
export function nameElements({ context, root, elements }: StructureTree): void {
  const wanted = new Set<string>();
  forEachElement(elements, ({ dictionary }) => {
    for (const headers of headersOf(dictionary.lookup(ATTRIBUTES)))
      for (let index = 0; index < headers.size(); index += 1) wanted.add(textIn(headers.lookup(index)) ?? "");
  });
  const renamed = new Map<string, string>();
  const names = new Map<string, PDFRef>();
  forEachElement(elements, ({ dictionary, ref, type }) => {
    const old = textIn(dictionary.lookup(ID));
    dictionary.delete(ID);
    if (!NOTES.has(type) && (old === undefined || !wanted.has(old))) return;
    const name = `e${String(names.size + 1).padStart(6, "0")}`;
    if (old !== undefined) renamed.set(old, name);
    names.set(name, ref);
    dictionary.set(ID, PDFString.of(name));
  });
  forEachElement(elements, ({ dictionary }) => renameHeaders(dictionary, renamed));
  if (names.size === 0) root.delete(PDFName.of("IDTree"));
  else {
    const entries = [...names].flatMap(([name, ref]) => [PDFString.of(name), ref]);
    root.set(PDFName.of("IDTree"), context.obj({ Names: entries }));
  }
}

/** The cells that a table’s cell is headed by are named in its attributes (ISO 32000-1, table 349). */
function headersOf(attributes: unknown): readonly PDFArray[] {
  return attributeSets(attributes).flatMap((set) => {
    const headers = set.lookup(HEADERS);
    return headers instanceof PDFArray ? [headers] : [];
  });
}

function renameHeaders(dictionary: PDFDict, names: ReadonlyMap<string, string>): void {
  for (const set of attributeSets(dictionary.lookup(ATTRIBUTES))) {
    const headers = set.lookup(HEADERS);
    if (!(headers instanceof PDFArray)) continue;
    const known = headers.asArray().flatMap((header) => {
      const name = names.get(textIn(header) ?? "");
      return name === undefined ? [] : [PDFString.of(name)];
    });
    if (known.length === 0) set.delete(HEADERS);
    else set.set(HEADERS, dictionary.context.obj(known));
  }
}

function attributeSets(attributes: unknown): readonly PDFDict[] {
  if (attributes instanceof PDFDict) return [attributes];
  if (!(attributes instanceof PDFArray)) return [];
  return Array.from({ length: attributes.size() }, (_, index) => attributes.lookup(index)).filter(
    (set) => set instanceof PDFDict,
  );
}

const textIn = (value: unknown): string | undefined =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
