import { type ChartData, type ChartPoint, labelsOf, seriesOf } from "./chart-data.ts";
import { type BarScale, fitBars, type NegativeLabels } from "./fit-bars.ts";
import { labelText } from "./format-when.ts";
import { layOutRows, type RowLayout } from "./lay-out-rows.ts";
import type { Plotter } from "./plotter.ts";
import { type Layer, serializeSvg } from "./serialize-svg.ts";
import { CHART_WIDTH, COLUMN_GAP_PX, FONT_PX, GAP_PX } from "./sheet.ts";
import { textWidth, wrapText } from "./text-width.ts";

interface Bar {
  readonly column: number;
  readonly value: number;
  readonly top: number;
  readonly middle: number;
  readonly bottom: number;
  readonly text: string;
  /** Name of the series, written once, in the first group. */
  readonly name: string;
  readonly className: string;
  readonly isLit: boolean;
}

/** How text is set off. */
const LIT = { fontWeight: 600 };
/** Ways to write beside bars, each saving more room than the one before: for names of series, the widest in px. */
const WRITINGS: readonly Writing[] = [
  { nameMaxPx: 90, negativeLabels: "beyond" },
  { nameMaxPx: 90, negativeLabels: "opposite" },
  { nameMaxPx: 55, negativeLabels: "opposite" },
  { nameMaxPx: 25, negativeLabels: "opposite" },
];
/** The longest bar is at least this long, or room is saved. */
const BAR_MIN_PX = 60;

interface Writing {
  readonly nameMaxPx: number;
  readonly negativeLabels: NegativeLabels;
}

/** Horizontal bars from zero, each with its value at its end; bars of one label stand together. */
export function drawBars(data: ChartData, plotter: Plotter, description: string): string {
  const isGrouped = data.type === "grouped-bar";
  const labels = labelsOf(data.points);
  const pointsOf = labels.map((label) => data.points.filter((point) => point.label === label));
  const layout = layOutRows(
    labels.map((label, index) => ({
      label: labelText(label, data.lang),
      rowCount: pointsOf[index]?.length ?? 1,
    })),
    isGrouped ? 15 : 21,
  );
  const wanted = layout.groups.flatMap((group, index) =>
    (pointsOf[index] ?? []).map((point, row) =>
      barOf(point, group.column, group.rowYs[row] ?? 0, index === 0, data, layout),
    ),
  );

  // Where all bars run to the left, their labels stand at zero too: at the right.
  const isMirrored = layout.labelWidth > 0 && wanted.every(({ value }) => value < 0);
  const left = isMirrored ? 0 : layout.labelWidth;
  const right = isMirrored ? layout.columnWidth - layout.labelWidth : layout.columnWidth;
  const { bars, scale, isOpposite } = chooseWriting(wanted, left, right, isMirrored);
  const startsAtZero = ({ value }: Bar) => value < 0 && isOpposite;
  const layers = Array.from(
    { length: layout.columnCount },
    (_, column): Layer => ({
      svg: drawColumn(column),
      dx: column * (layout.columnWidth + COLUMN_GAP_PX),
    }),
  );
  return serializeSvg(layers, {
    className: `plot-of-${data.type}`,
    widthPx: CHART_WIDTH,
    heightPx: layout.height,
    fontPx: FONT_PX,
    description,
  });

  function drawColumn(column: number): Element {
    const { plot, document } = plotter;
    const inColumn = bars.filter((bar) => bar.column === column);
    const groups = layout.groups.flatMap((group, index) =>
      group.column === column ? [{ ...group, isLit: labels[index] === data.highlight }] : [],
    );
    const values = bars.map(({ value }) => value);
    const domain = [Math.min(0, ...values), Math.max(0, ...values)];
    if (domain[0] === domain[1]) domain[1] = 1;
    const range = domain.map((value) => scale.zero + value * scale.perUnit);
    const runsLeft = (bar: Bar) => bar.value < 0 && !startsAtZero(bar);
    const end = (bar: Bar) =>
      scale.zero + (startsAtZero(bar) ? 0 : bar.value * scale.perUnit) + (runsLeft(bar) ? -GAP_PX : GAP_PX);
    const beyond = (bar: Bar) =>
      end(bar) + (runsLeft(bar) ? -1 : 1) * (textWidth(bar.text, FONT_PX) + GAP_PX);
    const texts = (side: readonly Bar[], anchor: "start" | "end") => [
      ...[true, false].map((isLit) =>
        plot.text(
          side.filter((bar) => bar.isLit === isLit),
          {
            x: { value: end, scale: null },
            y: "middle",
            text: "text",
            textAnchor: anchor,
            className: "plot-value",
            ...(isLit ? LIT : {}),
          },
        ),
      ),
      plot.text(
        side.filter(({ name }) => name !== ""),
        {
          x: { value: beyond, scale: null },
          y: "middle",
          text: "name",
          textAnchor: anchor,
          className: "plot-series",
        },
      ),
    ];
    return plot.plot({
      document,
      width: layout.columnWidth,
      height: layout.height,
      margin: 0,
      axis: null,
      x: { domain, range },
      y: { type: "identity" },
      marks: [
        [...new Set(inColumn.map(({ className }) => className))].sort().map((className) =>
          plot.rect(
            inColumn.filter((bar) => bar.className === className),
            {
              x1: 0,
              x2: "value",
              y1: "top",
              y2: "bottom",
              className,
            },
          ),
        ),
        plot.ruleX(zeroSpans(inColumn, layout.labelWidth === 0), {
          x: { value: () => scale.zero, scale: null },
          y1: "top",
          y2: "bottom",
          className: "plot-zero",
        }),
        [true, false].map((isLit) =>
          plot.text(
            groups.filter((group) => group.isLit === isLit),
            {
              x: { value: () => (isMirrored ? scale.zero + 8 : 0), scale: null },
              y: "labelY",
              text: ({ lines }: { lines: readonly string[] }) => lines.join("\n"),
              textAnchor: "start",
              lineHeight: 1.12,
              className: "plot-label",
              ...(isLit ? LIT : {}),
            },
          ),
        ),
        texts(
          inColumn.filter((bar) => !runsLeft(bar)),
          "start",
        ),
        texts(inColumn.filter(runsLeft), "end"),
      ],
    });
  }
}

