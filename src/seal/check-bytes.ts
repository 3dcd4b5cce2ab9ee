import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { PdfFile } from "../pdf/pdf-file.ts";
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
  const isUpdated = (isWhole && added > 0) || isContinued(bytes, file);
  return [
    ...(isWhole ? [] : [diagnose("seal-bytes", { name, isRest })]),
    ...(isUpdated ? [diagnose("seal-appended", { name, bytes: Math.max(0, added) })] : []),
  ];
}

/** Whether the last table of a file’s objects goes on in one before it; where it goes on behind, the file is made for the web. */
function isContinued(bytes: Uint8Array, { trailer }: PdfFile): boolean {
  const tail = Buffer.from(bytes.subarray(-TAIL_BYTES)).toString("latin1");
  const start = [...tail.matchAll(/startxref\s+(\d+)/g)].at(-1)?.[1];
  const previous = trailer.get("Prev");
  return typeof previous === "number" && previous < Number(start ?? Number.POSITIVE_INFINITY);
}

/** In which readers look for the end of a file. */
const TAIL_BYTES = 2048;

/** Whether the first bytes of a file are those that were made, whatever stands behind them. */
export function holdsWhatWasMade(
  bytes: Uint8Array,
  { seal, digestAt }: Pick<SealedFile, "seal" | "digestAt">,
): boolean {
  const made = bytes.subarray(0, seal.length);
  return digestAt >= 0 && digestAt < made.length && digestOfFile(made, digestAt) === seal.digest;
}
