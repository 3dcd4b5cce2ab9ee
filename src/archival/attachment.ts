/** A file that a PDF carries. */
export interface Attachment {
  /** A name alone, without folders. */
  readonly name: string;
  readonly mediaType: string;
  /** What it is to the document (ISO 19005-3, annex E). */
  readonly relationship: "Source" | "Data" | "Supplement";
  readonly description: string;
  readonly bytes: Uint8Array;
  /** Of its bytes, in hexadecimal; empty for a file that is written when the rest stands. */
  readonly sha256: string;
}
