import { escapeHtml } from "../escape-html.ts";

/** What stands around the marks of a drawing. */
export interface Frame {
  readonly className: string;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Size of the text where nothing else is said, in px. */
  readonly fontPx: number;
  /** What the drawing shows, in words. */
  readonly description: string;
}

/**
 * The drawing as markup for a closed page: of what Plot made, only the shapes and the attributes that place them are
 * kept. Its style element, its inline styles and its names for marks are left out; numbers are rounded, so that the
 * same data gives the same bytes on every machine.
 */
export function serializeSvg(layers: readonly Layer[], frame: Frame): string {
  const { className, widthPx, heightPx, fontPx, description } = frame;
  const size = `width="${rounded(widthPx)}" height="${rounded(heightPx)}"`;
  const head = `viewBox="0 0 ${rounded(widthPx)} ${rounded(heightPx)}" ${size} font-size="${fontPx}" text-anchor="middle"`;
  const body = layers.map(({ svg, dx }) => {
    const marks = [...svg.children].map(markup).join("");
    return dx === 0 ? marks : `<g transform="translate(${rounded(dx)},0)">${marks}</g>`;
  });
  return `<svg class="plot ${className}" ${head} fill="currentColor" role="img" aria-label="${escapeHtml(description)}">${body.join("")}</svg>`;
}

/** A drawing of Plot, and how far to the right it goes, in px. */
export interface Layer {
  readonly svg: Element;
  readonly dx: number;
}

const KEPT = new Set(
  `class x y x1 x2 y1 y2 dx dy width height cx cy r rx ry d points transform fill stroke stroke-width stroke-dasharray
  stroke-linecap stroke-linejoin fill-opacity stroke-opacity font-size font-weight text-anchor`.split(/\s+/),
);
const SHAPES = new Set(["g", "rect", "path", "line", "circle", "text", "tspan"]);

function markup(element: Element): string {
  const name = element.localName;
  if (!SHAPES.has(name)) return "";
  const attributes = [...placed(element)]
    .filter(([key]) => KEPT.has(key))
    .map(([key, value]) => [key, key === "class" ? value : roundedNumbers(value)] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, value]) => ` ${key}="${escapeHtml(value)}"`)
    .join("");
  const content = [...element.childNodes].map((node) =>
    node.nodeType === node.TEXT_NODE ? escapeHtml(node.textContent ?? "") : markup(node as Element),
  );
  return content.length === 0
    ? `<${name}${attributes}/>`
    : `<${name}${attributes}>${content.join("")}</${name}>`;
}

/** The attributes of an element; a line of text that is moved to its place is put there, which is half as long. */
function placed(element: Element): Map<string, string> {
  const attributes = new Map([...element.attributes].map(({ name, value }) => [name, value]));
  const [, x, y] = /^translate\(([\d.-]+),([\d.-]+)\)$/.exec(attributes.get("transform") ?? "") ?? [];
  const isLine = element.localName === "text" && element.children.length === 0;
  if (!isLine || x === undefined || y === undefined) return attributes;
  attributes.delete("transform");
  const dy = attributes.get("y") ?? "0";
  return attributes.set("x", x).set("y", y).set("dy", dy);
}

function roundedNumbers(value: string): string {
  return value.replace(/(-?\d+\.\d+(?:e-?\d+)?)(em)?/g, (_, number: string, isEm?: string) =>
    isEm === undefined ? rounded(Number(number)) : `${Number(Number(number).toFixed(2))}em`,
  );
}

/** A tenth of a pixel is finer than any printer’s dot at this size. */
const rounded = (number: number): string => String(Number(number.toFixed(1)) + 0);
