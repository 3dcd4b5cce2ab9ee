import { type PointInTime, pointInTime } from "../../brief/point-in-time.ts";
import { type ChartData, type ChartPoint, labelsOf, seriesOf } from "./chart-data.ts";
import { chooseTimeLabels, type TimeLabel } from "./choose-time-labels.ts";
import type { Plotter } from "./plotter.ts";
import { serializeSvg } from "./serialize-svg.ts";
import { CHART_WIDTH, FONT_PX, GAP_PX, LINE_PX } from "./sheet.ts";
import { spreadLabels } from "./spread-labels.ts";
import { textWidth, wrapText } from "./text-width.ts";
import { ticksAround, ticksWithin } from "./ticks.ts";
import { valueDomain } from "./value-domain.ts";

/** Height of the lines’ field, and of the strip of labels below it, in px. */
const FIELD_PX = 112;
const END_LABEL_MAX = 96;
const TICKS_MAX = 5;

/** One line: its points in order, the strength with which it is drawn, and what stands at its end. */
interface Course {
  readonly points: readonly Dot[];
  readonly role: number;
  readonly isLit: boolean;
  readonly lines: readonly string[];
}

interface Dot {
  readonly at: number;
  readonly value: number;
}

/** Lines over dates at their true distance, or over labels in order; each is named where it ends. */
export function drawLine(data: ChartData, plotter: Plotter, description: string): string {
  const { plot, document } = plotter;
  const { numbers, highlight } = data;
  const positions = positionsOf(data.points);
  const courses = coursesOf(data, positions);
  const values = data.points.map(({ value }) => value);
  const wanted = valueDomain(values, data.axisStart);
  const ticks = data.axisStart === undefined ? ticksAround(...wanted) : ticksWithin(...wanted, TICKS_MAX);
  const domain = [Math.min(wanted[0], ...ticks), Math.max(wanted[1], ...ticks)] as const;

  const tickWidth = Math.max(0, ...ticks.map((tick) => textWidth(numbers.tick(tick), FONT_PX)));
  const endWidth = Math.max(...courses.flatMap(({ lines }) => lines.map((line) => textWidth(line, FONT_PX))));
  const left = tickWidth + GAP_PX + 3;
  const right = CHART_WIDTH - endWidth - GAP_PX - 3;
  const top = LINE_PX / 2;
  const bottom = top + FIELD_PX;

  const x = scaleBetween([Math.min(...positions.values()), Math.max(...positions.values())], [left, right]);
  const y = scaleBetween(domain, [bottom, top]);
  const timeLabels = chooseTimeLabels(timesOf(data, positions), x, data.lang);
  const stripLines = Math.max(...timeLabels.map(({ lines }) => lines.length));
  const height = bottom + GAP_PX + stripLines * LINE_PX + 1;
  const ends = spreadLabels(
    courses.map(({ points, lines }) => ({ y: y(points.at(-1)?.value ?? 0), height: lines.length * LINE_PX })),
    0,
    bottom + LINE_PX / 2,
  );
  const lit = courses.flatMap(({ points }) => litPoints(points, positions.get(highlight ?? "")));

  const svg = plot.plot({
    document,
    width: CHART_WIDTH,
    height,
    margin: 0,
    axis: null,
    x: { type: "identity" },
    y: { domain, range: [bottom, top] },
    marks: [
      plot.ruleY(
        ticks.filter((tick) => tick !== 0),
        { x1: left, x2: right, strokeWidth: 0.75, className: "plot-grid" },
      ),
      plot.ruleY(
        ticks.filter((tick) => tick === 0),
        { x1: left, x2: right, className: "plot-zero" },
      ),
      plot.text(ticks, {
        x: tickWidth,
        y: (tick: number) => tick,
        text: (tick: number) => numbers.tick(tick),
        textAnchor: "end",
        className: "plot-tick",
      }),
      plot.text(timeLabels, {
        x: "x",
        y: { value: ({ lines }: TimeLabel) => bottom + GAP_PX + (lines.length * LINE_PX) / 2, scale: null },
        text: ({ lines }: TimeLabel) => lines.join("\n"),
        lineHeight: 1.12,
        className: "plot-tick",
      }),
      [...courses]
        .sort((one, other) => other.role - one.role)
        .map(({ points, role, isLit }) => [
          plot.line(points, {
            x: ({ at }: Dot) => x(at),
            y: "value",
            strokeWidth: isLit || (role === 1 && highlight === undefined) ? 2.2 : 1.5,
            ...(DASHES[role] === undefined ? {} : { strokeDasharray: DASHES[role] }),
            className: `plot-line plot-${role}`,
          }),
          plot.dot(points.slice(-1), {
            x: ({ at }: Dot) => x(at),
            y: "value",
            r: 3,
            fill: "currentColor",
            className: `plot-dot plot-${role}`,
          }),
        ]),
      plot.dot(lit, {
        x: ({ at }) => x(at),
        y: "value",
        r: 3.5,
        fill: "currentColor",
        className: "plot-dot plot-1",
      }),
      plot.text(
        lit.filter(({ isEnd }) => !isEnd),
        {
          x: ({ at, value }) => inside(x(at), textWidth(numbers.short(value), FONT_PX), left, right),
          y: { value: ({ value, isLow }) => beside(y(value), isLow), scale: null },
          text: ({ value }) => numbers.short(value),
          fontWeight: 600,
          className: "plot-value",
        },
      ),
      courses.map(({ lines, isLit }, index) =>
        plot.text([lines], {
          x: right + GAP_PX + 3,
          y: { value: [ends[index] ?? 0], scale: null },
          text: [lines.join("\n")],
          textAnchor: "start",
          lineHeight: 1.12,
          className: "plot-series",
          ...(isLit || courses.length === 1 ? { fontWeight: 600 } : {}),
        }),
      ),
    ],
  });
  return serializeSvg([{ svg, dx: 0 }], {
    className: "plot-of-line",
    widthPx: CHART_WIDTH,
    heightPx: height,
    fontPx: FONT_PX,
    description,
  });
}

