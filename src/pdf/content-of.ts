import type { PdfFile } from "./pdf-file.ts";
import { isReference, type PdfValue } from "./pdf-value.ts";

/**
 * The content of a page: its streams are one, with white space between (ISO 32000-2, 7.8.2). Undefined where it cannot be
 * decoded.
 */
export function contentOf(file: PdfFile, value: PdfValue | undefined): Uint8Array | undefined {
  const resolved = file.resolve(value);
  if (resolved === null) return isReference(value) ? undefined : new Uint8Array();
  if (!Array.isArray(resolved)) return file.bytes(resolved);
  const parts = resolved.map((part) => file.bytes(part));
  if (parts.some((part) => part === undefined)) return undefined;
  return Buffer.concat(parts.flatMap((part) => (part === undefined ? [] : [part, NEWLINE])));
}

const NEWLINE = Buffer.from("\n");
