import type { ViewFaultKind } from "../formats/page-view.ts";
import type { TextRun } from "./text-run.ts";

/** Finds lines of text that run into each other. */
export type OverlapFinder = typeof findOverlaps;

/** Reports lines of text that run into each other. It runs inside the page, so it can use nothing from outside itself. */
export function findOverlaps(
  runs: readonly TextRun[],
  report: (kind: ViewFaultKind, text: string, detail: string) => void,
): void {
  /** What a font leaves free above and below its letters, as shares of a line’s height. */
  const FREE_ABOVE = 0.22;
  const FREE_BELOW = 0.15;
  const lines = runs
    // The box around a turned line is far larger than the line.
    .filter(({ isRotated }) => !isRotated)
    .flatMap(({ lines: parts, node, sizePx }) =>
      parts.map(({ left, top, right, bottom }) => {
        const height = bottom - top;
        return {
          left,
          right,
          top: top + FREE_ABOVE * height,
          bottom: bottom - FREE_BELOW * height,
          node,
          sizePx,
        };
      }),
    )
    .sort((one, other) => one.top - other.top);

  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (!line) continue;
    for (let later = index + 1; later < lines.length; later += 1) {
      const other = lines[later];
      if (!other || other.top >= line.bottom) break;
      const across = Math.min(line.right, other.right) - Math.max(line.left, other.left);
      if (across <= 0.4 * Math.min(line.sizePx, other.sizePx)) continue;
      const down = Math.min(line.bottom, other.bottom) - other.top;
      if (down <= 0.35 * Math.min(line.bottom - line.top, other.bottom - other.top)) continue;
      const words = other.node.data.replace(/\s+/g, " ").trim();
      report("overlap", line.node.data, `with “${words.length > 40 ? `${words.slice(0, 39)}…` : words}”`);
    }
  }
}
