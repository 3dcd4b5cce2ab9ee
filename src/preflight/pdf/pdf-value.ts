/**
 * A value of a PDF file (ISO 32000-2, 7.3). A name is a plain string without its slash, since a page has thousands of them;
 * a string of the file, which is bytes, stands in an object.
 */
export type PdfValue =
  | null
  | boolean
  | number
  | string
  | PdfString
  | PdfReference
  | PdfStream
  | readonly PdfValue[]
  | PdfDictionary;

export type PdfDictionary = ReadonlyMap<string, PdfValue>;

/** Bytes, one a character. */
export interface PdfString {
  readonly chars: string;
}

/** A reference to the object with this number. */
export interface PdfReference {
  readonly object: number;
}

/** A dictionary with bytes, still encoded. */
export interface PdfStream {
  readonly dictionary: PdfDictionary;
  readonly encoded: Uint8Array;
}

/** A word of the file that is no value: an operator, or `obj` and its like. */
export interface Keyword {
  readonly keyword: string;
}

export const isDictionary = (value: unknown): value is PdfDictionary => value instanceof Map;

export const isReference = (value: unknown): value is PdfReference =>
  typeof value === "object" && value !== null && "object" in value;

export const isString = (value: unknown): value is PdfString =>
  typeof value === "object" && value !== null && "chars" in value;

export const isStream = (value: unknown): value is PdfStream =>
  typeof value === "object" && value !== null && "encoded" in value;

export const isKeyword = (value: unknown): value is Keyword =>
  typeof value === "object" && value !== null && "keyword" in value;

/** A text string: UTF-16 or UTF-8 by its mark, otherwise PDFDocEncoding, which is Latin 1 but for a few signs. */
export function textOf({ chars }: PdfString): string {
  const bytes = Buffer.from(chars, "latin1");
  if (chars.startsWith("\xFE\xFF"))
    return bytes
      .subarray(2, bytes.length & ~1)
      .swap16()
      .toString("utf16le");
  if (chars.startsWith("\xEF\xBB\xBF")) return bytes.subarray(3).toString("utf8");
  return chars;
}
