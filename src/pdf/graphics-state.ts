import { BLACK, type Colour } from "./colour.ts";
import { type Box, IDENTITY, type Matrix } from "./geometry.ts";
import type { PdfFont } from "./pdf-font.ts";

/** The graphics state of a content stream as far as it decides what is seen (ISO 32000-2, 8.4 and 9.3). */
export interface GraphicsState {
  matrix: Matrix;
  clip: Box;
  fill: Colour | undefined;
  stroke: Colour | undefined;
  fillOpacity: number;
  strokeOpacity: number;
  /** Opacity of the groups that the content stands in. */
  groupOpacity: number;
  font: PdfFont | undefined;
  fontSize: number;
  characterSpacing: number;
  wordSpacing: number;
  horizontalScale: number;
  leading: number;
  rise: number;
  renderMode: number;
}

/** The state at the beginning of a page. */
export const initialState = (page: Box): GraphicsState => ({
  matrix: IDENTITY,
  clip: page,
  fill: BLACK,
  stroke: BLACK,
  fillOpacity: 1,
  strokeOpacity: 1,
  groupOpacity: 1,
  font: undefined,
  fontSize: 0,
  characterSpacing: 0,
  wordSpacing: 0,
  horizontalScale: 1,
  leading: 0,
  rise: 0,
  renderMode: 0,
});
