import { CsvError, parse } from "csv-parse/sync";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import { shorten } from "../diagnostics/shorten.ts";
import { suggest } from "../diagnostics/suggest.ts";
import { KNOWN_COLUMNS, type ListRow, type ListRows } from "./list-row.ts";

interface CsvRecord {
  readonly record: readonly string[];
  /** Where the record ends, in bytes. */
  readonly info: { readonly bytes: number };
}

/** Reads the rows of a CSV file with a header; its delimiter is a comma, a semicolon or a tab, as the header has it. */
export function csvRows(file: string, raw: string): Outcome<ListRows> {
  const text = raw.replace(/^\ufeff/, "");
  const place = (line: number) => ({ file, line, column: 1 });
  const records = readRecords(file, text);
  if (!records.ok) return records;
  const [head, ...rest] = records.value;
  if (head === undefined) return failure([diagnose("list-empty", { path: file }, place(1))]);
  const columns = head.record.map((name) => name.trim().toLowerCase());
  const fault = refuseColumns(columns);
  if (fault !== undefined) return failure([{ ...fault, where: place(1) }]);

  const rows: ListRow[] = [];
  const diagnostics: Diagnostic[] = [];
  const lineAfter = lineCounter(text);
  let end = head.info.bytes;
  for (const { record, info } of rest) {
    const where = place(lineAfter(end));
    end = info.bytes;
    if (record.every((value) => value.trim() === "")) continue;
    if (record.length !== columns.length) {
      diagnostics.push(
        diagnose("list-row-columns", { found: record.length, expected: columns.length }, where),
      );
      continue;
    }
    const values = Object.fromEntries(columns.map((column, index) => [column, record[index] ?? ""]));
    rows.push({ values, where });
  }
  return success({ rows, diagnostics });
}

/** Finds the line of the first record after an offset. The library’s own count takes a CRLF in a value for two breaks. */
function lineCounter(text: string): (offset: number) => number {
  const bytes = Buffer.from(text);
  let counted = 0;
  let line = 1;
  return (offset) => {
    let start = offset;
    while (bytes[start] === LF || bytes[start] === CR) start += 1;
    for (; counted < start; counted += 1) {
      const isBreak = bytes[counted] === LF || (bytes[counted] === CR && bytes[counted + 1] !== LF);
      if (isBreak) line += 1;
    }
    return line;
  };
}

const LF = 0x0a;
const CR = 0x0d;

function readRecords(file: string, text: string): Outcome<CsvRecord[]> {
  try {
    const records = parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as CsvRecord[];
    return success(records);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === "number" ? error.lines : 1;
    const problem = CSV_PROBLEMS[error.code] ?? "it does not follow the rules of CSV";
    return failure([diagnose("list-csv", { problem }, { file, line, column: 1 })]);
  }
}

/** A broken quote swallows every line after it, so nothing of such a file can be believed. */
const CSV_PROBLEMS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: "a quotation mark is opened and never closed",
  CSV_INVALID_CLOSING_QUOTE: "text follows directly on a closing quotation mark",
  INVALID_OPENING_QUOTE: "a quotation mark stands within a value that does not begin with one",
};

function delimiterOf(text: string): string {
  const [header = ""] = text.split(/\r?\n|\r/, 1);
  const found = [",", ";", "\t"].map((mark) => ({ mark, count: header.split(mark).length - 1 }));
  return found.reduce((best, other) => (other.count > best.count ? other : best)).mark;
}

function refuseColumns(columns: readonly string[]): Diagnostic | undefined {
  const twice = columns.find((column, index) => columns.indexOf(column) !== index);
  if (columns.some((column) => column.includes("@"))) return diagnose("list-header-missing", {});
  if (twice !== undefined) return diagnose("list-column-twice", { column: shorten(twice) });
  if (columns.includes("email")) return undefined;
  const meant = columns.find(
    (column) => EMAIL_SYNONYMS.has(column) || suggest(column, ["email"]) !== undefined,
  );
  return diagnose("list-no-email", {
    has: columns.slice(0, 8).map((column) => shorten(column)),
    known: KNOWN_COLUMNS,
    suggestion: meant,
  });
}

const EMAIL_SYNONYMS = new Set(["e-mail", "mail", "e-mail address", "email address", "address", "to"]);