/** The height of a number below or above a point, where the field has room. */
function beside(y: number, isLow: boolean): number {
  const isBelow = isLow ? y + 1.5 * LINE_PX <= FIELD_PX + LINE_PX / 2 : y < 1.5 * LINE_PX;
  return y + (isBelow ? 11 : -11);
}

interface LitPoint extends Dot {
  /** Whether the line comes down to it, so that its number stands below. */
  readonly isLow: boolean;
  /** Whether its number stands at the line’s end already. */
  readonly isEnd: boolean;
}

/** The point of a line that is set off, if it has one. */
function litPoints(points: readonly Dot[], at: number | undefined): LitPoint[] {
  return points.flatMap((point, index) => {
    if (point.at !== at) return [];
    const neighbours = [points[index - 1], points[index + 1]].flatMap((other) => other?.value ?? []);
    const mean = neighbours.reduce((sum, value) => sum + value, 0) / neighbours.length;
    return [{ ...point, isLow: mean > point.value, isEnd: index === points.length - 1 }];
  });
}

/** Lines that cross are told apart by their dashes too. */
const DASHES: Readonly<Record<number, string>> = { 3: "5 2.5", 4: "1.5 2.5" };

/** Where each label lies: dates in milliseconds, other labels by their order. */
function positionsOf(points: readonly ChartPoint[]): Map<string, number> {
  const labels = labelsOf(points);
  const times = labels.map((label) => pointInTime(label)?.time);
  const isDated = times.every((time) => time !== undefined);
  return new Map(labels.map((label, index) => [label, (isDated ? times[index] : undefined) ?? index]));
}

function timesOf({ points }: ChartData, positions: ReadonlyMap<string, number>) {
  const isDated = labelsOf(points).every((label) => pointInTime(label) !== undefined);
  return [...positions]
    .map(([label, at]): { label: string; at: number; when: PointInTime | undefined } => ({
      label,
      at,
      when: isDated ? pointInTime(label) : undefined,
    }))
    .sort((one, other) => one.at - other.at);
}

function coursesOf(
  { points, highlight, numbers }: ChartData,
  positions: ReadonlyMap<string, number>,
): Course[] {
  const names: (string | undefined)[] = seriesOf(points);
  const all = names.length === 0 ? [undefined] : names;
  const order = [...all].sort((one, other) => Number(other === highlight) - Number(one === highlight));
  return all.map((name) => {
    const dots = points
      .filter(({ series }) => series === name)
      .map(({ label, value }) => ({ at: positions.get(label) ?? 0, value }))
      .sort((one, other) => one.at - other.at);
    const isLit = name !== undefined && name === highlight;
    return {
      points: dots,
      role: order.indexOf(name) + 1,
      isLit,
      lines: endLines(name, numbers.short(dots.at(-1)?.value ?? 0)),
    };
  });
}

function endLines(name: string | undefined, value: string): string[] {
  if (name === undefined) return [value];
  const line = `${name} ${value}`;
  return textWidth(line, FONT_PX) <= END_LABEL_MAX
    ? [line]
    : [...wrapText(name, FONT_PX, END_LABEL_MAX, 1), value];
}

/** The linear scale from `domain` to `range`; a domain without extent lies in the middle. */
function scaleBetween([low, high]: readonly [number, number], [from, to]: readonly [number, number]) {
  return (value: number): number =>
    low === high ? (from + to) / 2 : from + ((value - low) / (high - low)) * (to - from);
}

/** The middle nearest to `x` of a text that stays between the borders. */
const inside = (x: number, width: number, left: number, right: number): number =>
  Math.min(Math.max(x, left + width / 2), right - width / 2);
