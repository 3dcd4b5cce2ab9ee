import { type Canvas, layerOf, matrixOf, type Operator, openCanvas, resourceOf } from "./canvas.ts";
import { areaOf, type Box, boxAround, intersection, type Matrix, multiply } from "./geometry.ts";
import { GRAPHICS_OPERATORS } from "./graphics-operators.ts";
import type { PageContent } from "./page-content.ts";
import type { PdfFile } from "./pdf-file.ts";
import type { PdfFont } from "./pdf-font.ts";
import { openLexer, type PdfLexer } from "./pdf-lexer.ts";
import { isKeyword, type PdfDictionary, type PdfValue } from "./pdf-value.ts";
import { TEXT_OPERATORS } from "./text-operators.ts";

/** Forms within forms deeper than this go in a circle. */
const FORMS_MAX = 12;

/** Forms that a page may draw in all: forms that each draw ten others would never come to an end. */
const FORMS_DRAWN_MAX = 10_000;

/** More operands than any operator has: colours of many components have most. */
const OPERANDS_MAX = 40;

const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ...Object.entries(TEXT_OPERATORS),
  ...Object.entries(GRAPHICS_OPERATORS),
]);

/** Follows a page’s content stream and notes what it draws; `sheet` is the page’s box. */
export function interpretContent(
  file: PdfFile,
  content: Uint8Array,
  resources: PdfDictionary,
  sheet: Box,
  fontOf: (value: PdfValue) => PdfFont,
): PageContent {
  const canvas = openCanvas(file, resources, sheet, fontOf);
  follow(canvas, content, 0);
  const { runs, fills, images } = canvas;
  return { runs, fills, images };
}

function follow(canvas: Canvas, content: Uint8Array, depth: number): void {
  const lexer = openLexer(content);
  // One list for all operators, so that none has to be made; what is left of longer ones stands behind `operandCount`.
  const operands: PdfValue[] = Array.from({ length: OPERANDS_MAX }, () => null);
  let count = 0;
  for (let token = lexer.read(); token !== undefined; token = lexer.read()) {
    if (!isKeyword(token)) {
      if (count < OPERANDS_MAX) operands[count] = token;
      count += 1;
      continue;
    }
    canvas.operandCount = Math.min(count, OPERANDS_MAX);
    count = 0;
    if (token.keyword === "Do") drawObject(canvas, operands[0], depth);
    else if (token.keyword === "BI") skipInlineImage(lexer);
    else OPERATORS.get(token.keyword)?.(canvas, operands);
  }
}

function drawObject(canvas: Canvas, name: PdfValue | undefined, depth: number): void {
  const value = resourceOf(canvas, "XObject", name);
  const dictionary = canvas.file.dictionary(value);
  const kind = dictionary.get("Subtype");
  if (kind === "Image") drawImage(canvas, dictionary);
  if (kind !== "Form" || depth >= FORMS_MAX || canvas.formsDrawn >= FORMS_DRAWN_MAX) return;
  canvas.formsDrawn += 1;
  const content = canvas.file.bytes(value);
  if (content !== undefined) drawForm(canvas, dictionary, content, depth + 1);
}

function drawImage(canvas: Canvas, dictionary: PdfDictionary): void {
  const { file, state, images } = canvas;
  const widthPx = file.resolve(dictionary.get("Width"));
  const heightPx = file.resolve(dictionary.get("Height"));
  const box = transformed([0, 0, 1, 1], state.matrix);
  if (typeof widthPx !== "number" || typeof heightPx !== "number") return;
  if (areaOf(intersection(box, state.clip)) > 0)
    images.push({ box, widthPx, heightPx, layer: layerOf(canvas) });
}

/** A form is content of its own with a state, bounds and resources of its own (8.10). */
function drawForm(canvas: Canvas, form: PdfDictionary, content: Uint8Array, depth: number): void {
  const { file, state, saved, resources } = canvas;
  const matrix = file.array(form.get("Matrix"));
  const bounds = file.array(form.get("BBox"));
  const own = file.dictionary(form.get("Resources"));
  const inside = { ...state };
  if (matrix.length === 6) inside.matrix = multiply(matrixOf(matrix), state.matrix);
  if (bounds.length === 4) inside.clip = intersection(state.clip, transformed(bounds, inside.matrix));
  if (form.has("Group")) {
    inside.groupOpacity = state.groupOpacity * state.fillOpacity;
    inside.fillOpacity = 1;
    inside.strokeOpacity = 1;
  }
  canvas.state = inside;
  canvas.saved = [];
  if (own.size > 0) canvas.resources = own;
  follow(canvas, content, depth);
  canvas.state = state;
  canvas.saved = saved;
  canvas.resources = resources;
}

/** The box around a transformed rectangle. */
function transformed(corners: readonly PdfValue[], [a, b, c, d, e, f]: Matrix): Box {
  const [left = 0, bottom = 0, right = 0, top = 0] = corners.map(Number);
  const points = [left, bottom, right, bottom, left, top, right, top];
  return boxAround(
    points.map((value, index) =>
      index % 2 === 0
        ? a * value + c * (points[index + 1] ?? 0) + e
        : b * (points[index - 1] ?? 0) + d * value + f,
    ),
  );
}

/** Passes over the data of an image that stands in the stream itself (ISO 32000-2, 8.9.7). */
export function skipInlineImage(lexer: PdfLexer): void {
  for (let token = lexer.read(); token !== undefined; token = lexer.read()) {
    if (isKeyword(token) && token.keyword === "EI") return;
  }
}
