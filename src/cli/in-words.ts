import type { Diagnostic } from "../index.ts";
import type { WrittenArtifact } from "./write-artifacts.ts";

/** `1 file`, `2 files`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** The type sizes and page counts of printed artifacts, as in `one page, 10.2–11 pt`; empty without any. */
export function fitInWords(artifacts: readonly WrittenArtifact[]): string {
  const printed = artifacts.filter(({ pages }) => pages !== null);
  if (printed.length === 0) return "";
  const pages = printed.map((artifact) => artifact.pages ?? 0);
  const most = Math.max(...pages);
  const sheets = most === 1 ? "one page" : `${range(pages, String)} pages`;
  const sizes = printed.flatMap(({ fit }) => (fit === null ? [] : [fit.typePt]));
  return sizes.length === 0 ? sheets : `${sheets}, ${range(sizes, oneDecimal)} pt`;
}

/** The sizes of the artifacts of one format, as in `80–84 KB`. */
export const sizeInWords = (artifacts: readonly WrittenArtifact[]): string =>
  `${range(
    artifacts.map(({ bytes }) => bytes / 1024),
    kilobytes,
  )} KB`;

/** A time as in `1.2 s`. */
export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

/** How many findings there are of which codes, as in `2 errors: unknown-key, date-invalid`. */
export function errorsInWords(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return `${counted(errors.length, "error")}: ${[...new Set(errors.map(({ code }) => code))].join(", ")}`;
}

function range(values: readonly number[], format: (value: number) => string): string {
  const low = format(Math.min(...values));
  const high = format(Math.max(...values));
  return low === high ? low : `${low}–${high}`;
}

const oneDecimal = (value: number): string => String(Math.round(value * 10) / 10);
const kilobytes = (value: number): string => String(Math.max(1, Math.round(value)));
