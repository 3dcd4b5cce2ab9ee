/** An element of ASN.1 data in its one distinguished form (ITU-T X.690, 10). */
export function der(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag, ...lengthOctets(content.length)]), content]);
}

function lengthOctets(length: number): number[] {
  if (length < 0x80) return [length];
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.trunc(rest / 256)) octets.unshift(rest % 256);
  return [0x80 | octets.length, ...octets];
}

export const derSequence = (...parts: readonly Uint8Array[]): Uint8Array => der(0x30, ...parts);

/** A set of values, which has them in the order of their bytes (11.6). */
export const derSet = (...parts: readonly Uint8Array[]): Uint8Array =>
  der(0x31, ...parts.toSorted((one, other) => Buffer.compare(one, other)));

export const derOctets = (bytes: Uint8Array): Uint8Array => der(0x04, bytes);

export const derNull = (): Uint8Array => der(0x05);

/** A number from 0 to 127. */
export const derSmallInteger = (value: number): Uint8Array => der(0x02, Buffer.from([value]));

/** An object identifier, given in dots. */
export function derOid(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  return der(0x06, Buffer.from([first * 40 + second, ...rest].flatMap(base128)));
}

function base128(value: number): number[] {
  const octets = [value % 128];
  for (let rest = Math.trunc(value / 128); rest > 0; rest = Math.trunc(rest / 128)) {
    octets.unshift(0x80 | (rest % 128));
  }
  return octets;
}
