import type { Plotter } from "./plotter.ts";
import { serializeSvg } from "./serialize-svg.ts";

const WIDTH = 72;
const HEIGHT = 20;
/** Room for the dot at the end and for half the line’s weight, in px. */
const PADDING = 3;

/** A line as small as a word: its course, and a dot where it stands now. */
export function drawSparkline(
  values: readonly number[],
  { plot, document }: Plotter,
  description: string,
): string {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const domain = low === high ? [low - 1, low + 1] : [low, high];
  const points = values.map((value, index) => ({ index, value }));
  const svg = plot.plot({
    document,
    width: WIDTH,
    height: HEIGHT,
    margin: 0,
    axis: null,
    x: { domain: [0, values.length - 1], range: [PADDING, WIDTH - PADDING] },
    y: { domain, range: [HEIGHT - PADDING, PADDING] },
    marks: [
      plot.ruleY(low < 0 && high > 0 ? [0] : [], { strokeWidth: 0.75, className: "plot-grid" }),
      plot.line(points, { x: "index", y: "value", className: "plot-line plot-1" }),
      plot.dot(points.slice(-1), {
        x: "index",
        y: "value",
        r: 2.4,
        fill: "currentColor",
        className: "plot-dot plot-1",
      }),
    ],
  });
  const frame = { className: "plot-of-trend", widthPx: WIDTH, heightPx: HEIGHT, fontPx: 11, description };
  return serializeSvg([{ svg, dx: 0 }], frame);
}
