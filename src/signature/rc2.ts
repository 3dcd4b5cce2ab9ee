/**
 * Deciphers RC2 in CBC mode (RFC 2268), and takes the padding off; undefined where that does not fit. The cipher is broken
 * and serves one end: key files of older programs hide their certificates, which are public, behind it, and OpenSSL 3 no
 * longer has it. Nothing is ever enciphered with it.
 */
export function decipherRc2(
  key: Uint8Array,
  bits: number,
  initialVector: Uint8Array,
  data: Uint8Array,
): Uint8Array | undefined {
  if (data.length === 0 || data.length % BLOCK !== 0) return undefined;
  const words = expandKey(key, bits);
  const plain = Buffer.alloc(data.length);
  let before = initialVector;
  for (let at = 0; at < data.length; at += BLOCK) {
    const block = data.subarray(at, at + BLOCK);
    const deciphered = decipherBlock(block, words);
    for (let byte = 0; byte < BLOCK; byte += 1)
      plain[at + byte] = (deciphered[byte] ?? 0) ^ (before[byte] ?? 0);
    before = block;
  }
  return unpadded(plain);
}

const BLOCK = 8;

function unpadded(plain: Buffer): Uint8Array | undefined {
  const count = plain.at(-1) ?? 0;
  const padding = plain.subarray(plain.length - count);
  return count >= 1 && count <= BLOCK && padding.every((byte) => byte === count)
    ? plain.subarray(0, plain.length - count)
    : undefined;
}

/** The 64 words of a key (section 2). */
function expandKey(key: Uint8Array, bits: number): Uint16Array {
  const bytes = Buffer.alloc(128);
  bytes.set(key);
  for (let at = key.length; at < 128; at += 1) {
    bytes[at] = PI[((bytes[at - 1] ?? 0) + (bytes[at - key.length] ?? 0)) & 255] ?? 0;
  }
  const effective = Math.ceil(bits / 8);
  const mask = 255 >> (8 * effective - bits);
  bytes[128 - effective] = PI[(bytes[128 - effective] ?? 0) & mask] ?? 0;
  for (let at = 127 - effective; at >= 0; at -= 1) {
    bytes[at] = PI[(bytes[at + 1] ?? 0) ^ (bytes[at + effective] ?? 0)] ?? 0;
  }
  return Uint16Array.from({ length: 64 }, (_, word) => bytes.readUInt16LE(2 * word));
}

/** Sixteen rounds backwards, with two others among them (section 4). */
function decipherBlock(block: Uint8Array, words: Uint16Array): Uint8Array {
  const buffer = Buffer.from(block);
  const r = Uint16Array.from([0, 2, 4, 6], (at) => buffer.readUInt16LE(at));
  const word = (index: number) => r[index & 3] ?? 0;
  for (let round = 15; round >= 0; round -= 1) {
    for (let i = 3; i >= 0; i -= 1) {
      const shift = SHIFTS[i] ?? 0;
      const turned = (word(i) >> shift) | (word(i) << (16 - shift));
      const mixed = (word(i + 3) & word(i + 2)) + (~word(i + 3) & word(i + 1));
      r[i] = turned - (words[4 * round + i] ?? 0) - mixed;
    }
    if (round !== 11 && round !== 5) continue;
    for (let i = 3; i >= 0; i -= 1) r[i] = word(i) - (words[word(i + 3) & 63] ?? 0);
  }
  for (let i = 0; i < 4; i += 1) buffer.writeUInt16LE(word(i), 2 * i);
  return buffer;
}

const SHIFTS = [1, 2, 3, 5];

/** The table of section 2, made from the digits of pi. */
const PI = Buffer.from(
  "d978f9c419ddb5ed28e9fd794aa0d89dc67e37832b76538e624c6488448bfba2" +
    "179a59f587b34f1361456d8d09817d32bd8f40eb86b77b0bf09521225c6b4e82" +
    "54d66593ce60b21c7356c014a78cf1dc1275ca1f3bbee4d1423dd430a33cb626" +
    "6fbf0eda4669075727f21d9bbc944303f811c7f690ef3ee706c3d52fc8661ed7" +
    "08e8eade8052eef784aa72ac354d6a2a961ad2715a1549744b9fd05e0418a4ec" +
    "c2e0416e0f51cbcc2491af50a1f47039997c3a8523b8b47afc02365b25559731" +
    "2d5dfa98e38a92ae05df2910676cbac9d300e6cfe19ea82c6316013f58e289a9" +
    "0d38341bab33ffb0bb480c5fb9b1cd2ec5f3db47e5a59c770aa62068fe7fc1ad",
  "hex",
);
