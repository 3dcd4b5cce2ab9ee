import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { digestOfFile } from "./digests.ts";
import { isSigned } from "./foreign-parts.ts";
import type { SealedFile } from "./open-sealed.ts";

/**
 * Holds the bytes of a PDF against its seal: any that was changed, added or lost is found. `isRest` tells that nothing else was
 * found to differ.
 */
export function checkBytes(
  bytes: Uint8Array,
  { file, seal, digestAt }: SealedFile,
  name: string,
  isRest: boolean,
): Diagnostic[] {
  if (bytes.length < seal.length) {
    return [diagnose("seal-truncated", { name, bytes: bytes.length, length: seal.length })];
  }
  const made = bytes.subarray(0, seal.length);
  const isWhole = digestAt >= 0 && digestOfFile(made, digestAt) === seal.digest;
  const added = bytes.length - seal.length;
  // What is written in one go refers to nothing before it.
  const isUpdated = added > 0 || file.trailer.has("Prev");
  if (isWhole && isUpdated && isRest && isSigned(file)) return [diagnose("seal-signed", { name })];
  return [
    ...(isWhole ? [] : [diagnose("seal-bytes", { name, isRest })]),
    ...(isUpdated ? [diagnose("seal-appended", { name, bytes: added })] : []),
  ];
}
