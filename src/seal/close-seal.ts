import { openPdfFile } from "../pdf/pdf-file.ts";
import { type PdfContent, readPdf } from "../pdf/read-pdf.ts";
import { denseTextOf } from "../preflight/dense-text.ts";
import { digestOfFile, sha256 } from "./digests.ts";
import { marksOf } from "./marks-of.ts";
import { readAttachments } from "./read-attachments.ts";
import { DIGEST_CHARACTERS, SEAL_NAME, type Seal } from "./seal.ts";

/** What a seal says before its file stands. */
export type OpenSeal = Omit<Seal, "texts" | "marks" | "length" | "digest">;

/** Bytes that the digests of a page take, and those of the document. */
const PAGE_BYTES = 2 * 24 + 72;
const DOCUMENT_BYTES = 420;

/** The room that a seal will take in a file of at most `pages` pages: white space, which JSON allows. */
export const roomFor = (seal: OpenSeal, pages: number): Uint8Array =>
  new Uint8Array(Buffer.byteLength(written(seal)) + DOCUMENT_BYTES + pages * PAGE_BYTES).fill(0x20);

/** Writes the seal into the room that `bytes` keep for it, and gives them back with what their pages show. */
export function closeSeal(
  bytes: Uint8Array,
  open: OpenSeal,
): { readonly bytes: Uint8Array; readonly content: ReturnType<typeof readPdf> } {
  const file = openPdfFile(bytes);
  const room = readAttachments(file).find(({ name }) => name === SEAL_NAME)?.stream.encoded;
  const content = readPdf(file, open.edition.direction);
  if (room === undefined || "problem" in content) throw new Error("The seal has no place in the PDF.");
  const texts = textDigests(content);
  const blank = "0".repeat(DIGEST_CHARACTERS);
  const seal: Seal = { ...open, texts, marks: marksOf(file), length: bytes.length, digest: blank };
  const text = Buffer.from(written(seal));
  if (text.length > room.length) throw new Error("The seal is larger than its place in the PDF.");
  const sealed = Uint8Array.from(bytes);
  const start = room.byteOffset - bytes.byteOffset;
  sealed.set(text, start);
  const at = start + text.lastIndexOf(blank);
  sealed.set(Buffer.from(digestOfFile(sealed, at)), at);
  return { bytes: sealed, content };
}

/** Digests of what each page reads: letters and figures, without spaces and capitals, whether they can be seen or not. */
export const textDigests = ({ pages }: PdfContent): string[] =>
  pages.map(({ runs }) => sha256(denseTextOf(runs.map(({ text }) => text)).text));

const written = (seal: OpenSeal): string => JSON.stringify(seal, null, 1);
