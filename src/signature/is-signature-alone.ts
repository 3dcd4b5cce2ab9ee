import { openPdfFile } from "../pdf/pdf-file.ts";
import { type CoveredRange, coveredRange } from "./covered-range.ts";
import { prepareSignature } from "./prepare-signature.ts";
import { readDate } from "./read-date.ts";
import { type FoundSignature, readSignatures, textIn } from "./read-signatures.ts";

/**
 * Whether a file has, behind its first `length` bytes, nothing but signatures as `signPdf` appends them. They are not judged by
 * their look: each update is made again, and has to come out the same, byte for byte. Whether the signatures are sound is
 * another question.
 */
export function isSignatureAlone(bytes: Uint8Array, length: number): boolean {
  const file = openPdfFile(bytes);
  const found = readSignatures(file).flatMap((signature) => {
    const range = coveredRange(signature, bytes);
    const date = readDate(textIn(file, signature.dictionary.get("M")));
    return range === undefined || date === undefined ? [] : [{ signature, range, date }];
  });
  const text = (signature: FoundSignature, key: string) => textIn(file, signature.dictionary.get(key));
  let at = length;
  for (const { signature, range, date } of found.sort((one, other) => one.range.end - other.range.end)) {
    if (range.end <= at) continue;
    const facts = {
      name: text(signature, "Name"),
      reason: text(signature, "Reason"),
      location: text(signature, "Location"),
      date,
    };
    const made = prepareSignature(bytes.subarray(0, at), facts, signature.contents?.length ?? 0);
    if ("why" in made || !isSameButForGap(made.bytes, bytes, range)) return false;
    at = range.end;
  }
  return at === bytes.length;
}

function isSameButForGap(made: Uint8Array, bytes: Uint8Array, { gap, end }: CoveredRange): boolean {
  const isSame = (from: number, to: number) =>
    Buffer.compare(made.subarray(from, to), bytes.subarray(from, to)) === 0;
  return made.length === end && isSame(0, gap.start) && isSame(gap.end, end);
}
