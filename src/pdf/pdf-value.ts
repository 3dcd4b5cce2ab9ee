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
  readonly type: "string";
  readonly chars: string;
}

/** A reference to the object with this number. */
export interface PdfReference {
  readonly type: "reference";
  readonly object: number;
}

/** A dictionary with bytes, still encoded. */
export interface PdfStream {
  readonly type: "stream";
  readonly dictionary: PdfDictionary;
  readonly encoded: Uint8Array;
  /** Whether it is as long as its dictionary says. */
  readonly isLengthRight: boolean;
}

/** A word of the file that is no value: an operator, or `obj` and its like. */
export interface Keyword {
  readonly type: "keyword";
  readonly keyword: string;
}

export const isDictionary = (value: PdfToken): value is PdfDictionary => value instanceof Map;

export const isReference = (value: PdfToken): value is PdfReference => typeOf(value) === "reference";

export const isString = (value: PdfToken): value is PdfString => typeOf(value) === "string";

export const isStream = (value: PdfToken): value is PdfStream => typeOf(value) === "stream";

export const isKeyword = (value: PdfToken): value is Keyword => typeOf(value) === "keyword";

type PdfToken = PdfValue | Keyword | undefined;

/** By a field of its own, which is read in no time; a page asks a hundred thousand times. */
const typeOf = (value: PdfToken): string | undefined =>
  typeof value === "object" && value !== null ? (value as { readonly type?: string }).type : undefined;

export const pdfString = (chars: string): PdfString => ({ type: "string", chars });

export const pdfReference = (object: number): PdfReference => ({ type: "reference", object });

/** A text string: UTF-16 or UTF-8 by its mark, otherwise PDFDocEncoding, which is Latin 1 but for a few signs. */
export function textOf({ chars }: { readonly chars: string }): string {
  const bytes = Buffer.from(chars, "latin1");
  if (chars.startsWith("\xFE\xFF"))
    return bytes
      .subarray(2, bytes.length & ~1)
      .swap16()
      .toString("utf16le");
  if (chars.startsWith("\xEF\xBB\xBF")) return bytes.subarray(3).toString("utf8");
  return chars;
}
