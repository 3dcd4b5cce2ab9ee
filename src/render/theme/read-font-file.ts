import { brotliDecompressSync, inflateSync } from "node:zlib";

/** A font file, read as far as it takes to embed it. */
export interface FontFile {
  /** As a data: address for a style sheet. */
  readonly dataUrl: string;
  /** For `format()` in a style sheet. */
  readonly format: "woff2" | "woff" | "opentype" | "truetype";
  /** Whether it has a glyph for a character; undefined where its table of characters is of an unusual form. */
  readonly covers: ((codePoint: number) => boolean) | undefined;
  /** The name by which it goes in a PDF; undefined where it has none. */
  readonly postScriptName: string | undefined;
}

/** Reads a font by its bytes; undefined where they are no WOFF2, WOFF, OpenType or TrueType font. */
export function readFontFile(bytes: Buffer): FontFile | undefined {
  const form = FORMS.get(bytes.subarray(0, 4).toString("latin1"));
  if (form === undefined) return undefined;
  const tables = tablesOf(bytes, form.format);
  const characters = attempt(() => tables?.("cmap"));
  const names = attempt(() => tables?.("name"));
  return {
    dataUrl: `data:${form.mediaType};base64,${bytes.toString("base64")}`,
    format: form.format,
    covers: characters && attempt(() => readCharacters(characters)),
    postScriptName: names && attempt(() => readPostScriptName(names)),
  };
}

/** By the first four bytes. */
const FORMS: ReadonlyMap<string, { format: FontFile["format"]; mediaType: string }> = new Map([
  ["wOF2", { format: "woff2", mediaType: "font/woff2" }],
  ["wOFF", { format: "woff", mediaType: "font/woff" }],
  ["OTTO", { format: "opentype", mediaType: "font/otf" }],
  ["\0\x01\0\0", { format: "truetype", mediaType: "font/ttf" }],
]);

type Tables = (tag: string) => Buffer | undefined;

function tablesOf(bytes: Buffer, format: FontFile["format"]): Tables | undefined {
  return attempt(() => {
    if (format === "woff2") return tablesOfWoff2(bytes);
    return format === "woff" ? tablesOfWoff(bytes) : tablesOfSfnt(bytes);
  });
}

/** A font is somebody else’s file: what lies beyond its end, or makes no sense, is not there. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** OpenType 1.9, “Table directory”. */
function tablesOfSfnt(bytes: Buffer): Tables {
  const entries = new Map<string, Buffer>();
  for (let index = 0; index < bytes.readUInt16BE(4); index += 1) {
    const entry = 12 + index * 16;
    const start = bytes.readUInt32BE(entry + 8);
    const tag = bytes.toString("latin1", entry, entry + 4);
    entries.set(tag, bytes.subarray(start, start + bytes.readUInt32BE(entry + 12)));
  }
  return (tag) => entries.get(tag);
}

/** The most that a table is unpacked to, in bytes; those that are read are far smaller. */
const TABLE_MAX_BYTES = 16 * 1024 ** 2;

/** W3C, “WOFF File Format 1.0”, 4 and 5. */
function tablesOfWoff(bytes: Buffer): Tables {
  const entries = new Map<string, () => Buffer>();
  for (let index = 0; index < bytes.readUInt16BE(12); index += 1) {
    const entry = 44 + index * 20;
    const start = bytes.readUInt32BE(entry + 4);
    const packed = bytes.subarray(start, start + bytes.readUInt32BE(entry + 8));
    const isPacked = packed.length < bytes.readUInt32BE(entry + 12);
    const unpack = () => (isPacked ? inflateSync(packed, { maxOutputLength: TABLE_MAX_BYTES }) : packed);
    entries.set(bytes.toString("latin1", entry, entry + 4), unpack);
  }
  return (tag) => entries.get(tag)?.();
}

/** Tags of WOFF 2.0 by their number, as far as their lengths have to be read; W3C, “WOFF File Format 2.0”, 4.1. */
const WOFF2_TAGS = [
  "cmap",
  "head",
  "hhea",
  "hmtx",
  "maxp",
  "name",
  "OS/2",
  "post",
  "cvt ",
  "fpgm",
  "glyf",
  "loca",
];
const ANY_TAG = 63;

