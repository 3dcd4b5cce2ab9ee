import { inflateSync } from "node:zlib";

/** The font inside a WOFF 1.0 file, as TrueType or OpenType (W3C, “WOFF File Format 1.0”, 2012). */
export function unpackWoff(woff: Buffer): Buffer {
  const tableCount = woff.readUInt16BE(12);
  const headLength = 12 + tableCount * 16;
  const head = Buffer.alloc(headLength);
  const power = 2 ** Math.floor(Math.log2(tableCount));
  head.writeUInt32BE(woff.readUInt32BE(4), 0);
  head.writeUInt16BE(tableCount, 4);
  head.writeUInt16BE(power * 16, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE((tableCount - power) * 16, 10);

  const tables: Buffer[] = [];
  let offset = headLength;
  for (let index = 0; index < tableCount; index += 1) {
    const { tag, checksum, table } = readTable(woff, 44 + index * 20);
    tag.copy(head, 12 + index * 16);
    head.writeUInt32BE(checksum, 16 + index * 16);
    head.writeUInt32BE(offset, 20 + index * 16);
    head.writeUInt32BE(table.length, 24 + index * 16);
    // Tables begin at multiples of four bytes.
    const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
    tables.push(padded);
    offset += padded.length;
  }
  return Buffer.concat([head, ...tables]);
}

function readTable(woff: Buffer, entry: number) {
  const start = woff.readUInt32BE(entry + 4);
  const packedLength = woff.readUInt32BE(entry + 8);
  const length = woff.readUInt32BE(entry + 12);
  const packed = woff.subarray(start, start + packedLength);
  return {
    tag: woff.subarray(entry, entry + 4),
    checksum: woff.readUInt32BE(entry + 16),
    table: packedLength < length ? inflateSync(packed) : packed,
  };
}
