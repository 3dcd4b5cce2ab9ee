import type { FoundSignature } from "./read-signatures.ts";

/** What of a file a signature answers for. */
export interface CoveredRange {
  /** The part before the signature and the part behind it. */
  readonly signed: readonly [Uint8Array, Uint8Array];
  /** Where the signature stands between them. */
  readonly gap: { readonly start: number; readonly end: number };
  /** Where the second part ends. */
  readonly end: number;
}

/**
 * What a signature covers: all from the first byte on but for one gap, and in the gap nothing but the signature itself, so that
 * there is no room for anything that nobody signed (ISO 32000-1, 12.8.1). Undefined for any other range.
 */
export function coveredRange(
  { byteRange, contents }: FoundSignature,
  bytes: Uint8Array,
): CoveredRange | undefined {
  const [first, start, next, rest] = byteRange.map((value) =>
    Number.isSafeInteger(value) ? Number(value) : -1,
  );
  if (
    byteRange.length !== 4 ||
    first !== 0 ||
    start === undefined ||
    next === undefined ||
    rest === undefined
  ) {
    return undefined;
  }
  const end = next + rest;
  if (start <= 0 || next <= start || rest <= 0 || end > bytes.length || contents === undefined)
    return undefined;
  const gap = Buffer.from(bytes.subarray(start, next)).toString("latin1");
  if (gap.toLowerCase() !== `<${Buffer.from(contents).toString("hex")}>`) return undefined;
  return { signed: [bytes.subarray(0, start), bytes.subarray(next, end)], gap: { start, end: next }, end };
}
