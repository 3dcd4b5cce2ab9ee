import type { Colour } from "./colour-sense.ts";

/** A rectangle in CSS pixels from the corner of the document. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A painted background, and what it is painted on. */
export interface Ground {
  readonly element: Element;
  /** Where it is painted; undefined for the canvas, which is everywhere. */
  readonly boxes: readonly Box[] | undefined;
  readonly colour: Colour;
  /** The computed background image; empty for none. */
  readonly image: string;
  readonly opacity: number;
  readonly under: Ground | undefined;
}

/** The text of one text node, as it is laid out. */
export interface TextRun {
  readonly node: Text;
  readonly element: Element;
  /** The nearest element that is no part of a line. */
  readonly block: Element;
  /** Its part of each line; what is clipped away is left out. */
  readonly lines: readonly Box[];
  /** Size of its type as it is seen, in CSS pixels. */
  readonly sizePx: number;
  readonly isBold: boolean;
  readonly isRotated: boolean;
  /** Whether something other than a rectangle may clip it. */
  readonly isMasked: boolean;
  /** Whether it is put behind its surroundings. */
  readonly isSunk: boolean;
  /** The colours that its letters may have. */
  readonly colours: readonly Colour[];
  readonly opacity: number;
  /** A halo around the letters, which is then what they stand on. */
  readonly halo: Colour | undefined;
  readonly ground: Ground | undefined;
  /** Its place among all that is painted, in the order of the document. */
  readonly order: number;
  /** Where its words stand among the pieces of the page’s text. */
  readonly piece: number;
}

/** Something painted that may stand behind or before text that is not inside it. */
export interface PaintedBox {
  readonly element: Element;
  readonly box: Box;
  /** The background that it is, for a box of CSS. */
  readonly ground: Ground | undefined;
  /** How much of what is behind it shows through no more, 0 to 1. */
  readonly cover: number;
  readonly colours: readonly Colour[];
  readonly order: number;
  /** Stacking order of a pseudo-element; undefined for an element. */
  readonly pseudoLevel: number | undefined;
}
