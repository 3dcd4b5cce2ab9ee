import { openPdfFile, type PdfFile } from "../pdf/pdf-file.ts";
import { type CarriedFile, contentOf, readAttachments } from "./read-attachments.ts";
import { SEAL_FORMAT, SEAL_NAME, type Seal, sealSchema } from "./seal.ts";

/** A PDF with what it carries. */
export interface SealedFile {
  readonly file: PdfFile;
  readonly carried: readonly CarriedFile[];
  readonly seal: Seal;
  /** Where in the file the digest stands by which it knows itself. */
  readonly digestAt: number;
}

/** Why a seal cannot be read. */
export interface SealProblem {
  readonly problem: "unreadable" | "missing" | "damaged" | "newer";
}

/** Opens a PDF with its seal; nothing in it is believed yet. */
export function openSealed(bytes: Uint8Array): SealedFile | SealProblem {
  const file = openUpToItsEnd(bytes);
  const root = file.dictionary(file.trailer.get("Root"));
  if (!root.has("Pages") || file.dictionary(file.trailer.get("Encrypt")).size > 0)
    return { problem: "unreadable" };
  const carried = readAttachments(file);
  const own = carried.filter(({ name }) => name === SEAL_NAME);
  const [sealFile] = own;
  // Where the way to its objects is lost, the seal may be there and not be found.
  if (sealFile === undefined) return { problem: file.isRepaired ? "unreadable" : "missing" };
  const content = contentOf(file, sealFile);
  const parsed = content === undefined ? undefined : parseJson(new TextDecoder().decode(content));
  if (isNewer(parsed)) return { problem: "newer" };
  const seal = sealSchema.safeParse(parsed);
  if (!seal.success || own.length > 1) return { problem: "damaged" };
  return {
    file,
    carried,
    seal: seal.data,
    digestAt: placeOf(bytes, sealFile, seal.data.digest),
  };
}

/** Readers look for the end of a file in its last bytes; with more than that behind it, the file is still read up to there. */
function openUpToItsEnd(bytes: Uint8Array): PdfFile {
  const file = openPdfFile(bytes);
  if (!file.isRepaired) return file;
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).lastIndexOf(END);
  const opened = openPdfFile(bytes.subarray(0, end < 0 ? bytes.length : end + END.length));
  return opened.isRepaired ? file : opened;
}

const END = "%%EOF";

/** Where the digest of a seal stands in the file, or -1: a program that packed the seal has moved it. */
function placeOf(bytes: Uint8Array, { stream }: CarriedFile, digest: string): number {
  const within = Buffer.from(stream.encoded).indexOf(`"digest": "${digest}"`);
  return within < 0 ? -1 : stream.encoded.byteOffset - bytes.byteOffset + within + '"digest": "'.length;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isNewer = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  "format" in value &&
  typeof value.format === "number" &&
  value.format > SEAL_FORMAT;
