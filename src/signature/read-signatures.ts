import type { PdfFile } from "../pdf/pdf-file.ts";
import { isDictionary, isString, type PdfDictionary, type PdfValue, textOf } from "../pdf/pdf-value.ts";

/** A signature as the form of a file has it. */
export interface FoundSignature {
  /** Name of the field, with those above it. */
  readonly field: string;
  readonly dictionary: PdfDictionary;
  /** As `ETSI.CAdES.detached`; empty for none. */
  readonly kind: string;
  /** Bytes in the place of the signature; undefined where that is no string. */
  readonly contents: Uint8Array | undefined;
  /** As written; its numbers may be anything. */
  readonly byteRange: readonly PdfValue[];
}

/** More fields, and deeper, than forms have. */
const FIELDS_MAX = 5000;
const DEPTH_MAX = 30;
/** Each is checked over the whole file. */
export const SIGNATURES_MAX = 20;

/** The signatures of a file, as far as its form leads to them (ISO 32000-1, 12.7.4.5). */
export function readSignatures(file: PdfFile): readonly FoundSignature[] {
  const form = file.dictionary(file.dictionary(file.trailer.get("Root")).get("AcroForm"));
  const found: FoundSignature[] = [];
  const waiting = file
    .array(form.get("Fields"))
    .map((value) => ({ value, path: "", depth: 0, type: null as PdfValue }))
    .reverse();
  for (let count = 0; count < FIELDS_MAX && found.length < SIGNATURES_MAX; count += 1) {
    const next = waiting.pop();
    if (next === undefined) break;
    const field = file.dictionary(next.value);
    const path = [next.path, textIn(file, field.get("T"))].filter((part) => part !== "").join(".");
    const type = file.resolve(field.get("FT")) ?? next.type;
    const signature = file.resolve(field.get("V"));
    if (type === "Sig" && isDictionary(signature)) found.push(signatureOf(file, path, signature));
    if (next.depth >= DEPTH_MAX || waiting.length > FIELDS_MAX) continue;
    for (const value of file.array(field.get("Kids")).toReversed()) {
      waiting.push({ value, path, depth: next.depth + 1, type });
    }
  }
  return found;
}

function signatureOf(file: PdfFile, field: string, dictionary: PdfDictionary): FoundSignature {
  const kind = file.resolve(dictionary.get("SubFilter"));
  const contents = file.resolve(dictionary.get("Contents"));
  return {
    field,
    dictionary,
    kind: typeof kind === "string" ? kind : "",
    contents: isString(contents) ? Buffer.from(contents.chars, "latin1") : undefined,
    byteRange: file.array(dictionary.get("ByteRange")),
  };
}

/** A text of a dictionary; empty for none. */
export function textIn(file: PdfFile, value: PdfValue | undefined): string {
  const resolved = file.resolve(value);
  return isString(resolved) ? textOf(resolved) : "";
}
