import { type Canvas, endPath, fillPath, matrixOf, numberAt, type Operator, resourceOf } from "./canvas.ts";
import { BLACK, colourOf } from "./colour.ts";
import { multiply } from "./geometry.ts";
import type { PdfValue } from "./pdf-value.ts";

/** Operators that set the graphics state and draw paths (ISO 32000-2, 8.4 to 8.6). */
export const GRAPHICS_OPERATORS: Readonly<Record<string, Operator>> = {
  q({ saved, state }) {
    saved.push({ ...state });
  },
  Q(canvas) {
    canvas.state = canvas.saved.pop() ?? canvas.state;
  },
  cm({ state }, operands) {
    state.matrix = multiply(matrixOf(operands), state.matrix);
  },
  gs: setParameters,

  g: setFill,
  rg: setFill,
  k: setFill,
  sc: setFill,
  scn: setFill,
  cs({ state }, [space]) {
    state.fill = space === "Pattern" ? undefined : BLACK;
  },
  G: setStroke,
  RG: setStroke,
  K: setStroke,
  SC: setStroke,
  SCN: setStroke,
  CS({ state }, [space]) {
    state.stroke = space === "Pattern" ? undefined : BLACK;
  },

  re: ({ path }, operands) =>
    path.rectangle(
      numberAt(operands, 0),
      numberAt(operands, 1),
      numberAt(operands, 2),
      numberAt(operands, 3),
    ),
  m: ({ path }, operands) => path.moveTo(numberAt(operands, 0), numberAt(operands, 1)),
  l: ({ path }, operands) => path.lineTo(numberAt(operands, 0), numberAt(operands, 1)),
  c: curve,
  v: curve,
  y: curve,
  W: clip,
  "W*": clip,
  f: fillAndEnd,
  F: fillAndEnd,
  "f*": fillAndEnd,
  B: fillAndEnd,
  "B*": fillAndEnd,
  b: fillAndEnd,
  "b*": fillAndEnd,
  n: endPath,
  S: endPath,
  s: endPath,
};

function setParameters(canvas: Canvas, [name]: readonly PdfValue[]): void {
  const { file, state } = canvas;
  const parameters = file.dictionary(resourceOf(canvas, "ExtGState", name));
  const fillOpacity = file.resolve(parameters.get("ca"));
  const strokeOpacity = file.resolve(parameters.get("CA"));
  if (typeof fillOpacity === "number") state.fillOpacity = fillOpacity;
  if (typeof strokeOpacity === "number") state.strokeOpacity = strokeOpacity;
}

function setFill({ state, operandCount }: Canvas, operands: readonly PdfValue[]): void {
  state.fill = colourOf(operands.slice(0, operandCount));
}

function setStroke({ state, operandCount }: Canvas, operands: readonly PdfValue[]): void {
  state.stroke = colourOf(operands.slice(0, operandCount));
}

function curve({ path, operandCount }: Canvas, operands: readonly PdfValue[]): void {
  path.curveTo(...operands.slice(0, operandCount).map((_, index) => numberAt(operands, index)));
}

function clip(canvas: Canvas): void {
  canvas.isClipping = true;
}

function fillAndEnd(canvas: Canvas): void {
  fillPath(canvas);
  endPath(canvas);
}
