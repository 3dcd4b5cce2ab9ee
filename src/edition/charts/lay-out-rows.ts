import { CHART_HEIGHT, CHART_WIDTH, COLUMN_GAP_PX, FONT_PX, LINE_PX } from "./sheet.ts";
import { textWidth, wrapText } from "./text-width.ts";

/** One label with the rows that stand beside it. */
export interface RowGroup {
  readonly label: string;
  readonly rowCount: number;
}

/** Where the labels and rows of a chart stand, in px. */
export interface RowLayout {
  readonly groups: readonly PlacedGroup[];
  readonly columnCount: number;
  readonly columnWidth: number;
  /** Width that the labels take at the left of a column; 0 where they stand above. */
  readonly labelWidth: number;
  readonly rowHeight: number;
  readonly height: number;
}

export interface PlacedGroup {
  readonly column: number;
  readonly lines: readonly string[];
  /** Middle of the label. */
  readonly labelY: number;
  /** Middles of the rows. */
  readonly rowYs: readonly number[];
}

/** Rows in a column before a second one is begun: as many lines of text as the height holds. */
const ROWS_MAX = Math.floor(CHART_HEIGHT / LINE_PX);

/**
 * Places labels at the left of their rows, above them where they are long and few, in two columns where they are many. Groups
 * of rows stay in one, however high: names of series need its width.
 */
export function layOutRows(groups: readonly RowGroup[], rowMaxHeight: number, labelShare = 0.4): RowLayout {
  const rowCount = groups.reduce((sum, group) => sum + group.rowCount, 0);
  const columnCount = groups.length > ROWS_MAX && groups.length === rowCount ? 2 : 1;
  const columnWidth = (CHART_WIDTH - (columnCount - 1) * COLUMN_GAP_PX) / columnCount;
  const labelMax = columnWidth * labelShare;
  const gap = groups.length < rowCount ? 6 : 0;

  const columns = split(groups, columnCount);
  const tallest = Math.max(
    ...columns.map((column) => column.reduce((sum, group) => sum + group.rowCount, 0)),
  );
  const gaps = gap * Math.max(...columns.map((column) => column.length - 1));
  const rowHeight = clamp((CHART_HEIGHT - gaps) / tallest, LINE_PX, rowMaxHeight);

  const isTooLong = groups.some(({ label }) => wrapText(label, FONT_PX, labelMax, 2).at(-1)?.endsWith("…"));
  const heightAbove = groups.length * (LINE_PX + 3) + rowCount * LINE_PX + gaps;
  const isAbove = columnCount === 1 && isTooLong && heightAbove <= CHART_HEIGHT;

  const widthForLabel = isAbove ? columnWidth : labelMax;
  const linesOf = ({ label, rowCount: rows }: RowGroup) => {
    const wrapped = wrapText(label, FONT_PX, widthForLabel, 2);
    const isRoom = rows > 1 || groups.length * (2 * LINE_PX + 3) <= CHART_HEIGHT;
    return isAbove || !isRoom ? wrapText(label, FONT_PX, widthForLabel, 1) : wrapped;
  };

  let height = 0;
  const placed = columns.flatMap((column, columnIndex) => {
    let top = 0;
    const inColumn = column.map((group): PlacedGroup => {
      const lines = linesOf(group);
      const rowsHeight = group.rowCount * (isAbove ? Math.min(rowHeight, LINE_PX + 2) : rowHeight);
      const bandHeight = isAbove
        ? LINE_PX + 1 + rowsHeight + 3
        : Math.max(rowsHeight, lines.length * LINE_PX + 2);
      const rowsTop = isAbove ? top + LINE_PX + 1 : top + (bandHeight - rowsHeight) / 2;
      const step = rowsHeight / group.rowCount;
      const placedGroup = {
        column: columnIndex,
        lines,
        labelY: isAbove ? top + LINE_PX / 2 : top + bandHeight / 2,
        rowYs: Array.from({ length: group.rowCount }, (_, row) => rowsTop + (row + 0.5) * step),
      };
      top += bandHeight + gap;
      return placedGroup;
    });
    height = Math.max(height, top - gap);
    return inColumn;
  });

  const labelWidth = isAbove
    ? 0
    : Math.max(...placed.flatMap(({ lines }) => lines.map((line) => textWidth(line, FONT_PX)))) + 8;
  return {
    groups: placed,
    columnCount,
    columnWidth,
    labelWidth,
    rowHeight: isAbove ? Math.min(rowHeight, LINE_PX + 2) : rowHeight,
    height,
  };
}

/** The groups in `count` columns of about as many rows. */
function split(groups: readonly RowGroup[], count: number): RowGroup[][] {
  if (count === 1) return [[...groups]];
  const half = groups.reduce((sum, { rowCount }) => sum + rowCount, 0) / 2;
  let rows = 0;
  const first = groups.filter(({ rowCount }) => {
    const fits = rows < half;
    rows += rowCount;
    return fits;
  });
  return [first, groups.slice(first.length)];
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
