import type { Chart } from "../edition/edition.ts";
import { SVG_FAMILY, svgToPng } from "./svg-to-png.ts";

/** How a chart’s image is made. */
export interface ChartImage {
  /** Width of the image as it is shown, in CSS px. */
  readonly widthPx: number;
  /** Pixels of the image for each CSS px: 2 is sharp on every screen. */
  readonly scale: number;
  readonly colours: ChartColours;
}

/** The colours of a chart where no style sheet reaches it, as CSS colours. */
export interface ChartColours {
  readonly paper: string;
  readonly ink: string;
  readonly quiet: string;
  readonly accent: string;
  readonly rule: string;
}

/** Space around the drawing in CSS px: the white card keeps its text off a dark mail client’s ground. */
const PADDING_PX = 12;

/** The chart’s drawing as a PNG on an opaque card, for mail clients that show no SVG; made without a browser. */
export function chartPng(
  { drawing }: Pick<Chart, "drawing">,
  { widthPx, scale, colours }: ChartImage,
): Promise<Uint8Array> {
  return svgToPng(cardOf(drawing.html, widthPx, colours), {
    widthPx: Math.round(widthPx * scale),
    background: colours.paper,
    text: drawing.text + drawing.html,
  });
}

/** The drawing on its card, a document of its own, with the colours that the page’s style sheet gives it otherwise. */
function cardOf(svg: string, widthPx: number, colours: ChartColours): string {
  const [, width = "1", height = "1"] = / viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  const zoom = (widthPx - 2 * PADDING_PX) / Number(width);
  const heightPx = Math.ceil(Number(height) * zoom + 2 * PADDING_PX);
  const inner = svg.replace(/^<svg[^>]*>/, "").replace(/<\/svg>$/, "");
  const fontPx = / font-size="([\d.]+)"/.exec(svg)?.[1] ?? "11";
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}">`,
    `<style>${styleOf(colours)}</style>`,
    `<rect width="100%" height="100%" fill="${colours.paper}"/>`,
    `<g transform="translate(${PADDING_PX},${PADDING_PX}) scale(${zoom})" fill="${colours.ink}" color="${colours.ink}" font-family="${SVG_FAMILY}" font-size="${fontPx}" text-anchor="middle">${inner}</g>`,
    "</svg>",
  ].join("");
}

/** The same rules as a page’s style sheet has for the classes of a drawing. */
const styleOf = ({ paper, ink, quiet, accent, rule }: ChartColours): string => `
  .plot-bar { fill: ${accent} }
  .plot-bar.plot-2 { fill: ${quiet}; fill-opacity: 0.55 }
  .plot-bar.plot-3 { fill: ${paper}; stroke: ${quiet} }
  .plot-bar.plot-4 { fill: ${rule} }
  .plot-bar.plot-dim { fill-opacity: 0.3; stroke-opacity: 0.4 }
  .plot-zero { stroke: ${ink} }
  .plot-grid { stroke: ${rule} }
  .plot-line, .plot-interval { stroke: ${accent} }
  .plot-line.plot-2, .plot-interval.plot-2 { stroke: ${quiet} }
  .plot-line.plot-3 { stroke: ${quiet} }
  .plot-line.plot-4 { stroke: ${quiet} }
  .plot-dot { fill: ${accent}; stroke: ${paper} }
  .plot-dot.plot-2, .plot-dot.plot-3, .plot-dot.plot-4 { fill: ${quiet} }
  .plot-tick, .plot-series { fill: ${quiet} }
  [font-weight="600"] { font-family: "${SVG_FAMILY} SemiBold" }`;
