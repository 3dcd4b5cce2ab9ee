import { type Diagnostic, diagnose, type Place } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import { pointInTime } from "./point-in-time.ts";
import { type Brief, CHART_POINTS_MAX } from "./schema.ts";

type BriefChart = NonNullable<Brief["event"]["chart"]>;
type Head = Pick<BriefChart, "type" | "axisStart" | "highlight" | "sources">;
type Point = Omit<NonNullable<BriefChart["data"]>[number], "sources"> & {
  readonly sources?: readonly string[] | undefined;
};

/** The most lines, groups or moments of one chart: more cannot be told apart. */
const SERIES_MAX = 4;
/** The most lines of a slope that can be named at their ends. */
const SLOPES_MAX = 12;

/** Checks that the points of a chart, from wherever they come, can be drawn as what the chart says it is. */
export function checkPoints(
  chart: Head,
  points: readonly Point[],
  placeOfPoint: (index: number) => Place,
  placeOfChart: (field: string) => Place,
): Diagnostic[] {
  return [
    ...checkSeries(chart, points, placeOfPoint, placeOfChart),
    ...checkRepeats(points, placeOfPoint),
    ...checkCount(chart, points, placeOfChart),
    ...checkIntervals(chart, points, placeOfPoint),
    ...checkDates(chart, points, placeOfPoint),
    ...checkAxis(chart, points, placeOfChart),
    ...checkHighlight(chart, points, placeOfChart),
    ...checkSources(chart, points, placeOfPoint),
  ];
}

/** Checks that the values of a trend make a line that can be read. */
export function checkValues(values: readonly number[], where: Place): Diagnostic[] {
  if (values.length < 2) return [diagnose("trend-too-short", { count: values.length }, where)];
  if (values.length <= CHART_POINTS_MAX) return [];
  return [
    diagnose("chart-too-many", { what: "values", count: values.length, limit: CHART_POINTS_MAX }, where),
  ];
}

const seriesOf = (points: readonly Point[]): string[] => [
  ...new Set(points.flatMap(({ series }) => series ?? [])),
];
const labelsOf = (points: readonly Point[]): string[] => [...new Set(points.map(({ label }) => label))];

function checkSeries(
  { type }: Head,
  points: readonly Point[],
  placeOfPoint: (index: number) => Place,
  placeOfChart: (field: string) => Place,
): Diagnostic[] {
  const withSeries = points.filter(({ series }) => series !== undefined);
  if (type === "bar" || type === "dot-range") {
    const index = points.findIndex(({ series }) => series !== undefined);
    return index === -1 ? [] : [diagnose("chart-series-unused", { type }, placeOfPoint(index))];
  }
  const isNeeded = type !== "line" || withSeries.length > 0;
  const missing = points.findIndex(({ series }) => series === undefined);
  if (isNeeded && missing !== -1) return [diagnose("chart-series-missing", { type }, placeOfPoint(missing))];
  const names = seriesOf(points);
  if (type === "grouped-bar" && names.length === 1) {
    return [diagnose("chart-series-one", { series: names[0] ?? "" }, placeOfChart("type"))];
  }
  if (type !== "slope") return [];
  if (names.length !== 2) return [diagnose("chart-moments", { moments: names }, placeOfChart("type"))];
  return labelsOf(points).flatMap((label) => {
    const own = points.filter((point) => point.label === label);
    const absent = names.find((name) => own.every(({ series }) => series !== name));
    const index = points.findIndex((point) => point.label === label);
    return absent === undefined
      ? []
      : [diagnose("chart-moment-missing", { label, moment: absent }, placeOfPoint(index))];
  });
}

function checkRepeats(points: readonly Point[], placeOfPoint: (index: number) => Place): Diagnostic[] {
  const seen = new Set<string>();
  return points.flatMap(({ label, series }, index) => {
    const key = JSON.stringify([label, series]);
    if (seen.has(key)) return [diagnose("chart-label-twice", { label, series }, placeOfPoint(index))];
    seen.add(key);
    return [];
  });
}

