/** One element of ASN.1 data (ITU-T X.690): BER is read too, since older tools write it into key files. */
export interface DerElement {
  /** The identifier octet, class and form included: 0x30 is a sequence. */
  readonly tag: number;
  readonly content: Uint8Array;
  /** With tag and length. */
  readonly whole: Uint8Array;
}

/** Deeper nesting than any certificate or key file has; beyond it lies an attack. */
const DEPTH_MAX = 40;
/** More elements side by side than any of them has. */
const ELEMENTS_MAX = 10_000;
const CONSTRUCTED = 0x20;
const NOTHING = new Uint8Array(0);

/** Reads the element at an offset; undefined where the bytes are none. */
export function readDer(bytes: Uint8Array, at = 0, depth = 0): DerElement | undefined {
  const tag = bytes[at];
  const first = bytes[at + 1];
  // Numbers of more than one octet occur in nothing that is read here.
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f || depth > DEPTH_MAX)
    return undefined;
  if (first === 0x80) return (tag & CONSTRUCTED) === 0 ? undefined : readOpenEnded(bytes, at, tag, depth);
  const octets = first < 0x80 ? 0 : first & 0x7f;
  if (octets > 4) return undefined;
  let length = octets === 0 ? first : 0;
  for (let octet = 0; octet < octets; octet += 1) length = length * 256 + (bytes[at + 2 + octet] ?? 0);
  const start = at + 2 + octets;
  if (start + length > bytes.length) return undefined;
  return { tag, content: bytes.subarray(start, start + length), whole: bytes.subarray(at, start + length) };
}

/** An element without a length, up to the mark of its end (8.1.3.6). */
function readOpenEnded(bytes: Uint8Array, at: number, tag: number, depth: number): DerElement | undefined {
  let end = at + 2;
  for (let count = 0; count < ELEMENTS_MAX; count += 1) {
    if (bytes[end] === 0 && bytes[end + 1] === 0) {
      return { tag, content: bytes.subarray(at + 2, end), whole: bytes.subarray(at, end + 2) };
    }
    const inner = readDer(bytes, end, depth + 1);
    if (inner === undefined) return undefined;
    end += inner.whole.length;
  }
  return undefined;
}

/** The elements inside one; none where it is missing, simple or malformed. */
export function partsOf(element: DerElement | undefined): readonly DerElement[] {
  if (element === undefined || (element.tag & CONSTRUCTED) === 0) return [];
  const parts: DerElement[] = [];
  for (let at = 0; at < element.content.length; ) {
    const part = parts.length < ELEMENTS_MAX ? readDer(element.content, at) : undefined;
    if (part === undefined) return [];
    parts.push(part);
    at += part.whole.length;
  }
  return parts;
}

/** An object identifier in dots; empty for anything else. */
export function oidOf(element: DerElement | undefined): string {
  if (element?.tag !== 0x06) return "";
  const numbers: number[] = [];
  let value = 0;
  for (const octet of element.content) {
    value = value * 128 + (octet & 0x7f);
    if ((octet & 0x80) !== 0) continue;
    if (numbers.length === 0)
      numbers.push(Math.min(Math.trunc(value / 40), 2), value - 40 * Math.min(Math.trunc(value / 40), 2));
    else numbers.push(value);
    value = 0;
  }
  return numbers.join(".");
}

/** The bytes of an octet string, also of one in pieces, whatever its tag. */
export function octetsOf(element: DerElement | undefined): Uint8Array {
  if (element === undefined) return NOTHING;
  if ((element.tag & CONSTRUCTED) === 0) return element.content;
  return Buffer.concat(partsOf(element).map(({ content }) => content));
}

/** A whole number that is not negative; undefined for anything else, and for one that is beyond exactness. */
export function countOf(element: DerElement | undefined): number | undefined {
  if (element?.tag !== 0x02 || element.content.length > 6 || element.content.length === 0) return undefined;
  const value = Buffer.from(element.content).readIntBE(0, element.content.length);
  return value < 0 ? undefined : value;
}
