import { createHash } from "node:crypto";
import type { PdfFile } from "../pdf/pdf-file.ts";
import type { PdfDictionary, PdfValue } from "../pdf/pdf-value.ts";
import { pdfString } from "../pdf/pdf-value.ts";
import { writeValue } from "./write-value.ts";

/** Objects of an update, by their numbers, each as it stands between `obj` and `endobj`. */
export type UpdatedObjects = ReadonlyMap<number, string>;

/**
 * Appends an incremental update (ISO 32000-1, 7.5.6): not a byte of the file before it changes. The table of places has the form
 * that the file’s own has; undefined where that is not found.
 */
export function appendUpdate(
  bytes: Uint8Array,
  file: PdfFile,
  objects: UpdatedObjects,
): Uint8Array | undefined {
  const previous = startOfReferences(bytes);
  if (previous === undefined) return undefined;
  const written: Buffer[] = [Buffer.from(bytes), Buffer.from("\n", "latin1")];
  const places = new Map<number, number>();
  let at = bytes.length + 1;
  const write = (text: string) => {
    const part = Buffer.from(text, "latin1");
    written.push(part);
    at += part.length;
  };
  for (const [number, content] of [...objects].sort(([one], [other]) => one - other)) {
    places.set(number, at);
    write(`${number} 0 obj\n${content}\nendobj\n`);
  }
  const start = at;
  const number = Math.max(firstFreeNumber(file), ...[...objects.keys()].map((object) => object + 1));
  const isTable = Buffer.from(bytes.subarray(previous, previous + 4)).toString("latin1") === "xref";
  const size = isTable ? number : number + 1;
  const trailer = trailerOf(file.trailer, { bytes, previous, size });
  write(isTable ? table(places, trailer) : stream(places.set(number, start), number, trailer));
  write(`startxref\n${start}\n%%EOF\n`);
  return Buffer.concat(written);
}

/** The first number that no object has yet. */
export function firstFreeNumber({ trailer, places }: PdfFile): number {
  const size = trailer.get("Size");
  let free = typeof size === "number" ? size : 0;
  for (const number of places.keys()) free = Math.max(free, number + 1);
  return free;
}

function startOfReferences(bytes: Uint8Array): number | undefined {
  const tail = Buffer.from(bytes.subarray(-2048)).toString("latin1");
  const start = /startxref\s+(\d+)(?![\s\S]*startxref)/.exec(tail)?.[1];
  return start === undefined ? undefined : Number(start);
}

/** The trailer with what an update changes in it; the second part of the identifier is another (14.4). */
function trailerOf(
  trailer: PdfDictionary,
  { bytes, previous, size }: { readonly bytes: Uint8Array; readonly previous: number; readonly size: number },
): PdfDictionary {
  const id = trailer.get("ID");
  const [first = null] = Array.isArray(id) ? id : [];
  const second = pdfString(createHash("sha256").update(bytes).digest().toString("latin1", 0, 16));
  const kept = [...trailer].filter(([key]) => ["Root", "Info"].includes(key));
  return new Map<string, PdfValue>([
    ["Size", size],
    ["Prev", previous],
    ...kept,
    ...(first === null ? [] : [["ID", [first, second]] as const]),
  ]);
}

function table(places: ReadonlyMap<number, number>, trailer: PdfDictionary): string {
  const sections = runsOf([...places.keys()]).map(({ first, count }) => {
    const entries = Array.from({ length: count }, (_, index) => {
      return `${String(places.get(first + index)).padStart(10, "0")} 00000 n \n`;
    });
    return `${first} ${count}\n${entries.join("")}`;
  });
  return `xref\n${sections.join("")}trailer\n${writeValue(trailer)}\n`;
}

/** A cross-reference stream (7.5.8), unpacked: it has a dozen entries. */
function stream(places: ReadonlyMap<number, number>, number: number, trailer: PdfDictionary): string {
  const entries = Buffer.concat(
    [...places].map(([, offset]) => {
      const entry = Buffer.alloc(7);
      entry.writeUInt8(1, 0);
      entry.writeUInt32BE(offset, 1);
      return entry;
    }),
  );
  const dictionary = new Map<string, PdfValue>([
    ["Type", "XRef"],
    ...trailer,
    ["W", [1, 4, 2]],
    ["Index", runsOf([...places.keys()]).flatMap(({ first, count }) => [first, count])],
    ["Length", entries.length],
  ]);
  return `${number} 0 obj\n${writeValue(dictionary)}\nstream\n${entries.toString("latin1")}\nendstream\nendobj\n`;
}

/** Numbers that follow one upon another, taken together; they come in their order. */
function runsOf(numbers: readonly number[]): { readonly first: number; readonly count: number }[] {
  const runs: { first: number; count: number }[] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && last.first + last.count === number) last.count += 1;
    else runs.push({ first: number, count: 1 });
  }
  return runs;
}
