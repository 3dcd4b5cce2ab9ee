import { type Box, boxAround, type Matrix } from "./geometry.ts";

/** A path in the making (ISO 32000-2, 8.5.2). */
export interface DrawnPath {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  curveTo(...points: readonly number[]): void;
  rectangle(x: number, y: number, width: number, height: number): void;
  /** The box around all of it, in points of the sheet; undefined for no path. */
  box(): Box | undefined;
  /** The boxes of its parts that are rectangles, rounded ones among them. */
  rectangles(): readonly Box[];
  clear(): void;
}

interface Part {
  readonly points: number[];
  lines: number;
  curves: number;
}

/** Opens an empty path; points pass through the matrix that holds when they are given. */
export function openPath(matrix: () => Matrix): DrawnPath {
  let parts: Part[] = [];

  const add = (x: number, y: number) => {
    const [a, b, c, d, e, f] = matrix();
    parts.at(-1)?.points.push(a * x + c * y + e, b * x + d * y + f);
  };
  const begin = () => {
    parts.push({ points: [], lines: 0, curves: 0 });
  };

  return {
    moveTo(x, y) {
      begin();
      add(x, y);
    },
    lineTo(x, y) {
      add(x, y);
      const part = parts.at(-1);
      if (part) part.lines += 1;
    },
    curveTo(...points) {
      for (let index = 0; index + 1 < points.length; index += 2)
        add(points[index] ?? 0, points[index + 1] ?? 0);
      const part = parts.at(-1);
      if (part) part.curves += 1;
    },
    rectangle(x, y, width, height) {
      begin();
      add(x, y);
      add(x + width, y);
      add(x + width, y + height);
      add(x, y + height);
      const part = parts.at(-1);
      if (part) part.lines = 3;
    },
    box: () => (parts.length === 0 ? undefined : boxAround(parts.flatMap(({ points }) => points))),
    rectangles: () => parts.filter(isRectangle).map(({ points }) => boxAround(points)),
    clear() {
      parts = [];
    },
  };
}

/** Three or four sides along the axes, or with round corners between them. */
function isRectangle({ points, lines, curves }: Part): boolean {
  if (curves > 0) return lines >= 3 && lines <= 5 && curves <= 8;
  if (lines < 3 || lines > 4) return false;
  for (let index = 0; index + 3 < points.length; index += 2) {
    const dx = Math.abs((points[index + 2] ?? 0) - (points[index] ?? 0));
    const dy = Math.abs((points[index + 3] ?? 0) - (points[index + 1] ?? 0));
    if (Math.min(dx, dy) > 0.01) return false;
  }
  return true;
}
