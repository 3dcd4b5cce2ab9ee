import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { checkPoints } from "./check-points.ts";
import type { Path, Positions } from "./document-positions.ts";
import { briefSchema } from "./schema.ts";
import { isFields } from "./schema-fields.ts";

/** Checks the chart and the trends of a brief, as far as their own fields are valid; the rest of it need not be. */
export function checkChart(value: unknown, positions: Positions): Diagnostic[] {
  const event = isFields(value) && isFields(value.event) ? value.event : {};
  const figures = Array.isArray(event.figures) ? event.figures : [];
  return [
    ...chartFaults(event.chart, positions),
    ...figures.flatMap((figure: unknown, index) =>
      isFields(figure) && isFields(figure.trend)
        ? dataFaults(
            "trend",
            figure.trend.values,
            figure.trend.csv,
            ["event", "figures", index, "trend"],
            positions,
          )
        : [],
    ),
  ];
}

function chartFaults(written: unknown, positions: Positions): Diagnostic[] {
  if (!isFields(written)) return [];
  const path = ["event", "chart"];
  const faults = dataFaults("chart", written.data, written.csv, path, positions);
  const chart = validChart(written);
  if (chart?.data === undefined) return faults;
  return [
    ...faults,
    ...checkPoints(
      chart,
      chart.data,
      (index) => positions.locate([...path, "data", index]),
      (field) => positions.locate([...path, field]),
    ),
  ];
}

function validChart(written: unknown) {
  const chart = briefSchema.shape.event.shape.chart.safeParse(written);
  return chart.success ? chart.data : undefined;
}

function dataFaults(
  what: "chart" | "trend",
  data: unknown,
  csv: unknown,
  path: Path,
  { locate }: Positions,
): Diagnostic[] {
  const field = what === "chart" ? "data" : "values";
  if (data === undefined && csv === undefined) {
    return [diagnose("chart-no-data", { what, field }, locate(path, { key: true }))];
  }
  return data !== undefined && csv !== undefined
    ? [diagnose("chart-data-twice", { what, field }, locate([...path, "csv"], { key: true }))]
    : [];
}