/** The first way of writing that leaves the bars long enough, or the one that saves most. */
function chooseWriting(
  wanted: readonly Bar[],
  left: number,
  right: number,
  isMirrored: boolean,
): { bars: readonly Bar[]; scale: BarScale; isOpposite: boolean } {
  const largest = Math.max(...wanted.map(({ value }) => Math.abs(value)));
  // Labels of mirrored bars stand where the opposite side would be.
  const ways = WRITINGS.filter(({ negativeLabels }) => !isMirrored || negativeLabels === "beyond");
  const tries = ways.map(({ nameMaxPx, negativeLabels }) => {
    const bars = wanted.map((bar) => ({
      ...bar,
      name: wrapText(bar.name, FONT_PX, nameMaxPx, 1)[0] ?? "",
    }));
    const unfit = bars.map(({ value, text, name }) => ({ value, labelPx: labelWidth(text, name) }));
    const scale = fitBars(unfit, left, right, negativeLabels);
    return { bars, scale, isOpposite: negativeLabels === "opposite", longestPx: largest * scale.perUnit };
  });
  const enough = tries.find(({ longestPx }) => longestPx >= BAR_MIN_PX || largest === 0);
  const most = tries.toSorted((one, other) => other.longestPx - one.longestPx)[0];
  const chosen = enough ?? most;
  if (chosen === undefined) throw new Error("There is always a way to write beside bars.");
  return chosen;
}

function barOf(
  { label, series, value }: ChartPoint,
  column: number,
  middle: number,
  isNamed: boolean,
  { points, highlight, numbers, type }: ChartData,
  { rowHeight }: RowLayout,
): Bar {
  const thickness = type === "bar" ? Math.min(14, rowHeight * 0.68) : rowHeight - 1.5;
  const order = orderOfSeries(points, highlight);
  const isLit = highlight !== undefined && (label === highlight || series === highlight);
  const hasLitLabel = points.some((point) => point.label === highlight);
  const role = series === undefined ? (highlight === undefined || isLit ? 1 : 2) : order.indexOf(series) + 1;
  const isDim = series !== undefined && hasLitLabel && !isLit;
  return {
    column,
    value,
    middle,
    top: middle - thickness / 2,
    bottom: middle + thickness / 2,
    text: numbers.short(value),
    name: isNamed ? (series ?? "") : "",
    className: `plot-bar plot-${role}${isDim ? " plot-dim" : ""}`,
    isLit,
  };
}

/** The line of zero: one down the column, or interrupted where labels stand above the bars. */
function zeroSpans(bars: readonly Bar[], isInterrupted: boolean): { top: number; bottom: number }[] {
  const spans = bars.map(({ top, bottom }) => ({ top: top - 1, bottom: bottom + 1 }));
  if (isInterrupted) return spans;
  return [
    {
      top: Math.min(...spans.map(({ top }) => top)),
      bottom: Math.max(...spans.map(({ bottom }) => bottom)),
    },
  ];
}

/** The highlighted series takes the first, strongest place. */
function orderOfSeries(points: readonly ChartPoint[], highlight: string | undefined): string[] {
  const series = seriesOf(points);
  return highlight !== undefined && series.includes(highlight)
    ? [highlight, ...series.filter((name) => name !== highlight)]
    : series;
}

const labelWidth = (text: string, name: string): number =>
  GAP_PX + textWidth(text, FONT_PX) + (name === "" ? 0 : GAP_PX + textWidth(name, FONT_PX));
