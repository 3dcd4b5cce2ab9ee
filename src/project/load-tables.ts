import path from "node:path";
import { checkPoints, checkValues } from "../brief/check-points.ts";
import { decodeText } from "../brief/decode-text.ts";
import type { ParsedBrief } from "../brief/parse-brief.ts";
import { type Diagnostic, diagnose, type Place } from "../diagnostics/diagnostic.ts";
import { failure, hasError, type Outcome, success } from "../diagnostics/outcome.ts";
import { readPoints, readValues } from "../edition/charts/read-points.ts";
import type { DataTable } from "../edition/data-table.ts";
import { EMBEDDED_MAX_BYTES, readEnclosed } from "../render/read-enclosed.ts";

/** The tables of a brief, by the path of their file as written. */
export type Tables = ReadonlyMap<string, DataTable>;

/** Loads and checks the CSV files beside the brief that its chart and its trends name. */
export async function loadTables(
  { brief, locate }: ParsedBrief,
  briefFolder: string,
): Promise<{ tables: Tables; diagnostics: Diagnostic[] }> {
  const { chart, figures } = brief.event;
  const uses = [
    { csv: chart?.csv, field: ["event", "chart", "csv"], check: (table: DataTable) => chartFaults(table) },
    ...figures.map(({ trend }, index) => ({
      csv: trend?.csv,
      field: ["event", "figures", index, "trend", "csv"],
      check: (table: DataTable) => trendFaults(table),
    })),
  ];
  const tables = new Map<string, DataTable>();
  const diagnostics: Diagnostic[] = [];
  for (const { csv, field, check } of uses) {
    if (csv === undefined) continue;
    const known = tables.get(csv);
    const table = known === undefined ? await loadTable(csv, briefFolder, locate(field)) : success(known);
    diagnostics.push(...table.diagnostics);
    if (!table.ok) continue;
    tables.set(csv, table.value);
    diagnostics.push(...check(table.value));
  }
  return { tables, diagnostics };

  function chartFaults(table: DataTable): Diagnostic[] {
    const { points, diagnostics: faults } = readPoints(table);
    if (chart === undefined || hasError(faults)) return faults;
    const placeOfChart = (field: string) => locate(["event", "chart", field]);
    return [
      ...faults,
      ...checkPoints(chart, points, (index) => lineOf(points[index]?.line, table), placeOfChart),
    ];
  }
}

function trendFaults(table: DataTable): Diagnostic[] {
  const { values, diagnostics } = readValues(table);
  return hasError(diagnostics) ? diagnostics : [...diagnostics, ...checkValues(values, lineOf(1, table))];
}

const lineOf = (line: number | undefined, { file, text }: DataTable): Place => ({
  file,
  line: line ?? 1,
  column: 1,
  text,
});

async function loadTable(csv: string, folder: string, where: Place): Promise<Outcome<DataTable>> {
  if (path.isAbsolute(csv)) return failure([diagnose("csv-outside", { file: csv }, where)]);
  const found = await readEnclosed(path.resolve(folder, csv), folder);
  switch (found.kind) {
    case "missing":
      return failure([diagnose("csv-missing", { file: csv }, where)]);
    case "outside":
      return failure([diagnose("csv-outside", { file: csv }, where)]);
    case "too-large": {
      const facts = { file: csv, bytes: found.sizeBytes, limit: EMBEDDED_MAX_BYTES };
      return failure([diagnose("csv-too-large", facts, where)]);
    }
  }
  // Findings name the file as it lies beside the brief, so that an editor opens it.
  const file = path.join(path.dirname(where.file), csv);
  const text = decodeText(file, found.bytes);
  if (!text.ok) return text;
  // Loaded for those who need it: most briefs have no table.
  const { parseTable } = await import("../edition/parse-table.ts");
  return parseTable(text.value, file);
}
