import { type Seal, sealSchema } from "./seal.ts";

/** More than any seal has. */
const TEXT_MAX_BYTES = 256 * 1024;

/** The seal in a file that is too damaged to be opened: it lies there as plain text. */
export function findSealText(bytes: Uint8Array): Seal | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const start = file.indexOf('{\n "format": ');
  const end = file.indexOf("\n}", start);
  if (start < 0 || end < 0 || end - start > TEXT_MAX_BYTES) return undefined;
  try {
    const seal = sealSchema.safeParse(JSON.parse(file.toString("utf8", start, end + 2)));
    return seal.success ? seal.data : undefined;
  } catch {
    return undefined;
  }
}
