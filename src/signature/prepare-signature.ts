import { openPdfFile } from "../pdf/pdf-file.ts";
import { appendUpdate } from "./append-update.ts";
import { placeField, type Unsuitable } from "./place-field.ts";
import { textString, writeValue } from "./write-value.ts";

/** What a signature says of itself, beside who signed. */
export interface SignatureFacts {
  /** Who signs. */
  readonly name: string;
  readonly date: Date;
  readonly reason?: string | undefined;
  readonly location?: string | undefined;
}

/** A file with a signature that is still empty. */
export interface PreparedFile {
  readonly bytes: Uint8Array;
  /** Where the signature stands, from its `<` to behind its `>`: the one part that is not signed. */
  readonly gap: { readonly start: number; readonly end: number };
}

/** Room for each of the three numbers that are known when all else is written. */
const OFFSET_DIGITS = 10;

/** Appends a signature field with room for a signature of so many bytes; the same facts give the same bytes. */
export function prepareSignature(
  bytes: Uint8Array,
  facts: SignatureFacts,
  signatureBytes: number,
): PreparedFile | Unsuitable {
  const file = openPdfFile(bytes);
  const placed = placeField(file, facts.name);
  if ("why" in placed) return placed;
  const content = `<${"0".repeat(2 * signatureBytes)}>`;
  const range = `[0 ${Array.from({ length: 3 }, () => "0".repeat(OFFSET_DIGITS)).join(" ")}]`;
  const objects = new Map([...placed.changed].map(([number, value]) => [number, writeValue(value)]));
  objects.set(placed.signature, signatureDictionary(facts, range, content));
  const updated = appendUpdate(bytes, file, objects);
  if (updated === undefined) return { why: "the list of its objects is not where its end says" };
  const prepared = Buffer.from(updated);
  const start = prepared.indexOf(content, bytes.length, "latin1");
  const gap = { start, end: start + content.length };
  const numbers = [gap.start, gap.end, prepared.length - gap.end];
  const shown = `[0 ${numbers.join(" ")}]`.padEnd(range.length);
  prepared.write(shown, prepared.indexOf(range, bytes.length, "latin1"), "latin1");
  return { bytes: prepared, gap };
}

function signatureDictionary(
  { name, date, reason, location }: SignatureFacts,
  range: string,
  content: string,
): string {
  const texts = Object.entries({ Name: name, Reason: reason, Location: location }).flatMap(([key, text]) =>
    text === undefined || text === "" ? [] : [`/${key} ${writeValue(textString(text))}`],
  );
  return [
    "<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached",
    `/ByteRange ${range}`,
    `/Contents ${content}`,
    `/M (${pdfDate(date)})`,
    ...texts,
  ]
    .join("\n")
    .concat(">>");
}

/** A moment as PDF files have it, in universal time (ISO 32000-1, 7.9.4). */
const pdfDate = (date: Date): string => `D:${date.toISOString().replace(/\D/g, "").slice(0, 14)}Z`;
