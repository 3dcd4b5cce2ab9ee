import { constants, inflateSync } from "node:zlib";
import { isDictionary, type PdfDictionary, type PdfStream, type PdfValue } from "./pdf-value.ts";

/** More than any page holds; a small file that unpacks to more is an attack. */
const DECODED_MAX_BYTES = 128 * 1024 * 1024;

/** Holds the content of a page in one piece or two. */
const CHUNK_BYTES = 128 * 1024;

/** The bytes of a stream without its filters (ISO 32000-2, 7.4); undefined for filters of images, and where it is damaged. */
export function decodeStream(
  { dictionary, encoded }: PdfStream,
  resolve: (value: PdfValue | undefined) => PdfValue,
): Uint8Array | undefined {
  const filters = listOf(resolve(dictionary.get("Filter") ?? dictionary.get("F")), resolve);
  const parameters = listOf(resolve(dictionary.get("DecodeParms") ?? dictionary.get("DP")), resolve);
  let bytes: Uint8Array | undefined = encoded;
  for (const [index, filter] of filters.entries()) {
    if (bytes === undefined) return undefined;
    const parameter = parameters[index];
    bytes = decode(bytes, filter, isDictionary(parameter) ? parameter : new Map());
  }
  return bytes;
}

const listOf = (value: PdfValue, resolve: (value: PdfValue) => PdfValue): PdfValue[] => {
  if (value === null) return [];
  return Array.isArray(value) ? value.map(resolve) : [value];
};

function decode(bytes: Uint8Array, filter: PdfValue, parameters: PdfDictionary): Uint8Array | undefined {
  switch (filter) {
    case "FlateDecode":
    case "Fl":
      return undoPredictor(inflate(bytes), parameters);
    case "ASCIIHexDecode":
    case "AHx":
      return Buffer.from(
        Buffer.from(bytes)
          .toString("latin1")
          .replace(/>.*$|\s/gs, ""),
        "hex",
      );
    case "ASCII85Decode":
    case "A85":
      return decodeAscii85(bytes);
    default:
      return undefined;
  }
}

function inflate(bytes: Uint8Array): Uint8Array | undefined {
  try {
    // A stream that ends early still shows what it has, in every reader.
    return inflateSync(bytes, {
      finishFlush: constants.Z_SYNC_FLUSH,
      chunkSize: CHUNK_BYTES,
      maxOutputLength: DECODED_MAX_BYTES,
    });
  } catch {
    return undefined;
  }
}

function decodeAscii85(bytes: Uint8Array): Uint8Array {
  const decoded: number[] = [];
  let group: number[] = [];
  const flush = (count: number) => {
    const padded = [...group, ...Array<number>(5 - group.length).fill(84)];
    const word = padded.reduce((sum, digit) => sum * 85 + digit, 0);
    for (let index = 0; index < count; index += 1) decoded.push(Math.floor(word / 256 ** (3 - index)) & 255);
    group = [];
  };
  for (const code of bytes) {
    if (code === 126) break;
    if (code === 122 && group.length === 0) decoded.push(0, 0, 0, 0);
    if (code < 33 || code > 117) continue;
    group.push(code - 33);
    if (group.length === 5) flush(4);
  }
  if (group.length > 1) flush(group.length - 1);
  return Uint8Array.from(decoded);
}

/** PNG’s and TIFF’s prediction, with which cross-reference streams are packed. */
function undoPredictor(bytes: Uint8Array | undefined, parameters: PdfDictionary): Uint8Array | undefined {
  const predictor = numberOr(parameters, "Predictor", 1);
  if (bytes === undefined || predictor === 1) return bytes;
  const bits = numberOr(parameters, "BitsPerComponent", 8);
  const colours = numberOr(parameters, "Colors", 1);
  const pixel = Math.max(1, Math.ceil((bits * colours) / 8));
  const row = Math.ceil((bits * colours * numberOr(parameters, "Columns", 1)) / 8);
  return predictor === 2 ? undoTiff(bytes, row, pixel) : undoPng(bytes, row, pixel);
}

function numberOr(dictionary: PdfDictionary, key: string, otherwise: number): number {
  const value = dictionary.get(key);
  return typeof value === "number" && value > 0 ? value : otherwise;
}

function undoTiff(bytes: Uint8Array, row: number, pixel: number): Uint8Array {
  const plain = Uint8Array.from(bytes);
  for (let index = 0; index < plain.length; index += 1) {
    if (index % row >= pixel) plain[index] = (plain[index] ?? 0) + (plain[index - pixel] ?? 0);
  }
  return plain;
}

function undoPng(bytes: Uint8Array, row: number, pixel: number): Uint8Array {
  const rows = Math.ceil(bytes.length / (row + 1));
  const plain = new Uint8Array(rows * row);
  for (let line = 0; line < rows; line += 1) {
    const filter = bytes[line * (row + 1)];
    for (let column = 0; column < row; column += 1) {
      const at = line * row + column;
      const left = column >= pixel ? (plain[at - pixel] ?? 0) : 0;
      const up = plain[at - row] ?? 0;
      const upLeft = column >= pixel ? (plain[at - row - pixel] ?? 0) : 0;
      const raw = bytes[line * (row + 1) + 1 + column] ?? 0;
      plain[at] = raw + predictionOf(filter, left, up, upLeft);
    }
  }
  return plain;
}

function predictionOf(filter: number | undefined, left: number, up: number, upLeft: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const estimate = left + up - upLeft;
  const [byLeft, byUp, byUpLeft] = [left, up, upLeft].map((value) => Math.abs(estimate - value)) as [
    number,
    number,
    number,
  ];
  if (byLeft <= byUp && byLeft <= byUpLeft) return left;
  return byUp <= byUpLeft ? up : upLeft;
}
