import { inflateSync } from "node:zlib";
import type { PdfFile } from "../pdf/pdf-file.ts";
import { isStream, isString, type PdfStream, type PdfValue, textOf } from "../pdf/pdf-value.ts";

/** A file that a PDF carries, as it lies there. */
export interface CarriedFile {
  readonly name: string;
  readonly stream: PdfStream;
}

/** More files than any brief names. */
const FILES_MAX = 200;
/** Far above what a brief may name; a small file that unpacks to more is an attack. */
const CONTENT_MAX_BYTES = 4 * 1024 * 1024;

/** The files that a PDF carries, by its tree of names and by its list of associated files (ISO 32000-2, 7.11.4 and 14.13). */
export function readAttachments(file: PdfFile): CarriedFile[] {
  const root = file.dictionary(file.trailer.get("Root"));
  const tree = file.dictionary(root.get("Names")).get("EmbeddedFiles");
  const found = new Map<PdfStream, CarriedFile>();
  for (const value of [...namedIn(file, tree), ...file.array(root.get("AF"))].slice(0, FILES_MAX)) {
    const specification = file.dictionary(value);
    const files = file.dictionary(specification.get("EF"));
    const stream = file.resolve(files.get("UF") ?? files.get("F"));
    const name = file.resolve(specification.get("UF") ?? specification.get("F"));
    if (!isStream(stream) || found.has(stream)) continue;
    found.set(stream, { name: isString(name) ? textOf(name) : "", stream });
  }
  return [...found.values()];
}

/** The values of a tree of names; one that leads back to itself ends after as many nodes as files may be. */
function namedIn(file: PdfFile, root: PdfValue | undefined): PdfValue[] {
  const values: PdfValue[] = [];
  const waiting = [root];
  for (let nodes = 0; nodes < FILES_MAX && values.length < FILES_MAX; nodes += 1) {
    if (waiting.length === 0) break;
    const node = file.dictionary(waiting.shift());
    values.push(...file.array(node.get("Names")).filter((_, index) => index % 2 === 1));
    waiting.push(...file.array(node.get("Kids")).slice(0, FILES_MAX));
  }
  return values;
}

/** What a carried file holds; undefined where it cannot be unpacked or is larger than any file of a brief. */
export function contentOf(file: PdfFile, { stream }: CarriedFile): Uint8Array | undefined {
  const filter = file.resolve(stream.dictionary.get("Filter"));
  const filters = Array.isArray(filter)
    ? filter.map((one) => file.resolve(one))
    : filter === null
      ? []
      : [filter];
  if (filters.length === 0) return stream.encoded.length > CONTENT_MAX_BYTES ? undefined : stream.encoded;
  if (filters.length > 1 || filters[0] !== "FlateDecode" || stream.dictionary.has("DecodeParms"))
    return undefined;
  try {
    return inflateSync(stream.encoded, { maxOutputLength: CONTENT_MAX_BYTES });
  } catch {
    return undefined;
  }
}
