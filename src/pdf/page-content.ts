import type { Colour } from "./colour.ts";
import type { Box } from "./geometry.ts";
import type { PdfFont } from "./pdf-font.ts";

/** What is drawn on a page, in the order in which it is drawn. */
export interface PageContent {
  readonly runs: readonly DrawnRun[];
  readonly fills: readonly DrawnFill[];
  readonly images: readonly DrawnImage[];
}

/** Text of one style on one line. */
export interface DrawnRun {
  text: string;
  /** From the baseline to about the height of an x. */
  readonly box: Box;
  readonly sizePt: number;
  /** Undefined for patterns. */
  readonly colour: Colour | undefined;
  readonly opacity: number;
  readonly font: PdfFont;
  readonly visibility: Visibility;
  /** Glyphs that the font lacks or whose text the file does not tell. */
  missingGlyphs: number;
  /** Id of its marked content, by which the structure tree names it. */
  readonly mark: number | undefined;
  /** The number of fills and images drawn before it. */
  readonly layer: number;
}

/** Whether the sheet shows a text, apart from its colour and from what is drawn over it. */
export type Visibility = "shown" | "clipped" | "off-sheet" | "unpainted";

/** A box of one colour. */
export interface DrawnFill {
  readonly box: Box;
  readonly colour: Colour | undefined;
  readonly opacity: number;
  readonly layer: number;
}

/** A picture. */
export interface DrawnImage {
  readonly box: Box;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly layer: number;
}
