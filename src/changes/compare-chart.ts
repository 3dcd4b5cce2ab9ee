import type { Brief } from "../brief/schema.ts";
import type { Change } from "./change.ts";

type Chart = NonNullable<Brief["event"]["chart"]>;
type Point = NonNullable<Chart["data"]>[number];

/** A chart that came or went, or whose numbers changed; numbers in a CSV file are not seen here. */
export function compareChart(before: Chart | undefined, after: Chart | undefined, locale: string): Change[] {
  if (before === undefined && after === undefined) return [];
  if (before === undefined)
    return [{ kind: "chart-added", subject: after?.title ?? "", before: null, after: after?.title ?? "" }];
  if (after === undefined)
    return [{ kind: "chart-removed", subject: before.title, before: before.title, after: null }];
  if (before.csv !== after.csv) {
    const name = (chart: Chart) => chart.csv ?? null;
    return [{ kind: "chart-changed", subject: after.title, before: name(before), after: name(after) }];
  }
  return comparePoints(before, after, locale);
}

function comparePoints(before: Chart, after: Chart, locale: string): Change[] {
  const [old, now] = [pointsByName(before), pointsByName(after)];
  const changed = [...new Set([...old.keys(), ...now.keys()])].filter(
    (name) => textOf(old.get(name), locale) !== textOf(now.get(name), locale),
  );
  if (changed.length === 0) return [];
  const list = (points: ReadonlyMap<string, Point>) => {
    const texts = changed.flatMap((name) => {
      const text = textOf(points.get(name), locale);
      return text === undefined ? [] : [`${name} ${text}`];
    });
    return texts.length === 0 ? null : texts.join("; ");
  };
  return [{ kind: "chart-changed", subject: after.title, before: list(old), after: list(now) }];
}

const pointsByName = ({ data = [] }: Chart): ReadonlyMap<string, Point> =>
  new Map(data.map((point) => [[point.series, point.label].filter(Boolean).join(", "), point]));

function textOf(point: Point | undefined, locale: string): string | undefined {
  if (point === undefined) return undefined;
  const { format } = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 });
  const ends = [point.low, point.high].map((end) => (end === undefined ? "?" : format(end)));
  const hasInterval = point.low !== undefined || point.high !== undefined;
  return `${format(point.value)}${hasInterval ? ` (${ends.join(" to ")})` : ""}`;
}
