import { pointInTime } from "../../brief/point-in-time.ts";
import { fillLabel } from "../fill-label.ts";
import type { Labels } from "../labels.ts";
import { type ChartData, type ChartPoint, labelsOf, seriesOf } from "./chart-data.ts";
import { labelText } from "./format-when.ts";

/** Points that are named one by one; of more, those at both ends. */
const NAMED_MAX = 8;
const NAMED_AT_START = 4;

/** What the chart shows, in words of the edition’s language, for those who cannot see it. */
export function describeChart(data: ChartData): string {
  switch (data.type) {
    case "bar":
      return sentence(describeRank(data));
    case "grouped-bar":
      return sentence(describeGroups(data));
    case "line":
      return sentence(describeCourses(data));
    case "slope":
      return sentence(describeMoments(data));
    case "dot-range":
      return sentence(describeIntervals(data));
  }
}

/** What a small line shows, in words. */
export function describeTrend(
  values: readonly number[],
  format: (value: number) => string,
  words: Labels["chart"],
): string {
  const text = (value: number | undefined) => format(value ?? 0);
  return fillLabel(words.trend, {
    first: text(values[0]),
    last: text(values.at(-1)),
    high: text(Math.max(...values)),
    low: text(Math.min(...values)),
  });
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

function describeRank({ points, numbers, words, lang }: ChartData): string {
  const named = (template: string, { label, value }: ChartPoint) =>
    fillLabel(template, { label: labelText(label, lang), value: numbers.exact(value) });
  const values = points.map(({ value }) => value);
  if (points.length > 1 && new Set(values).size === 1) {
    return fillLabel(words.equal, { value: numbers.exact(values[0] ?? 0) });
  }
  // Losses are ranked from the greatest loss.
  const isFalling = values.every((value) => value <= 0);
  const ranked = [...points].sort((one, other) => (isFalling ? 1 : -1) * (one.value - other.value));
  const [first, ...rest] = ranked;
  if (first === undefined) return "";
  if (rest.length === 0) return named(words.point, first);
  const head = named(isFalling ? words.lowest : words.highest, first);
  const isLong = ranked.length > NAMED_MAX;
  const followers = (isLong ? rest.slice(0, NAMED_AT_START - 1) : rest).map((point) =>
    named(words.point, point),
  );
  const tail = isLong
    ? lastOf(ranked, named(isFalling ? words.highest : words.lowest, rest.at(-1) ?? first), words)
    : [];
  return [head, fillLabel(words.followedBy, { items: followers.join(words.separator) }), ...tail].join(
    words.separator,
  );
}

const lastOf = (ranked: readonly ChartPoint[], last: string, words: Labels["chart"]): string[] => [
  fillLabel(words.more, { count: String(ranked.length - NAMED_AT_START - 1) }),
  last,
];

function describeGroups({ points, numbers, words, lang }: ChartData): string {
  return labelsOf(points)
    .map((label) => {
      const items = points
        .filter((point) => point.label === label)
        .map(({ series = "", value }) => `${labelText(series, lang)} ${numbers.exact(value)}`);
      return fillLabel(words.group, { label: labelText(label, lang), items: items.join(", ") });
    })
    .join(words.separator);
}

function describeCourses(data: ChartData): string {
  const names = seriesOf(data.points);
  if (names.length === 0) return describeCourse(data.points, data);
  return names
    .map((label) =>
      fillLabel(data.words.group, {
        label,
        items: describeCourse(
          data.points.filter(({ series }) => series === label),
          data,
        ),
      }),
    )
    .join(". ");
}

function describeCourse(points: readonly ChartPoint[], { numbers, words, lang }: ChartData): string {
  const inOrder = inTime(points);
  const values = inOrder.map(({ value }) => value);
  const [first] = inOrder;
  const last = inOrder.at(-1);
  if (first === undefined || last === undefined) return "";
  const at = (point: ChartPoint) => ({ value: numbers.exact(point.value), at: labelText(point.label, lang) });
  if (inOrder.length === 1) return fillLabel(words.point, { label: at(first).at, value: at(first).value });
  const ends = { first: at(first).value, from: at(first).at, last: at(last).value, to: at(last).at };
  if (new Set(values).size === 1) return fillLabel(words.unchanged, ends);
  const peak = inOrder.find(({ value }) => value === Math.max(...values)) ?? first;
  const trough = inOrder.find(({ value }) => value === Math.min(...values)) ?? first;
  const between = [
    ...(peak === first || peak === last ? [] : [fillLabel(words.peak, at(peak))]),
    ...(trough === first || trough === last ? [] : [fillLabel(words.trough, at(trough))]),
  ];
  return [fillLabel(words.course, ends), ...between].join(words.separator);
}

/** Points in the order in which they are drawn: dates by time, other labels as they are. */
function inTime(points: readonly ChartPoint[]): ChartPoint[] {
  const timeOf = ({ label }: ChartPoint) => pointInTime(label)?.time ?? 0;
  return [...points].sort((one, other) => timeOf(one) - timeOf(other));
}

function describeMoments({ points, numbers, words, lang }: ChartData): string {
  const [from = "", to = ""] = seriesOf(points);
  const items = labelsOf(points).map((label) => {
    const at = (moment: string) =>
      numbers.exact(points.find((point) => point.label === label && point.series === moment)?.value ?? 0);
    return fillLabel(words.change, { label: labelText(label, lang), first: at(from), last: at(to) });
  });
  return fillLabel(words.moments, {
    from: labelText(from, lang),
    to: labelText(to, lang),
    items: items.join(words.separator),
  });
}

function describeIntervals({ points, numbers, words, lang }: ChartData): string {
  return points
    .map(({ label, value, low = value, high = value }) =>
      fillLabel(words.between, {
        label: labelText(label, lang),
        value: numbers.exact(value),
        low: numbers.exact(low),
        high: numbers.exact(high),
      }),
    )
    .join(words.separator);
}
