import { type ChartData, labelsOf } from "./chart-data.ts";
import { labelText } from "./format-when.ts";
import { layOutRows } from "./lay-out-rows.ts";
import type { Plotter } from "./plotter.ts";
import { serializeSvg } from "./serialize-svg.ts";
import { CHART_WIDTH, COLUMN_GAP_PX, FONT_PX, GAP_PX, LINE_PX } from "./sheet.ts";
import { textWidth } from "./text-width.ts";
import { ticksWithin } from "./ticks.ts";
import { valueDomain } from "./value-domain.ts";

/** Estimates as dots on the interval that they may lie in; the numbers stand in a column at the right. */
export function drawRanges(data: ChartData, plotter: Plotter, description: string): string {
  const { plot, document } = plotter;
  const { numbers, highlight, points, lang } = data;
  const labels = labelsOf(points);
  const layout = layOutRows(
    labels.map((label) => ({ label: labelText(label, lang), rowCount: 1 })),
    20,
    0.3,
  );
  // Two columns are too narrow for the ends of the intervals in figures; the table has them.
  const hasIntervals = layout.columnCount === 1;
  const rows = layout.groups.flatMap((group, index) => {
    const point = points.find(({ label }) => label === labels[index]);
    if (point === undefined) return [];
    const { value, low = value, high = value } = point;
    return [
      {
        ...group,
        y: group.rowYs[0] ?? 0,
        value,
        low,
        high,
        text: numbers.short(value),
        interval: numbers.interval(low, high),
        isLit: point.label === highlight,
      },
    ];
  });
  type Row = (typeof rows)[number];

  const valueWidth = Math.max(...rows.map(({ text }) => textWidth(text, FONT_PX)));
  const intervalWidth = hasIntervals
    ? Math.max(...rows.map(({ interval }) => textWidth(interval, FONT_PX))) + GAP_PX
    : -GAP_PX;
  const left = layout.labelWidth + 4;
  const right = layout.columnWidth - valueWidth - intervalWidth - 3 * GAP_PX;
  const domain = valueDomain(
    rows.flatMap(({ low, value, high }) => [low, value, high]),
    data.axisStart,
  );
  const ticks = ticksFor(domain, right - left, (tick) => textWidth(numbers.tick(tick), FONT_PX));
  const height = layout.height + GAP_PX + LINE_PX;

  const layers = Array.from({ length: layout.columnCount }, (_, column) => {
    const inColumn = rows.filter((row) => row.column === column);
    // Where labels stand above their rows, no line of the grid crosses them.
    const spans =
      layout.labelWidth > 0
        ? [[0, layout.height + 2] as const]
        : inColumn.map(({ y }) => [y - LINE_PX / 2, y + LINE_PX / 2] as const);
    const x = (value: number) => left + ((value - domain[0]) / (domain[1] - domain[0])) * (right - left);
    const svg = plot.plot({
      document,
      width: layout.columnWidth,
      height,
      margin: 0,
      axis: null,
      x: { domain, range: [left, right] },
      y: { type: "identity" },
      marks: [
        [false, true].map((isZero) =>
          plot.ruleX(
            spans.flatMap(([y1, y2]) =>
              ticks.filter((tick) => (tick === 0) === isZero).map((tick) => ({ tick, y1, y2 })),
            ),
            {
              x: "tick",
              y1: "y1",
              y2: "y2",
              strokeWidth: isZero ? 1 : 0.75,
              className: isZero ? "plot-zero" : "plot-grid",
            },
          ),
        ),
        plot.text(ticks, {
          x: {
            value: (tick: number) => {
              const half = textWidth(numbers.tick(tick), FONT_PX) / 2;
              return Math.min(Math.max(x(tick), half), layout.columnWidth - half);
            },
            scale: null,
          },
          y: layout.height + GAP_PX + LINE_PX / 2,
          text: (tick: number) => numbers.tick(tick),
          className: "plot-tick",
        }),
        [false, true].map((isLit) => {
          const some = inColumn.filter((row) => row.isLit === isLit);
          const bold = isLit ? { fontWeight: 600 } : {};
          const role = highlight !== undefined && !isLit ? 2 : 1;
          return [
            plot.ruleY(some, {
              y: "y",
              x1: "low",
              x2: "high",
              strokeWidth: isLit ? 4 : 3,
              strokeLinecap: "round",
              className: `plot-interval plot-${role}`,
            }),
            plot.dot(some, {
              x: "value",
              y: "y",
              r: isLit ? 4.5 : 4,
              fill: "currentColor",
              className: `plot-dot plot-${role}`,
            }),
            plot.text(some, {
              x: { value: () => 0, scale: null },
              y: "labelY",
              text: ({ lines }: Row) => lines.join("\n"),
              textAnchor: "start",
              lineHeight: 1.12,
              className: "plot-label",
              ...bold,
            }),
            plot.text(some, {
              x: { value: () => right + 2 * GAP_PX + valueWidth, scale: null },
              y: "y",
              text: "text",
              textAnchor: "end",
              className: "plot-value",
              ...bold,
            }),
            plot.text(hasIntervals ? some : [], {
              x: { value: () => layout.columnWidth, scale: null },
              y: "y",
              text: "interval",
              textAnchor: "end",
              className: "plot-tick",
            }),
          ];
        }),
      ],
    });
    return { svg, dx: column * (layout.columnWidth + COLUMN_GAP_PX) };
  });
  return serializeSvg(layers, {
    className: "plot-of-dot-range",
    widthPx: CHART_WIDTH,
    heightPx: height,
    fontPx: FONT_PX,
    description,
  });
}

/** As many ticks as stand apart below the field. */
function ticksFor(
  domain: readonly [number, number],
  widthPx: number,
  labelWidth: (tick: number) => number,
): number[] {
  for (const most of [4, 3, 2]) {
    const ticks = ticksWithin(...domain, most);
    const labelsPx = ticks.reduce((sum, tick) => sum + labelWidth(tick) + 8, 0);
    if (labelsPx <= widthPx) return ticks;
  }
  return ticksWithin(...domain, 1);
}
