import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { digestOfFile } from "./digests.ts";
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
  const added = bytes.length - seal.length;
  if (added < 0 && file.isRepaired) {
    return [diagnose("seal-truncated", { name, bytes: bytes.length, length: seal.length })];
  }
  const isWhole = holdsWhatWasMade(bytes, { seal, digestAt });
  // What is written in one go refers to nothing before it; a file that was saved anew is longer or shorter, too.
  const isUpdated = (isWhole && added > 0) || file.trailer.has("Prev");
  return [
    ...(isWhole ? [] : [diagnose("seal-bytes", { name, isRest })]),
    ...(isUpdated ? [diagnose("seal-appended", { name, bytes: Math.max(0, added) })] : []),
  ];
}

/** Whether the first bytes of a file are those that were made, whatever stands behind them. */
export function holdsWhatWasMade(
  bytes: Uint8Array,
  { seal, digestAt }: Pick<SealedFile, "seal" | "digestAt">,
): boolean {
  const made = bytes.subarray(0, seal.length);
  return digestAt >= 0 && digestAt < made.length && digestOfFile(made, digestAt) === seal.digest;
}
