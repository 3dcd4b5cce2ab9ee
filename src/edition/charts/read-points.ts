import { type Diagnostic, diagnose, type Place } from "../../diagnostics/diagnostic.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import type { DataRow, DataTable } from "../data-table.ts";
import type { ChartPoint } from "./chart-data.ts";

/** A point of a table, with its line in the file. */
export interface TablePoint extends ChartPoint {
  readonly line: number;
}

const POINT_COLUMNS = ["label", "value", "series", "low", "high"];
const LABEL_MAX_CHARACTERS = 60;

/** The points of a chart that a table holds, and every fault of its cells at its line. */
export function readPoints(table: DataTable): { points: TablePoint[]; diagnostics: Diagnostic[] } {
  const columns = checkColumns(table, ["label", "value"], POINT_COLUMNS);
  if (columns.some(({ severity }) => severity === "error")) return { points: [], diagnostics: columns };
  const diagnostics = [...columns];
  const points = table.rows.flatMap((row): TablePoint[] => {
    const value = readNumber(row, "value", table);
    const low = isFilled(row, "low") ? readNumber(row, "low", table) : undefined;
    const high = isFilled(row, "high") ? readNumber(row, "high", table) : undefined;
    const label = row.cells.label ?? "";
    const faults = [value, low, high].filter((number) => number !== undefined && typeof number !== "number");
    if (label === "") faults.push(diagnose("csv-cell-empty", { column: "label" }, placeOf(row, table)));
    if (label.length > LABEL_MAX_CHARACTERS) {
      const facts = { length: label.length, limit: LABEL_MAX_CHARACTERS };
      faults.push(diagnose("csv-label-long", facts, placeOf(row, table)));
    }
    diagnostics.push(...faults);
    if (faults.length > 0 || typeof value !== "number") return [];
    return [
      {
        label,
        value,
        line: row.line,
        ...(isFilled(row, "series") ? { series: row.cells.series } : {}),
        ...(typeof low === "number" ? { low } : {}),
        ...(typeof high === "number" ? { high } : {}),
      },
    ];
  });
  return { points, diagnostics };
}

/** The values of a trend that a table holds, in the order of its rows, and every fault of its cells. */
export function readValues(table: DataTable): { values: number[]; diagnostics: Diagnostic[] } {
  const columns = checkColumns(table, ["value"], ["label", "value"]);
  if (columns.some(({ severity }) => severity === "error")) return { values: [], diagnostics: columns };
  const numbers = table.rows.map((row) => readNumber(row, "value", table));
  return {
    values: numbers.filter((number) => typeof number === "number"),
    diagnostics: [...columns, ...numbers.filter((number) => typeof number !== "number")],
  };
}

function checkColumns(table: DataTable, needed: readonly string[], known: readonly string[]): Diagnostic[] {
  const { columns, file, text } = table;
  const where = { file, line: 1, column: 1, text };
  const unknown = columns.filter((name) => !known.includes(name));
  const missing = needed.filter((name) => !columns.includes(name));
  return [
    ...missing.map((column) =>
      diagnose("csv-column-missing", { column, columns, suggestion: suggest(column, unknown) }, where),
    ),
    ...(missing.length > 0 ? [] : unknown).map((column) =>
      diagnose("csv-column-ignored", { column, known, suggestion: suggest(column, known) }, where),
    ),
  ];
}

const isFilled = ({ cells }: DataRow, column: string): boolean => (cells[column] ?? "") !== "";

const placeOf = ({ line }: DataRow, { file, text }: DataTable): Place => ({ file, line, column: 1, text });

function readNumber(row: DataRow, column: string, table: DataTable): number | Diagnostic {
  const written = row.cells[column] ?? "";
  if (written === "") return diagnose("csv-cell-empty", { column }, placeOf(row, table));
  const isCommaDecimal = table.separator === ";";
  const number = parseNumber(written, isCommaDecimal);
  return (
    number ?? diagnose("csv-not-a-number", { column, value: written, isCommaDecimal }, placeOf(row, table))
  );
}

/** A number without grouping; `1.234` beside decimal commas could be either, so it is none. */
function parseNumber(written: string, isCommaDecimal: boolean): number | undefined {
  const text = written.replace(/^\u2212/, "-");
  if (isCommaDecimal && /^[-+]?[1-9]\d{0,2}(\.\d{3})+$/.test(text)) return undefined;
  const plain = isCommaDecimal ? text.replace(",", ".") : text;
  if (!/^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i.test(plain)) return undefined;
  const number = Number(plain);
  return Number.isFinite(number) ? number : undefined;
}
