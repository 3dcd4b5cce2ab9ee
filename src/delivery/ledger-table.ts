import type { LedgerRecord } from "./ledger-record.ts";

const COLUMNS = [
  "at",
  "brief",
  "edition",
  "to",
  "state",
  "attempt",
  "dueAt",
  "code",
  "response",
  "messageId",
] as const;

/** Records as CSV that no spreadsheet runs: a server chose some of these words, and a stranger some of these addresses. */
export const ledgerTable = (records: readonly LedgerRecord[]): string =>
  [COLUMNS.join(","), ...records.map((record) => COLUMNS.map((column) => cell(record[column])).join(","))]
    .map((line) => `${line}\r\n`)
    .join("");

function cell(value: string | number | undefined): string {
  const text = String(value ?? "");
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n;']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
