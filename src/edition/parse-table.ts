import { CsvError, parse } from "csv-parse/sync";
import { diagnose, type Place } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import type { DataRow, DataTable } from "./data-table.ts";

/** Reads a CSV file (RFC 4180) with a header line, its cells parted by commas, semicolons or tabs. */
export function parseTable(text: string, file: string): Outcome<DataTable> {
  const at = (line: number): Place => ({ file, line, column: 1, text });
  const separator = separatorOf(text);
  const records = readRecords(text, separator);
  if (!records.ok)
    return failure([diagnose("csv-syntax", { file, problem: records.problem }, at(records.line))]);
  const [header, ...body] = records.value;
  if (header === undefined) return failure([diagnose("csv-empty", { file }, at(1))]);
  const columns = header.record.map((name) => name.toLowerCase());
  const repeated = columns.find((name, index) => columns.indexOf(name) !== index);
  if (repeated !== undefined) {
    return failure([diagnose("csv-column-twice", { file, column: repeated }, at(header.line))]);
  }
  if (body.length === 0) return failure([diagnose("csv-empty", { file }, at(header.line))]);

  const uneven = body
    .filter(({ record }) => record.length !== columns.length)
    .map(({ record, line }) =>
      diagnose("csv-row-length", { cells: record.length, columns: columns.length }, at(line)),
    );
  if (uneven.length > 0) return failure(uneven);
  const rows = body.map(
    ({ record, line }): DataRow => ({
      line,
      cells: Object.fromEntries(columns.map((name, index) => [name, record[index] ?? ""])),
    }),
  );
  return success({ file, text, separator, columns, rows });
}

/** The separator that the header line has most of, outside quotes. */
function separatorOf(text: string): DataTable["separator"] {
  const header = (/^\s*(.+)/.exec(text.replace(/^\uFEFF/, ""))?.[1] ?? "").replace(/"[^"]*"/g, "");
  const count = (mark: string) => header.split(mark).length;
  return ([",", ";", "\t"] as const).reduce((best, mark) => (count(mark) > count(best) ? mark : best), ",");
}

interface CsvRecord {
  readonly record: readonly string[];
  readonly line: number;
}

type Records =
  | { readonly ok: true; readonly value: readonly CsvRecord[] }
  | { readonly ok: false; readonly problem: "quote" | "other"; readonly line: number };

function readRecords(text: string, separator: string): Records {
  try {
    const records = parse(text, {
      delimiter: separator,
      bom: true,
      info: true,
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    const filled = records.filter(({ record }) => record.some((cell) => cell !== ""));
    return {
      ok: true,
      value: filled.map(({ record, info }) => ({ record, line: startLine(record, info.lines, text) })),
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const isQuote = /QUOTE/.test(error.code);
    const line = "lines" in error && typeof error.lines === "number" ? error.lines : 1;
    return { ok: false, problem: isQuote ? "quote" : "other", line };
  }
}

/** The parser counts the lines up to a record’s end; a quoted cell may hold several. */
const startLine = (record: readonly string[], endLine: number, text: string): number =>
  Math.max(1, Math.min(endLine, text.split("\n").length) - record.join("").split("\n").length + 1);
