import { openTextPen, type TextPen } from "./draw-text.ts";
import { type DrawnPath, openPath } from "./drawn-path.ts";
import { areaOf, type Box, intersection, type Matrix } from "./geometry.ts";
import { type GraphicsState, initialState } from "./graphics-state.ts";
import type { DrawnFill, DrawnImage, DrawnRun } from "./page-content.ts";
import type { PdfFile } from "./pdf-file.ts";
import type { PdfFont } from "./pdf-font.ts";
import type { PdfDictionary, PdfValue } from "./pdf-value.ts";

/** What the operators of a content stream work on. */
export interface Canvas {
  readonly file: PdfFile;
  readonly fontOf: (value: PdfValue) => PdfFont;
  /** The resources of the page or form whose content is followed. */
  resources: PdfDictionary;
  /** How many of the operands belong to the operator at work. */
  operandCount: number;
  /** How many forms were drawn so far. */
  formsDrawn: number;
  state: GraphicsState;
  saved: GraphicsState[];
  readonly path: DrawnPath;
  readonly pen: TextPen;
  /** Whether the path will bound what is drawn after it. */
  isClipping: boolean;
  readonly marks: MarkedContent[];
  /** The innermost mark that has an id, and the innermost with a text in place of its glyphs. */
  marked: MarkedContent | undefined;
  replaced: MarkedContent | undefined;
  readonly runs: DrawnRun[];
  readonly fills: DrawnFill[];
  readonly images: DrawnImage[];
}

/** One level of marked content (ISO 32000-2, 14.6). */
export interface MarkedContent {
  readonly id: number | undefined;
  /** Text in place of the glyphs within; empty once it was used. */
  replacement: string | undefined;
}

/** What an operator does. */
export type Operator = (canvas: Canvas, operands: readonly PdfValue[]) => void;

/** Opens an empty page. */
export function openCanvas(
  file: PdfFile,
  resources: PdfDictionary,
  sheet: Box,
  fontOf: (value: PdfValue) => PdfFont,
): Canvas {
  const runs: DrawnRun[] = [];
  const canvas: Canvas = {
    file,
    fontOf,
    resources,
    operandCount: 0,
    formsDrawn: 0,
    state: initialState(sheet),
    saved: [],
    path: openPath(() => canvas.state.matrix),
    pen: openTextPen(runs, sheet, {
      state: () => canvas.state,
      layer: () => layerOf(canvas),
      mark: () => canvas.marked?.id,
      replacement() {
        const text = canvas.replaced?.replacement;
        if (canvas.replaced) canvas.replaced.replacement = "";
        return text;
      },
    }),
    isClipping: false,
    marks: [],
    marked: undefined,
    replaced: undefined,
    runs,
    fills: [],
    images: [],
  };
  return canvas;
}

/** Notes the rectangles of the path as filled. */
export function fillPath(canvas: Canvas): void {
  const { path, state, fills } = canvas;
  for (const rectangle of path.rectangles()) {
    const box = intersection(rectangle, state.clip);
    if (areaOf(box) === 0) continue;
    const opacity = state.fillOpacity * state.groupOpacity;
    fills.push({ box, colour: state.fill, opacity, layer: layerOf(canvas) });
  }
}

/** Forgets the path, after it has bounded what it shall bound. */
export function endPath(canvas: Canvas): void {
  const box = canvas.isClipping ? canvas.path.box() : undefined;
  if (box) canvas.state.clip = intersection(canvas.state.clip, box);
  canvas.isClipping = false;
  canvas.path.clear();
}

/** The number of boxes and pictures drawn so far: what is drawn next lies over them. */
export const layerOf = ({ fills, images }: Canvas): number => fills.length + images.length;

/** An operand that is a number; 0 for anything else. */
export function numberAt(operands: readonly PdfValue[], index: number): number {
  const value = operands[index];
  return typeof value === "number" ? value : 0;
}

/** The matrix that six operands give. */
export const matrixOf = (operands: readonly PdfValue[]): Matrix => [
  numberAt(operands, 0),
  numberAt(operands, 1),
  numberAt(operands, 2),
  numberAt(operands, 3),
  numberAt(operands, 4),
  numberAt(operands, 5),
];

/** The resource of a kind that an operand names. */
export function resourceOf({ file, resources }: Canvas, kind: string, name: PdfValue | undefined): PdfValue {
  return file.dictionary(resources.get(kind)).get(typeof name === "string" ? name : "") ?? null;
}