/** All tables of WOFF 2.0 are one packed stream, in the order of the directory; W3C, “WOFF File Format 2.0”, 4 and 5. */
function tablesOfWoff2(bytes: Buffer): Tables {
  let at = 48;
  const places: { tag: string; length: number }[] = [];
  for (let index = 0; index < bytes.readUInt16BE(12); index += 1) {
    const flags = bytes.readUInt8(at);
    at += 1;
    const number = flags & 0x3f;
    const tag =
      number === ANY_TAG ? bytes.toString("latin1", at, at + 4) : (WOFF2_TAGS[number] ?? `#${number}`);
    if (number === ANY_TAG) at += 4;
    const length = readNumber();
    // Outlines are packed a second time unless version 3 says otherwise; of the others only version 0 is not.
    const version = flags >> 6;
    const isTransformed = tag === "glyf" || tag === "loca" ? version !== 3 : version !== 0;
    places.push({ tag, length: isTransformed ? readNumber() : length });
  }
  const stream = brotliDecompressSync(bytes.subarray(at, at + bytes.readUInt32BE(20)), {
    maxOutputLength: TABLE_MAX_BYTES,
  });
  return (wanted) => {
    let start = 0;
    for (const { tag, length } of places) {
      if (tag === wanted) return stream.subarray(start, start + length);
      start += length;
    }
    return undefined;
  };

  /** Seven bits a byte, the highest first, as long as the eighth is set. */
  function readNumber(): number {
    let value = 0;
    for (let count = 0; count < 5; count += 1) {
      const byte = bytes.readUInt8(at);
      at += 1;
      value = value * 128 + (byte & 0x7f);
      if ((byte & 0x80) === 0) break;
    }
    return value;
  }
}

/** Characters of a `cmap` table: its segments (format 4) or groups (format 12) of Unicode; undefined where it has neither. */
function readCharacters(table: Buffer): ((codePoint: number) => boolean) | undefined {
  const ranges: (readonly [first: number, last: number])[] = [];
  for (let index = 0; index < table.readUInt16BE(2); index += 1) {
    const entry = 4 + index * 8;
    const platform = table.readUInt16BE(entry);
    const encoding = table.readUInt16BE(entry + 2);
    const isUnicode = platform === 0 ? encoding !== 5 : platform === 3 && (encoding === 1 || encoding === 10);
    if (isUnicode) ranges.push(...rangesOf(table.subarray(table.readUInt32BE(entry + 4))));
  }
  if (ranges.length === 0) return undefined;
  return (codePoint) => ranges.some(([first, last]) => first <= codePoint && codePoint <= last);
}

function rangesOf(part: Buffer): (readonly [first: number, last: number])[] {
  const format = part.readUInt16BE(0);
  if (format === 12) {
    const count = Math.min(part.readUInt32BE(12), part.length / 12);
    return Array.from({ length: count }, (_, index) => {
      const group = 16 + index * 12;
      return [part.readUInt32BE(group), part.readUInt32BE(group + 4)] as const;
    });
  }
  if (format !== 4) return [];
  const count = part.readUInt16BE(6) / 2;
  return Array.from({ length: count }, (_, index) => {
    const last = part.readUInt16BE(14 + index * 2);
    return [part.readUInt16BE(16 + (count + index) * 2), last] as const;
  }).filter(([first]) => first !== 0xffff);
}

const POSTSCRIPT_NAME = 6;

/** OpenType 1.9, “name”. */
function readPostScriptName(table: Buffer): string | undefined {
  const storage = table.readUInt16BE(4);
  for (let index = 0; index < table.readUInt16BE(2); index += 1) {
    const entry = 6 + index * 12;
    if (table.readUInt16BE(entry + 6) !== POSTSCRIPT_NAME) continue;
    const start = storage + table.readUInt16BE(entry + 10);
    const bytes = Buffer.from(table.subarray(start, start + table.readUInt16BE(entry + 8)));
    // Of Macintosh names one byte is a letter, of all others two.
    return table.readUInt16BE(entry) === 1 ? bytes.toString("latin1") : bytes.swap16().toString("utf16le");
  }
  return undefined;
}
