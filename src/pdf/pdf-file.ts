import { decodeStream } from "./decode-stream.ts";
import { openLexer } from "./pdf-lexer.ts";
import {
  isDictionary,
  isKeyword,
  isReference,
  isStream,
  type PdfDictionary,
  type PdfStream,
  type PdfValue,
  pdfReference,
} from "./pdf-value.ts";
import { findObjects, type ObjectPlace, readCrossReferences } from "./read-cross-references.ts";

/** An open PDF file; objects are read when they are asked for. */
export interface PdfFile {
  readonly trailer: PdfDictionary;
  /** Whether the cross-reference table is damaged, so that its objects had to be searched for. */
  readonly isRepaired: boolean;
  /** Where its objects stand, by their numbers. */
  readonly places: ReadonlyMap<number, ObjectPlace>;
  /** The value that stands behind a reference; null for none. */
  resolve(value: PdfValue | undefined): PdfValue;
  /** The dictionary behind a value, that of a stream included; an empty one for anything else. */
  dictionary(value: PdfValue | undefined): PdfDictionary;
  /** The array behind a value; empty for anything else. */
  array(value: PdfValue | undefined): readonly PdfValue[];
  /** The decoded bytes of a stream; undefined where there are none or they cannot be decoded. */
  bytes(value: PdfValue | undefined): Uint8Array | undefined;
}

const NOTHING: PdfDictionary = new Map();

/** A chain of references longer than this goes in a circle. */
const REFERENCES_MAX = 20;

/** Opens a file by its cross-reference table or, where that is damaged, by searching for its objects. */
export function openPdfFile(bytes: Uint8Array): PdfFile {
  const references = readCrossReferences(bytes, (offset) => readObjectAt(bytes, offset, () => null));
  const opened = openWith(bytes, references?.places ?? new Map(), references?.trailer ?? NOTHING, false);
  if (opened.dictionary(opened.trailer.get("Root")).has("Pages")) return opened;
  const found = findObjects(bytes);
  const trailer = new Map([...(references?.trailer ?? NOTHING), ...found.trailer]);
  const repaired = openWith(bytes, found.places, trailer, true);
  if (repaired.dictionary(trailer.get("Root")).has("Pages")) return repaired;
  const root = [...found.places.keys()].find(
    (object) => repaired.dictionary(pdfReference(object)).get("Type") === "Catalog",
  );
  return root === undefined
    ? repaired
    : openWith(bytes, found.places, new Map([...trailer, ["Root", pdfReference(root)]]), true);
}

function openWith(
  bytes: Uint8Array,
  places: ReadonlyMap<number, ObjectPlace>,
  trailer: PdfDictionary,
  isRepaired: boolean,
): PdfFile {
  const known = new Map<number, PdfValue>();
  const packs = new Map<number, ReadonlyMap<number, PdfValue>>();

  function objectOf(number: number): PdfValue {
    const read = known.get(number);
    if (read !== undefined) return read;
    // A stream’s length may point back to the stream.
    known.set(number, null);
    const place = places.get(number);
    const value =
      place === undefined
        ? null
        : "offset" in place
          ? readObjectAt(bytes, place.offset, resolve)
          : packOf(place.pack).get(number);
    known.set(number, value ?? null);
    return value ?? null;
  }

  function packOf(number: number): ReadonlyMap<number, PdfValue> {
    const opened = packs.get(number) ?? unpack(objectOf(number), resolve);
    packs.set(number, opened);
    return opened;
  }

  function resolve(value: PdfValue | undefined): PdfValue {
    let resolved = value ?? null;
    for (let turn = 0; isReference(resolved) && turn < REFERENCES_MAX; turn += 1) {
      resolved = objectOf(resolved.object);
    }
    return isReference(resolved) ? null : resolved;
  }

  return {
    trailer,
    isRepaired,
    places,
    resolve,
    dictionary(value) {
      const resolved = resolve(value);
      if (isStream(resolved)) return resolved.dictionary;
      return isDictionary(resolved) ? resolved : NOTHING;
    },
    array(value) {
      const resolved = resolve(value);
      return Array.isArray(resolved) ? resolved : [];
    },
    bytes(value) {
      const resolved = resolve(value);
      return isStream(resolved) ? decodeStream(resolved, resolve) : undefined;
    },
  };
}

/** Reads `12 0 obj … endobj` at an offset; null where no object stands. */
function readObjectAt(
  bytes: Uint8Array,
  offset: number,
  resolve: (value: PdfValue | undefined) => PdfValue,
): PdfValue {
  const lexer = openLexer(bytes, offset);
  lexer.read();
  lexer.read();
  const opening = lexer.read();
  if (!isKeyword(opening) || opening.keyword !== "obj") return null;
  const value = lexer.read();
  if (value === undefined || isKeyword(value)) return null;
  if (!isDictionary(value)) return value;
  const next = lexer.read();
  if (!isKeyword(next) || next.keyword !== "stream") return value;
  return streamAt(bytes, lexer.position(), value, resolve);
}

function streamAt(
  bytes: Uint8Array,
  afterKeyword: number,
  dictionary: PdfDictionary,
  resolve: (value: PdfValue | undefined) => PdfValue,
): PdfStream {
  const start = afterKeyword + (bytes[afterKeyword] === 13 && bytes[afterKeyword + 1] === 10 ? 2 : 1);
  const length = resolve(dictionary.get("Length"));
  const end = start + (typeof length === "number" ? length : 0);
  const after = end > start && end <= bytes.length ? openLexer(bytes, end).read() : undefined;
  const isRight = isKeyword(after) && after.keyword === "endstream";
  const found = isRight
    ? end
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf("endstream", start);
  const encoded = bytes.subarray(start, found < 0 ? bytes.length : found);
  return { type: "stream", dictionary, encoded, isLengthRight: isRight };
}

/** The objects that an object stream holds (7.5.7). */
function unpack(
  pack: PdfValue,
  resolve: (value: PdfValue | undefined) => PdfValue,
): ReadonlyMap<number, PdfValue> {
  const objects = new Map<number, PdfValue>();
  const bytes = isStream(pack) ? decodeStream(pack, resolve) : undefined;
  if (!isStream(pack) || bytes === undefined) return objects;
  const first = resolve(pack.dictionary.get("First"));
  const count = resolve(pack.dictionary.get("N"));
  if (typeof first !== "number" || typeof count !== "number") return objects;
  const index = openLexer(bytes);
  for (let entry = 0; entry < count && index.position() < first; entry += 1) {
    const number = index.read();
    const offset = index.read();
    if (typeof number !== "number" || typeof offset !== "number") break;
    const value = openLexer(bytes, first + offset).read();
    objects.set(number, value === undefined || isKeyword(value) ? null : value);
  }
  return objects;
}
