import { decodeStream } from "./decode-stream.ts";
import { openLexer, type PdfLexer } from "./pdf-lexer.ts";
import {
  isDictionary,
  isKeyword,
  isReference,
  isStream,
  type PdfDictionary,
  type PdfStream,
  type PdfValue,
} from "./pdf-value.ts";

/** Where an object stands: at an offset of the file, or in the object stream with this number. */
export type ObjectPlace = { readonly offset: number } | { readonly pack: number };

/** The objects of a file, and the dictionary that leads to its root. */
export interface CrossReferences {
  readonly places: ReadonlyMap<number, ObjectPlace>;
  readonly trailer: PdfDictionary;
}

/** Reads the cross-reference tables and streams of a file, the last update first (ISO 32000-2, 7.5.4 to 7.5.8). */
export function readCrossReferences(
  bytes: Uint8Array,
  readObjectAt: (offset: number) => PdfValue,
): CrossReferences | undefined {
  const tail = Buffer.from(bytes.subarray(-2048)).toString("latin1");
  const start = /startxref\s+(\d+)(?![\s\S]*startxref)/.exec(tail)?.[1];
  const places = new Map<number, ObjectPlace>();
  const trailer = new Map<string, PdfValue>();
  const waiting = start === undefined ? [] : [Number(start)];
  const seen = new Set<number>();
  for (let offset = waiting.shift(); offset !== undefined; offset = waiting.shift()) {
    if (seen.has(offset)) continue;
    seen.add(offset);
    const section = readSection(bytes, offset, places, readObjectAt);
    if (section === undefined) return undefined;
    for (const [key, value] of section) if (!trailer.has(key)) trailer.set(key, value);
    for (const key of ["XRefStm", "Prev"]) {
      const next = section.get(key);
      if (typeof next === "number") waiting.push(next);
    }
  }
  return places.size === 0 ? undefined : { places, trailer };
}

/** Finds the objects of a file whose table is damaged; of an object that was written twice the last one counts. */
export function findObjects(bytes: Uint8Array): CrossReferences {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  const places = new Map<number, ObjectPlace>();
  for (const match of text.matchAll(/(?<![\d.])(\d{1,10})[ \t\r\n]+\d{1,5}[ \t\r\n]+obj\b/g)) {
    places.set(Number(match[1]), { offset: match.index });
  }
  const trailer = new Map<string, PdfValue>();
  for (const match of text.matchAll(/\btrailer\b/g)) {
    const value = openLexer(bytes, match.index + "trailer".length).read();
    if (isDictionary(value)) for (const [key, entry] of value) trailer.set(key, entry);
  }
  return { places, trailer };
}

function readSection(
  bytes: Uint8Array,
  offset: number,
  places: Map<number, ObjectPlace>,
  readObjectAt: (offset: number) => PdfValue,
): PdfDictionary | undefined {
  const lexer = openLexer(bytes, offset);
  const opening = lexer.read();
  if (isKeyword(opening) && opening.keyword === "xref") return readTable(lexer, places);
  const stream = typeof opening === "number" ? readObjectAt(offset) : null;
  if (!isStream(stream) || stream.dictionary.get("Type") !== "XRef") return undefined;
  return readReferenceStream(stream, places);
}

function readTable(lexer: PdfLexer, places: Map<number, ObjectPlace>): PdfDictionary | undefined {
  for (;;) {
    const first = lexer.read();
    if (isKeyword(first) && first.keyword === "trailer") {
      const trailer = lexer.read();
      return isDictionary(trailer) ? trailer : undefined;
    }
    const count = lexer.read();
    if (typeof first !== "number" || typeof count !== "number") return undefined;
    for (let index = 0; index < count; index += 1) {
      const offset = lexer.read();
      lexer.read();
      const state = lexer.read();
      if (typeof offset !== "number" || !isKeyword(state)) return undefined;
      const number = first + index;
      if (state.keyword === "n" && !places.has(number)) places.set(number, { offset });
    }
  }
}

function readReferenceStream(stream: PdfStream, places: Map<number, ObjectPlace>): PdfDictionary | undefined {
  const { dictionary } = stream;
  const bytes = decodeStream(stream, (value) => (isReference(value) ? null : (value ?? null)));
  const widths = dictionary.get("W");
  if (bytes === undefined || !Array.isArray(widths)) return undefined;
  const [typeWidth = 0, secondWidth = 0, thirdWidth = 0] = widths.map(Number);
  const index = dictionary.get("Index");
  const ranges = Array.isArray(index) ? index.map(Number) : [0, Number(dictionary.get("Size"))];
  let at = 0;
  const field = (width: number, otherwise: number) => {
    let value = 0;
    for (let byte = 0; byte < width; byte += 1) value = value * 256 + (bytes[at + byte] ?? 0);
    at += width;
    return width === 0 ? otherwise : value;
  };
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    for (let entry = 0; entry < (ranges[range + 1] ?? 0) && at < bytes.length; entry += 1) {
      const type = field(typeWidth, 1);
      const second = field(secondWidth, 0);
      field(thirdWidth, 0);
      const number = (ranges[range] ?? 0) + entry;
      if (places.has(number)) continue;
      if (type === 1) places.set(number, { offset: second });
      if (type === 2) places.set(number, { pack: second });
    }
  }
  return dictionary;
}
