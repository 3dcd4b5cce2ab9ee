import { isString, type PdfDictionary, type PdfValue } from "../../pdf/pdf-value.ts";
import type { Stream } from "./read-stream.ts";

/** The graphics state, as far as a standard asks for it. */
export interface StreamState {
  /** Colour spaces as they are written, or patterns. */
  fill: PdfValue;
  stroke: PdfValue;
  font: PdfDictionary | undefined;
  renderMode: number;
}

type Operator = (stream: Stream, operands: readonly PdfValue[]) => void;

const nothing: Operator = () => undefined;

const fills: Operator = (stream) => {
  stream.draw("a shape");
  stream.resources.paint(stream.state.fill);
};
const strokes: Operator = (stream) => {
  stream.draw("a line");
  stream.resources.paint(stream.state.stroke);
};
const fillsAndStrokes: Operator = (stream) => {
  fills(stream, []);
  stream.resources.paint(stream.state.stroke);
};

const setFill =
  (space: string): Operator =>
  ({ state }) => {
    state.fill = space;
  };
const setStroke =
  (space: string): Operator =>
  ({ state }) => {
    state.stroke = space;
  };

function show(stream: Stream, value: PdfValue | undefined): void {
  if (isString(value)) stream.show(value.chars);
}

function mark(stream: Stream, [tag, properties]: readonly PdfValue[]): void {
  const { file, resources } = stream;
  const dictionary = file.dictionary(
    typeof properties === "string" ? resources.named("Properties", properties) : properties,
  );
  stream.mark(typeof tag === "string" ? tag : "", dictionary);
}

/** Operators without an effect on what is judged (ISO 32000-1, annex A). */
const QUIET =
  "b* w J j M d i m l c v y h re W W* n cm BT ET Tc Tw Tz TL Ts Td TD Tm T* MP DP BX EX d0 d1".split(" ");

/** Every operator of ISO 32000-1. */
export const OPERATORS: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ...QUIET.map((name): [string, Operator] => [name, nothing]),
  ...["f", "F", "f*"].map((name): [string, Operator] => [name, fills]),
  ...["S", "s"].map((name): [string, Operator] => [name, strokes]),
  ...["B", "B*", "b", "b*"].map((name): [string, Operator] => [name, fillsAndStrokes]),
  ["q", ({ saved, state }) => void saved.push({ ...state })],
  [
    "Q",
    (stream) => {
      stream.state = stream.saved.pop() ?? stream.state;
      setFont(stream, stream.state.font);
    },
  ],
  ["gs", ({ resources }, [name]) => resources.useState(name)],
  ["ri", ({ notes, where }, [name]) => void (typeof name === "string" && notes.intents.set(name, where))],
  ["g", setFill("DeviceGray")],
  ["rg", setFill("DeviceRGB")],
  ["k", setFill("DeviceCMYK")],
  ["G", setStroke("DeviceGray")],
  ["RG", setStroke("DeviceRGB")],
  ["K", setStroke("DeviceCMYK")],
  [
    "cs",
    ({ state, resources }, [name]) => {
      state.fill = resources.space(name);
    },
  ],
  [
    "CS",
    ({ state, resources }, [name]) => {
      state.stroke = resources.space(name);
    },
  ],
  ["sc", nothing],
  ["SC", nothing],
  ["scn", ({ resources }, operands) => resources.usePattern(operands.at(-1))],
  ["SCN", ({ resources }, operands) => resources.usePattern(operands.at(-1))],
  [
    "sh",
    (stream, [name]) => {
      stream.draw("a shading");
      stream.resources.useShading(stream.resources.named("Shading", name));
    },
  ],
  ["Do", (stream, [name]) => stream.resources.drawObject(stream, name)],
  [
    "Tf",
    (stream, [name]) => {
      const font = stream.file.dictionary(stream.resources.named("Font", name));
      stream.state.font = font.size > 0 ? font : undefined;
      setFont(stream, stream.state.font);
    },
  ],
  [
    "Tr",
    ({ state }, [mode]) => {
      state.renderMode = typeof mode === "number" ? mode : 0;
    },
  ],
  ["Tj", (stream, [text]) => show(stream, text)],
  ["'", (stream, [text]) => show(stream, text)],
  ['"', (stream, operands) => show(stream, operands[2])],
  ["TJ", (stream, [items]) => stream.file.array(items).forEach((item) => void show(stream, item))],
  ["BMC", (stream, [tag]) => mark(stream, [tag ?? null])],
  ["BDC", mark],
  ["EMC", (stream) => stream.unmark()],
  ["EI", nothing],
  ["ID", nothing],
]);

function setFont(stream: Stream, font: PdfDictionary | undefined): void {
  const { notes, where, resources } = stream;
  stream.codes = font === undefined ? undefined : notes.codesOf(font, where);
  stream.codeBytes = font?.get("Subtype") === "Type0" ? 2 : 1;
  if (font?.get("Subtype") === "Type3") resources.useGlyphs(font);
}
