import { collectPages } from "../pdf/collect-pages.ts";
import type { PdfFile } from "../pdf/pdf-file.ts";
import { isReference, type PdfDictionary, type PdfValue, pdfReference } from "../pdf/pdf-value.ts";
import { firstFreeNumber } from "./append-update.ts";
import { hangInStructure } from "./hang-in-structure.ts";
import { textString } from "./write-value.ts";

/** Where the signature comes to stand, and what of the file changes for it. */
export interface PlacedField {
  /** Number of the signature dictionary, which is still to be written. */
  readonly signature: number;
  readonly changed: ReadonlyMap<number, PdfDictionary>;
}

/** Why no field can be put into a file: the end of a sentence. */
export interface Unsuitable {
  readonly why: string;
}

/** Printed and locked, never hidden: archives allow no hidden annotation (ISO 19005-2, 6.3.2). */
const PRINTED_AND_LOCKED = 4 + 128;
/** Signatures exist, and only updates may be appended (ISO 32000-1, table 219). */
const SIGNATURES_AND_UPDATES_ALONE = 3;

/**
 * Plans a signature field without a look of its own on the first page: with an area of zero it needs no appearance (ISO 19005-2,
 * 6.3.3), and it hangs in the structure as a form field must (ISO 14289-1, 7.18.4).
 */
export function placeField(file: PdfFile, name: string): PlacedField | Unsuitable {
  const root = file.trailer.get("Root");
  const [page] = collectPages(file);
  if (file.trailer.has("Encrypt")) return { why: "it is encrypted" };
  if (file.isRepaired || !isReference(root) || page === undefined || page.object === 0) {
    return { why: "the list of its objects is damaged" };
  }
  const signature = firstFreeNumber(file);
  const field = pdfReference(signature + 1);
  const place = { element: signature + 2, annotation: field, page: pdfReference(page.object) };
  const hung = hangInStructure(file, place);
  const catalog = file.dictionary(root);
  const form = file.dictionary(catalog.get("AcroForm"));
  const fields = file.array(form.get("Fields"));
  const newForm = new Map<string, PdfValue>([
    ...form,
    ["Fields", [...fields, field]],
    ["SigFlags", SIGNATURES_AND_UPDATES_ALONE],
  ]);
  const changed = new Map<number, PdfDictionary>([
    [root.object, new Map([...catalog, ["AcroForm", newForm]])],
    [
      page.object,
      new Map<string, PdfValue>([
        ...page.own,
        ["Annots", [...file.array(page.own.get("Annots")), field]],
        // Readers go through annotations in the order of the structure (ISO 14289-1, 7.18.3).
        ["Tabs", "S"],
      ]),
    ],
    [
      field.object,
      new Map<string, PdfValue>([
        ["Type", "Annot"],
        ["Subtype", "Widget"],
        ["FT", "Sig"],
        ["T", textString(`Signature${fields.length + 1}`)],
        ["TU", textString(name)],
        ["V", pdfReference(signature)],
        ["F", PRINTED_AND_LOCKED],
        ["Rect", [0, 0, 0, 0]],
        ["P", pdfReference(page.object)],
        ...(hung === undefined ? [] : [["StructParent", hung.key] as const]),
      ]),
    ],
    ...(hung?.changed ?? []),
  ]);
  return { signature, changed };
}
