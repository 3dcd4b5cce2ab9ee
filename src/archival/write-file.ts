import {
  CharCodes,
  PDFArray,
  PDFCatalog,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFObjectStream,
  PDFPageLeaf,
  PDFPageTree,
  PDFRef,
  PDFStream,
} from "@cantoo/pdf-lib";
import { pack } from "./streams.ts";

/** Fields of an entry of the cross-reference stream, in bytes: its kind, a place, a number (ISO 32000-1, 7.5.8). */
const ENTRY_BYTES = 1 + 4 + 2;

/** Where an object stands in the file. */
type ObjectPlace = { readonly offset: number } | { readonly pack: number; readonly index: number };

/**
 * Writes a document: all that can be reached from its trailer, small objects packed together in one stream. The library’s own
 * writer takes several times as long, since it packs in portions and without the packer of Node, and it keeps what nothing
 * refers to any more.
 */
export function writeFile(context: PDFContext): Uint8Array {
  const { trailerInfo } = context;
  const reached = reachedFrom(context, [trailerInfo.Root, trailerInfo.Info]);
  const objects = context.enumerateIndirectObjects().filter(([ref]) => reached.has(ref));
  const streams = objects.filter(([, object]) => object instanceof PDFStream);
  const pages = objects.filter(([, object]) => isOfPages(object));
  const packed = objects.filter(([, object]) => !(object instanceof PDFStream || isOfPages(object)));

  const largest = Math.max(0, ...objects.map(([ref]) => ref.objectNumber));
  const [packRef, tableRef] = [PDFRef.of(largest + 1), PDFRef.of(largest + 2)];
  const places = new Map<number, ObjectPlace>();
  for (const [index, [ref]] of packed.entries())
    places.set(ref.objectNumber, { pack: packRef.objectNumber, index });
  if (packed.length > 0) streams.push([packRef, packOf(context, packed)]);

  const parts: Uint8Array[] = [bytesOf(context.header), LINE_END, LINE_END];
  let offset = parts.reduce((length, part) => length + part.length, 0);
  const write = ([ref, object]: [PDFRef, PDFObject]) => {
    places.set(ref.objectNumber, { offset });
    const whole = [Buffer.from(`${ref.objectNumber} 0 obj\n`), bytesOf(object), Buffer.from("\nendobj\n\n")];
    parts.push(...whole);
    offset += whole.reduce((length, part) => length + part.length, 0);
  };
  // Pages come last, so that a file that is cut short has none, and nobody takes it for whole.
  [...streams, ...pages].forEach(write);
  const start = offset;
  places.set(tableRef.objectNumber, { offset: start });
  write([tableRef, tableOf(context, places, tableRef.objectNumber + 1)]);
  parts.push(Buffer.from(`startxref\n${start}\n%%EOF`));
  return Buffer.concat(parts);
}

const LINE_END = Buffer.of(CharCodes.Newline);

/** Programs that look for pages without unpacking find them. */
const isOfPages = (object: PDFObject): boolean =>
  object instanceof PDFCatalog || object instanceof PDFPageTree || object instanceof PDFPageLeaf;

/** Everything that something refers to. */
function reachedFrom(context: PDFContext, roots: readonly (PDFObject | undefined)[]): ReadonlySet<PDFRef> {
  const reached = new Set<PDFRef>();
  const waiting: PDFObject[] = roots.filter((root) => root !== undefined);
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
    if (object instanceof PDFRef) {
      if (reached.has(object)) continue;
      reached.add(object);
      const value = context.lookup(object);
      if (value !== undefined) waiting.push(value);
    } else if (object instanceof PDFArray) waiting.push(...object.asArray().filter(canRefer));
    else if (object instanceof PDFDict) waiting.push(...object.values().filter(canRefer));
    else if (object instanceof PDFStream) waiting.push(object.dict);
  }
  return reached;
}

const canRefer = (object: PDFObject): boolean =>
  object instanceof PDFRef || object instanceof PDFArray || object instanceof PDFDict;

/** ISO 32000-1, 7.5.7. */
function packOf(context: PDFContext, objects: [PDFRef, PDFObject][]): PDFStream {
  const plain = PDFObjectStream.withContextAndObjects(context, objects, false);
  const names = ["Type", "N", "First"].map((name) => PDFName.of(name));
  const entries = names.flatMap((name): [PDFName, PDFObject][] => {
    const value = plain.dict.get(name);
    return value === undefined ? [] : [[name, value]];
  });
  return pack(context, plain.getUnencodedContents(), entries);
}

/** ISO 32000-1, 7.5.8. */
function tableOf(context: PDFContext, places: ReadonlyMap<number, ObjectPlace>, size: number): PDFStream {
  const bytes = Buffer.alloc(size * ENTRY_BYTES);
  for (const [number, place] of places) {
    const at = number * ENTRY_BYTES;
    bytes.writeUInt8("pack" in place ? 2 : 1, at);
    bytes.writeUInt32BE("pack" in place ? place.pack : place.offset, at + 1);
    bytes.writeUInt16BE("pack" in place ? place.index : 0, at + 5);
  }
  const { Root, Info, ID } = context.trailerInfo;
  const entries: (readonly [string, PDFObject | undefined])[] = [
    ["Type", PDFName.of("XRef")],
    ["Size", PDFNumber.of(size)],
    ["W", context.obj([1, 4, 2])],
    ["Root", Root],
    ["Info", Info],
    ["ID", ID],
  ];
  return pack(
    context,
    bytes,
    entries.flatMap(([name, value]) => (value === undefined ? [] : [[PDFName.of(name), value] as const])),
  );
}

function bytesOf(object: Pick<PDFObject, "sizeInBytes" | "copyBytesInto">): Uint8Array {
  const bytes = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return bytes;
}
