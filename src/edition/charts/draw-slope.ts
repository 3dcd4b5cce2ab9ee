import { type ChartData, labelsOf, seriesOf } from "./chart-data.ts";
import { labelText } from "./format-when.ts";
import type { Plotter } from "./plotter.ts";
import { serializeSvg } from "./serialize-svg.ts";
import { CHART_WIDTH, FONT_PX, GAP_PX, LINE_PX } from "./sheet.ts";
import { spreadLabels } from "./spread-labels.ts";
import { textWidth, wrapText } from "./text-width.ts";
import { valueDomain } from "./value-domain.ts";

const NAME_MAX = 120;
const FIELD_MIN_PX = 90;
/** Lines that may all be drawn in the strongest colour before it loses its strength. */
const FEW = 4;

interface Slope {
  readonly lines: readonly string[];
  readonly first: number;
  readonly last: number;
  readonly isLit: boolean;
}

/** One line a label, between two moments; names stand at the left, values at both ends. */
export function drawSlope(data: ChartData, plotter: Plotter, description: string): string {
  const { plot, document } = plotter;
  const { numbers, highlight, points } = data;
  const moments = seriesOf(points);
  const labels = labelsOf(points);
  const nameLines = labels.length <= 5 ? 2 : 1;
  const slopes = labels.map((label): Slope => {
    const valueAt = (moment: string | undefined) =>
      points.find((point) => point.label === label && point.series === moment)?.value ?? 0;
    return {
      lines: wrapText(labelText(label, data.lang), FONT_PX, NAME_MAX, nameLines),
      first: valueAt(moments[0]),
      last: valueAt(moments[1]),
      isLit: label === highlight,
    };
  });

  const valueWidth = (end: "first" | "last") =>
    Math.max(...slopes.map((slope) => textWidth(numbers.short(slope[end]), FONT_PX)));
  const nameWidth = Math.max(...slopes.flatMap(({ lines }) => lines.map((line) => textWidth(line, FONT_PX))));
  const left = nameWidth + valueWidth("first") + 4 * GAP_PX;
  const right = CHART_WIDTH - valueWidth("last") - 2 * GAP_PX;
  const heightOf = ({ lines }: Slope) => lines.length * LINE_PX;
  const field = Math.max(
    FIELD_MIN_PX,
    slopes.reduce((sum, slope) => sum + heightOf(slope), 0),
  );
  const top = LINE_PX * 1.5 + GAP_PX;
  const bottom = top + field - LINE_PX;
  const domain = valueDomain(
    points.map(({ value }) => value),
    data.axisStart,
  );
  const y = (value: number) => bottom - ((value - domain[0]) / (domain[1] - domain[0])) * (bottom - top);
  const heights = (end: "first" | "last") =>
    spreadLabels(
      slopes.map((slope) => ({
        y: y(slope[end]),
        height: end === "first" ? heightOf(slope) : LINE_PX,
        rank: y(slope[end === "first" ? "last" : "first"]),
      })),
      top - LINE_PX / 2,
      bottom + LINE_PX / 2,
    );
  const firstYs = heights("first");
  const lastYs = heights("last");
  const placed = slopes.map((slope, index) => ({
    ...slope,
    firstY: firstYs[index] ?? 0,
    lastY: lastYs[index] ?? 0,
  }));
  type Placed = (typeof placed)[number];
  const heads = moments.slice(0, 2).map((moment, index) => {
    const lines = wrapText(labelText(moment, data.lang), FONT_PX, 110, 1);
    const half = textWidth(lines[0] ?? "", FONT_PX) / 2;
    return { text: lines[0] ?? "", x: Math.min(index === 0 ? left : right, CHART_WIDTH - half) };
  });

  const svg = plot.plot({
    document,
    width: CHART_WIDTH,
    height: bottom + LINE_PX / 2 + 1,
    margin: 0,
    axis: null,
    x: { type: "identity" },
    y: { domain, range: [bottom, top] },
    marks: [
      plot.text(heads, {
        x: "x",
        y: { value: () => LINE_PX / 2, scale: null },
        text: "text",
        className: "plot-tick",
      }),
      plot.ruleX([left, right], {
        y1: { value: () => top - LINE_PX / 2, scale: null },
        y2: { value: () => bottom + LINE_PX / 2, scale: null },
        strokeWidth: 0.75,
        className: "plot-grid",
      }),
      [false, true].map((isLit) => {
        const some = placed.filter((slope) => slope.isLit === isLit);
        const bold = isLit ? { fontWeight: 600 } : {};
        const role = isLit || (highlight === undefined && slopes.length <= FEW) ? 1 : 2;
        return [
          plot.link(some, {
            x1: left,
            x2: right,
            y1: "first",
            y2: "last",
            strokeWidth: isLit ? 2.4 : 1.5,
            className: `plot-line plot-${role}`,
          }),
          (["first", "last"] as const).map((end) =>
            plot.dot(some, {
              x: end === "first" ? left : right,
              y: end,
              r: 3,
              fill: "currentColor",
              className: `plot-dot plot-${role}`,
            }),
          ),
          plot.text(some, {
            x: 0,
            y: { value: "firstY", scale: null },
            text: ({ lines }: Placed) => lines.join("\n"),
            textAnchor: "start",
            lineHeight: 1.12,
            className: "plot-label",
            ...bold,
          }),
          plot.text(some, {
            x: left - 2 * GAP_PX,
            y: { value: "firstY", scale: null },
            text: ({ first }: Placed) => numbers.short(first),
            textAnchor: "end",
            className: "plot-value",
            ...bold,
          }),
          plot.text(some, {
            x: right + 2 * GAP_PX,
            y: { value: "lastY", scale: null },
            text: ({ last }: Placed) => numbers.short(last),
            textAnchor: "start",
            className: "plot-value",
            ...bold,
          }),
        ];
      }),
    ],
  });
  return serializeSvg([{ svg, dx: 0 }], {
    className: "plot-of-slope",
    widthPx: CHART_WIDTH,
    heightPx: bottom + LINE_PX / 2 + 1,
    fontPx: FONT_PX,
    description,
  });
}
