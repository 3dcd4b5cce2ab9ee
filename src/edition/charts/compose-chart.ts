import type { Brief } from "../../brief/schema.ts";
import type { DataTable } from "../data-table.ts";
import type { Chart, Trend } from "../edition.ts";
import type { Labels } from "../labels.ts";
import { printable } from "../printable.ts";
import type { ChartData, ChartPoint } from "./chart-data.ts";
import { describeChart, describeTrend } from "./describe-chart.ts";
import { drawBars } from "./draw-bars.ts";
import { drawLine } from "./draw-line.ts";
import { drawRanges } from "./draw-ranges.ts";
import { drawSlope } from "./draw-slope.ts";
import { drawSparkline } from "./draw-sparkline.ts";
import { numberFormat } from "./number-format.ts";
import type { Plotter } from "./plotter.ts";
import { readPoints, readValues } from "./read-points.ts";
import { tabulateChart } from "./tabulate-chart.ts";

type BriefChart = NonNullable<Brief["event"]["chart"]>;
type BriefTrend = NonNullable<Brief["event"]["figures"][number]["trend"]>;

/** What charts are made with. */
export interface ChartDesk {
  readonly lang: string;
  readonly labels: Labels;
  readonly tables: ReadonlyMap<string, DataTable>;
  readonly plotter?: Plotter | undefined;
}

/** The chart drawn, described and tabulated; its references are the caller’s. */
export function composeChart(
  chart: BriefChart,
  { lang, labels, tables, plotter }: ChartDesk,
): Omit<Chart, "caveat" | "citations"> {
  const points = (chart.data ?? readPoints(tableOf(chart.csv, tables)).points).map(printablePoint);
  const unit = chart.unit === undefined ? null : printable(chart.unit);
  const values = points.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]);
  const data: ChartData = {
    type: chart.type,
    points,
    unit,
    axisStart: chart.axisStart,
    highlight: chart.highlight === undefined ? undefined : printable(chart.highlight),
    numbers: numberFormat(values, unit, lang),
    lang,
    words: labels.chart,
  };
  const text = chart.alt === undefined ? describeChart(data) : printable(chart.alt);
  return {
    title: printable(chart.title),
    unit: data.numbers.isUnitShown ? null : unit,
    drawing: { html: DRAW[chart.type](data, needed(plotter), text), text },
    table: tabulateChart(data),
  };
}

/** The small line of a figure, drawn and described. */
export function composeTrend(trend: BriefTrend, { lang, labels, tables, plotter }: ChartDesk): Trend {
  const values = trend.values ?? readValues(tableOf(trend.csv, tables)).values;
  const numbers = numberFormat(values, null, lang);
  const text = describeTrend(values, numbers.exact, labels.chart);
  const label = printable(trend.label);
  const description = `${label}: ${text}`;
  return { label, drawing: { html: drawSparkline(values, needed(plotter), description), text } };
}

const DRAW = {
  bar: drawBars,
  "grouped-bar": drawBars,
  line: drawLine,
  slope: drawSlope,
  "dot-range": drawRanges,
};

function printablePoint({ label, series, ...numbers }: ChartPoint): ChartPoint {
  return {
    ...numbers,
    label: printable(label),
    series: series === undefined ? undefined : printable(series),
  };
}

function tableOf(csv: string | undefined, tables: ReadonlyMap<string, DataTable>): DataTable {
  const table = tables.get(csv ?? "");
  if (table === undefined)
    throw new Error(`The table ${csv} was not loaded before its edition was composed.`);
  return table;
}

function needed(plotter: Plotter | undefined): Plotter {
  if (plotter === undefined)
    throw new Error("A brief with a chart is composed with a plotter; see loadPlotter.");
  return plotter;
}
