import { createHash } from "node:crypto";

/** What a derived key is for (RFC 7292, B.3). */
export const KEY = 1;
export const INITIAL_VECTOR = 2;
export const MAC_KEY = 3;

/** How a key comes from a password. */
export interface Derivation {
  readonly digest: string;
  readonly salt: Uint8Array;
  readonly iterations: number;
}

/** Derives `length` bytes from a password in the way of PKCS #12 (RFC 7292, B.2). */
export function pkcs12Key(
  password: string,
  purpose: number,
  length: number,
  { digest, salt, iterations }: Derivation,
): Uint8Array {
  const block = digest === "sha384" || digest === "sha512" ? 128 : 64;
  const input = Buffer.concat([filled(salt, block), filled(bmpString(password), block)]);
  const derived: Buffer[] = [];
  for (let size = 0; size < length; ) {
    let hash = createHash(digest).update(Buffer.alloc(block, purpose)).update(input).digest();
    for (let turn = 1; turn < iterations; turn += 1) hash = createHash(digest).update(hash).digest();
    derived.push(hash);
    size += hash.length;
    const addend = filled(hash, block).subarray(0, block);
    for (let at = 0; at < input.length; at += block) addTo(input.subarray(at, at + block), addend);
  }
  return Buffer.concat(derived).subarray(0, length);
}

/** UTF-16 with the high byte first and a zero at its end (B.1). */
function bmpString(text: string): Uint8Array {
  return Buffer.from(`${text}\0`, "utf16le").swap16();
}

/** Repeated up to the next whole number of blocks. */
function filled(bytes: Uint8Array, block: number): Buffer {
  const size = Math.ceil(bytes.length / block) * block;
  return bytes.length === 0 ? Buffer.alloc(0) : Buffer.alloc(size, bytes);
}

/** block = block + addend + 1, as numbers with the high byte first. */
function addTo(block: Uint8Array, addend: Uint8Array): void {
  let carry = 1;
  for (let at = block.length - 1; at >= 0; at -= 1) {
    const sum = (block[at] ?? 0) + (addend[at] ?? 0) + carry;
    block[at] = sum & 255;
    carry = sum >> 8;
  }
}
