import { pointInTime } from "../../brief/point-in-time.ts";
import type { ChartTable } from "../edition.ts";
import { type ChartData, labelsOf, seriesOf } from "./chart-data.ts";
import { labelText } from "./format-when.ts";

/** The chart’s data as a table with every digit: one row a label, one column a series or an end of the interval. */
export function tabulateChart({ type, points, numbers, words, lang }: ChartData): ChartTable {
  const labels = labelsOf(points);
  const series = seriesOf(points);
  const isDated = labels.every((label) => pointInTime(label) !== undefined);
  const head = isDated ? words.date : words.item;
  const pointsAt = (label: string) => points.filter((point) => point.label === label);

  if (type === "dot-range") {
    return {
      columns: [head, words.value, words.low, words.high],
      rows: points.map(({ label, value, low = value, high = value }) => ({
        label: labelText(label, lang),
        cells: [value, low, high].map(numbers.exact),
      })),
    };
  }
  if (series.length === 0) {
    return {
      columns: [head, words.value],
      rows: points.map(({ label, value }) => ({
        label: labelText(label, lang),
        cells: [numbers.exact(value)],
      })),
    };
  }
  return {
    columns: [head, ...series.map((name) => labelText(name, lang))],
    rows: labels.map((label) => ({
      label: labelText(label, lang),
      cells: series.map((name) => {
        const point = pointsAt(label).find((candidate) => candidate.series === name);
        return point === undefined ? "" : numbers.exact(point.value);
      }),
    })),
  };
}
