import { codeFrameColumns } from "@babel/code-frame";
import type { Place } from "./diagnostic.ts";
import { visibleText } from "./visible-text.ts";

/** The lines around a place with a marker under its column; undefined where the text of the file is not known. */
export function codeFrame(place: Place): string | undefined {
  if (place.text === undefined) return undefined;
  const lines = place.text.split(/\r?\n/);
  const line = Math.min(Math.max(place.line, 1), lines.length);
  const first = Math.max(1, line - LINES_ABOVE);
  const last = Math.min(lines.length, line + LINES_BELOW);
  const column = columnWithTabs(lines[line - 1] ?? "", place.column);
  const cut = Math.max(0, column - COLUMNS_BEFORE);
  const shown = lines.slice(first - 1, last).map((content) => clip(withoutTabs(visibleText(content)), cut));
  return codeFrameColumns(
    // Blank lines hold the numbering, so that the frame may start anywhere in a long file.
    `${"\n".repeat(first - 1)}${shown.join("\n")}`,
    { start: { line, column: column - cut + (cut > 0 ? 1 : 0) } },
    { linesAbove: line - first, linesBelow: last - line, highlightCode: false },
  );
}

const LINES_ABOVE = 1;
const LINES_BELOW = 1;
const COLUMNS_BEFORE = 60;
const COLUMNS_SHOWN = 100;
const TAB = "→ ";

const withoutTabs = (line: string): string => line.replaceAll("\t", TAB);

const columnWithTabs = (line: string, column: number): number => {
  const before = line.slice(0, Math.max(0, column - 1));
  return withoutTabs(before).length + 1;
};

function clip(line: string, cut: number): string {
  const kept = line.slice(cut, cut + COLUMNS_SHOWN);
  const start = cut > 0 ? "…" : "";
  const end = line.length > cut + COLUMNS_SHOWN ? "…" : "";
  return line.length === 0 ? "" : `${start}${kept}${end}`;
}
