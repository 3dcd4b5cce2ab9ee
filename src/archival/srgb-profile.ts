/** Points of the tone curve: enough that no value of 8 bits is off by one. */
const CURVE_POINTS = 1024;
const HEADER_BYTES = 128;

/** Primaries of IEC 61966-2-1, adapted to the white of ICC profiles (D50) by the Bradford transform. */
const WHITE_POINT = [0.9642, 1, 0.8249] as const;
const RED = [0.43607, 0.22249, 0.01392] as const;
const GREEN = [0.38515, 0.71687, 0.09708] as const;
const BLUE = [0.14307, 0.06061, 0.7141] as const;

let made: Uint8Array | undefined;

/** The profile of sRGB as a display (ICC.1:2001-04, version 2), made from the numbers of the standard. */
export function srgbProfile(): Uint8Array {
  made ??= makeProfile();
  return made;
}

function makeProfile(): Uint8Array {
  const curve = toneCurve();
  const tags: readonly (readonly [name: string, content: Buffer])[] = [
    ["desc", description("sRGB IEC61966-2.1")],
    ["cprt", text("Public domain")],
    ["wtpt", colour(WHITE_POINT)],
    ["rXYZ", colour(RED)],
    ["gXYZ", colour(GREEN)],
    ["bXYZ", colour(BLUE)],
    ["rTRC", curve],
    ["gTRC", curve],
    ["bTRC", curve],
  ];
  const offsets = new Map<Buffer, number>();
  const contents: Buffer[] = [];
  let offset = HEADER_BYTES + 4 + tags.length * 12;
  const table = tags.map(([name, content]) => {
    const at = offsets.get(content) ?? offset;
    if (!offsets.has(content)) {
      const padded = padTo4(content);
      offsets.set(content, at);
      contents.push(padded);
      offset += padded.length;
    }
    return Buffer.concat([Buffer.from(name, "latin1"), uint32(at), uint32(content.length)]);
  });
  return Buffer.concat([header(offset), uint32(tags.length), ...table, ...contents]);
}

/** Section 6.1: size, version 2.1, class, colour spaces, the day of the standard, signature and illuminant. */
function header(sizeBytes: number): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES);
  bytes.writeUInt32BE(sizeBytes, 0);
  bytes.writeUInt32BE(0x02100000, 8);
  bytes.write("mntrRGB XYZ ", 12, "latin1");
  for (const [index, value] of [1999, 10, 1, 0, 0, 0].entries()) bytes.writeUInt16BE(value, 24 + index * 2);
  bytes.write("acsp", 36, "latin1");
  for (const [index, value] of WHITE_POINT.entries()) fixed(value).copy(bytes, 68 + index * 4);
  return bytes;
}

/** IEC 61966-2-1, 5.2: a line near black, then a power of 2.4. */
function toneCurve(): Buffer {
  const bytes = Buffer.alloc(12 + CURVE_POINTS * 2);
  bytes.write("curv", 0, "latin1");
  bytes.writeUInt32BE(CURVE_POINTS, 8);
  for (let index = 0; index < CURVE_POINTS; index += 1) {
    const value = index / (CURVE_POINTS - 1);
    const linear = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    bytes.writeUInt16BE(Math.round(linear * 65_535), 12 + index * 2);
  }
  return bytes;
}

const colour = ([x, y, z]: readonly [number, number, number]): Buffer =>
  Buffer.concat([Buffer.from("XYZ \0\0\0\0", "latin1"), fixed(x), fixed(y), fixed(z)]);

const text = (content: string): Buffer => Buffer.from(`text\0\0\0\0${content}\0`, "latin1");

/** Section 6.5.17: the name in ASCII; those in Unicode and in the script of a Macintosh are empty. */
const description = (content: string): Buffer =>
  Buffer.concat([
    Buffer.from("desc\0\0\0\0", "latin1"),
    uint32(content.length + 1),
    Buffer.from(`${content}\0`, "latin1"),
    Buffer.alloc(78),
  ]);

/** s15Fixed16Number */
function fixed(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(Math.round(value * 65_536));
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

const padTo4 = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
