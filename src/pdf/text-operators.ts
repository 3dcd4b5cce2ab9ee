import { type Canvas, matrixOf, numberAt, type Operator, resourceOf } from "./canvas.ts";
import { isString, type PdfValue, textOf } from "./pdf-value.ts";

/** Operators that set and show text and mark content (ISO 32000-2, 9.3, 9.4 and 14.6). */
export const TEXT_OPERATORS: Readonly<Record<string, Operator>> = {
  BT: ({ pen }) => pen.begin(),
  Tj: show,
  TJ(canvas, [items]) {
    for (const item of canvas.file.array(items)) {
      if (typeof item === "number") canvas.pen.adjust(item);
      else show(canvas, [item]);
    }
  },
  "'"(canvas, operands) {
    nextLine(canvas);
    show(canvas, operands);
  },
  '"'(canvas, operands) {
    canvas.state.wordSpacing = numberAt(operands, 0);
    canvas.state.characterSpacing = numberAt(operands, 1);
    nextLine(canvas);
    show(canvas, operands.slice(2));
  },
  Td: ({ pen }, operands) => pen.moveLine(numberAt(operands, 0), numberAt(operands, 1)),
  TD({ pen, state }, operands) {
    state.leading = -numberAt(operands, 1);
    pen.moveLine(numberAt(operands, 0), numberAt(operands, 1));
  },
  "T*": nextLine,
  Tm: ({ pen }, operands) => pen.setMatrix(matrixOf(operands)),
  Tf(canvas, operands) {
    canvas.state.font = canvas.fontOf(resourceOf(canvas, "Font", operands[0]));
    canvas.state.fontSize = numberAt(operands, 1);
  },
  Tc({ state }, operands) {
    state.characterSpacing = numberAt(operands, 0);
  },
  Tw({ state }, operands) {
    state.wordSpacing = numberAt(operands, 0);
  },
  Tz({ state }, operands) {
    state.horizontalScale = numberAt(operands, 0) / 100;
  },
  TL({ state }, operands) {
    state.leading = numberAt(operands, 0);
  },
  Ts({ state }, operands) {
    state.rise = numberAt(operands, 0);
  },
  Tr({ state }, operands) {
    state.renderMode = numberAt(operands, 0);
  },
  BMC: (canvas) => mark(canvas, undefined),
  BDC: (canvas, operands) => mark(canvas, operands[1]),
  EMC(canvas) {
    canvas.marks.pop();
    noteInnermost(canvas);
  },
};

function show({ pen }: Canvas, [value]: readonly PdfValue[]): void {
  if (isString(value)) pen.show(value.chars);
}

function nextLine({ pen, state }: Canvas): void {
  pen.moveLine(0, -state.leading);
}

function mark(canvas: Canvas, value: PdfValue | undefined): void {
  const { file, marks } = canvas;
  const properties = file.dictionary(
    typeof value === "string" ? resourceOf(canvas, "Properties", value) : value,
  );
  const id = file.resolve(properties.get("MCID"));
  const actual = file.resolve(properties.get("ActualText"));
  marks.push({
    id: typeof id === "number" ? id : undefined,
    replacement: isString(actual) ? textOf(actual) : undefined,
  });
  noteInnermost(canvas);
}

/** Kept, because it is asked for at every glyph. */
function noteInnermost(canvas: Canvas): void {
  canvas.marked = canvas.marks.findLast(({ id }) => id !== undefined);
  canvas.replaced = canvas.marks.findLast(({ replacement }) => replacement !== undefined);
}