function checkCount(
  { type }: Head,
  points: readonly Point[],
  placeOfChart: (field: string) => Place,
): Diagnostic[] {
  const tooMany = (what: "points" | "bars" | "lines" | "series", count: number, limit: number) =>
    count > limit ? [diagnose("chart-too-many", { what, count, limit }, placeOfChart("type"))] : [];
  const series = seriesOf(points).length;
  const labels = labelsOf(points).length;
  switch (type) {
    case "bar":
    case "dot-range":
      return tooMany("points", points.length, CHART_POINTS_MAX);
    case "grouped-bar":
      return [...tooMany("series", series, SERIES_MAX), ...tooMany("bars", points.length, CHART_POINTS_MAX)];
    case "line":
      return [...tooMany("series", series, SERIES_MAX), ...tooMany("points", labels, CHART_POINTS_MAX)];
    case "slope":
      return tooMany("lines", labels, SLOPES_MAX);
  }
}

function checkIntervals(
  { type }: Head,
  points: readonly Point[],
  placeOfPoint: (index: number) => Place,
): Diagnostic[] {
  return points.flatMap(({ label, value, low, high }, index) => {
    if (type !== "dot-range") {
      return low === undefined && high === undefined
        ? []
        : [diagnose("chart-interval-unused", { type, label }, placeOfPoint(index))];
    }
    if (low === undefined || high === undefined) {
      return [diagnose("chart-interval-missing", { label }, placeOfPoint(index))];
    }
    return low <= value && value <= high
      ? []
      : [diagnose("chart-interval-order", { label, low, value, high }, placeOfPoint(index))];
  });
}

function checkDates(
  { type }: Head,
  points: readonly Point[],
  placeOfPoint: (index: number) => Place,
): Diagnostic[] {
  if (type !== "line") return [];
  const dated = points.filter(({ label }) => pointInTime(label) !== undefined);
  if (dated.length === 0 || dated.length === points.length) return [];
  const index = points.findIndex(({ label }) => pointInTime(label) === undefined);
  const label = points[index]?.label ?? "";
  return [diagnose("chart-dates-mixed", { label, date: dated[0]?.label ?? "" }, placeOfPoint(index))];
}

function checkAxis(
  { type, axisStart }: Head,
  points: readonly Point[],
  placeOfChart: (field: string) => Place,
): Diagnostic[] {
  if (axisStart === undefined) return [];
  if (type === "bar" || type === "grouped-bar") {
    return [diagnose("chart-bar-start", { axisStart }, placeOfChart("axisStart"))];
  }
  const lowest = Math.min(...points.map(({ value, low }) => Math.min(value, low ?? value)));
  return lowest < axisStart
    ? [diagnose("chart-axis-start", { axisStart, lowest }, placeOfChart("axisStart"))]
    : [];
}

function checkHighlight(
  { highlight }: Head,
  points: readonly Point[],
  placeOfChart: (field: string) => Place,
): Diagnostic[] {
  const names = [...labelsOf(points), ...seriesOf(points)];
  if (highlight === undefined || names.includes(highlight)) return [];
  const facts = { highlight, suggestion: suggest(highlight, names) };
  return [diagnose("chart-highlight-unknown", facts, placeOfChart("highlight"))];
}

function checkSources(
  { sources }: Head,
  points: readonly Point[],
  placeOfPoint: (index: number) => Place,
): Diagnostic[] {
  if (sources !== undefined && sources.length > 0) return [];
  const index = points.findIndex((point) => (point.sources ?? []).length === 0);
  if (index === -1) return [];
  const isNone = points.every((point) => (point.sources ?? []).length === 0);
  return [
    diagnose("chart-source-missing", { label: points[index]?.label ?? "", isNone }, placeOfPoint(index)),
  ];
}
