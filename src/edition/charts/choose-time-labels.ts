import type { PointInTime } from "../../brief/point-in-time.ts";
import { formatWhen } from "./format-when.ts";
import { CHART_WIDTH, FONT_PX } from "./sheet.ts";
import { textWidth, wrapText } from "./text-width.ts";

/** A point along the axis below a line. */
export interface AxisPoint {
  readonly label: string;
  readonly at: number;
  readonly when: PointInTime | undefined;
}

/** A label below the lines; `x` is its middle, in px. */
export interface TimeLabel {
  readonly x: number;
  readonly lines: readonly string[];
}

/** The widest that a label in words is, and the least space between two, in px. */
const WORDS_MAX = 64;
const SPACE_PX = 10;

/** Labels below the lines: the first, the last and as many between as stand well apart, at even steps. */
export function chooseTimeLabels(
  points: readonly AxisPoint[],
  x: (at: number) => number,
  lang: string,
): TimeLabel[] {
  const last = points.length - 1;
  for (let step = 1; step <= last; step += 1) {
    const chosen = points.filter(
      (_, index) => (index % step === 0 && last - index >= step) || index === last,
    );
    const labels = labelsFor(chosen, x, lang);
    if (areApart(labels)) return labels;
  }
  return labelsFor(points.slice(-1), x, lang);
}

function labelsFor(points: readonly AxisPoint[], x: (at: number) => number, lang: string): TimeLabel[] {
  return points.map(({ label, at, when }, index) => {
    const yearBefore = yearOf(points[index - 1]?.when);
    const lines =
      when === undefined
        ? wrapText(label, FONT_PX, WORDS_MAX, 2)
        : [formatWhen(when, lang, yearOf(when) !== yearBefore)];
    const half = widthOf(lines) / 2;
    return { x: Math.min(Math.max(x(at), half), CHART_WIDTH - half), lines };
  });
}

const yearOf = (when: PointInTime | undefined): number | undefined =>
  when === undefined ? undefined : new Date(when.time).getUTCFullYear();

const widthOf = (lines: readonly string[]): number =>
  Math.max(...lines.map((line) => textWidth(line, FONT_PX)));

function areApart(labels: readonly TimeLabel[]): boolean {
  return labels.every(({ x, lines }, index) => {
    const before = labels[index - 1];
    return before === undefined || x - widthOf(lines) / 2 >= before.x + widthOf(before.lines) / 2 + SPACE_PX;
  });
}
