import { type Box, IDENTITY, type Matrix } from "./geometry.ts";
import type { GraphicsState } from "./graphics-state.ts";
import { RIGHT_TO_LEFT } from "./logical-line.ts";
import type { DrawnRun, Visibility } from "./page-content.ts";
import type { PdfFont, PdfGlyph } from "./pdf-font.ts";

/** The text that a content stream draws (ISO 32000-2, 9.4), gathered into runs. */
export interface TextPen {
  begin(): void;
  setMatrix(matrix: Matrix): void;
  moveLine(x: number, y: number): void;
  /** Moves on by thousandths of the type’s size. */
  adjust(thousandths: number): void;
  show(chars: string): void;
}

/** What a pen draws with, at the moment it draws. */
export interface TextSetting {
  readonly state: () => GraphicsState;
  /** The number of fills and images drawn so far. */
  readonly layer: () => number;
  /** Id of the marked content. */
  readonly mark: () => number | undefined;
  /** The text that stands for the glyphs now drawn: once, then empty; undefined where they stand for themselves. */
  readonly replacement: () => string | undefined;
}

/** Height of a letter in sizes of its type: enough of it to know it by. */
const X_HEIGHT = 0.45;
/** A letter is seen if so much of its height is. */
const SEEN_SHARE = 0.7;
const OPACITY_MIN = 0.05;

/** A run to which the next glyph may still belong. */
interface OpenRun {
  readonly run: DrawnRun & { box: MutableBox };
  readonly style: GraphicsState;
  endX: number;
  readonly baseline: number;
}

/** One unit along the line and one across it, on the sheet; worked out again only when a matrix or the type changes. */
interface Direction {
  readonly line: Matrix;
  readonly matrix: Matrix;
  readonly alongX: number;
  readonly alongY: number;
  readonly acrossX: number;
  readonly acrossY: number;
  readonly unitPt: number;
}

/** Opens a pen that adds to `runs`. A page has thousands of glyphs, so that nothing is made for one that another has made. */
export function openTextPen(runs: DrawnRun[], sheet: Box, setting: TextSetting): TextPen {
  /** The matrix of the line. */
  let line: Matrix = IDENTITY;
  /** Where the line begins and where the next glyph stands. */
  const at = { lineX: 0, lineY: 0, x: 0, y: 0 };
  let direction = directionOf(IDENTITY, IDENTITY);
  let open: OpenRun | undefined;
  /** The box of the glyph that is drawn. */
  const letter = { left: 0, bottom: 0, right: 0, top: 0 };

  function drawGlyph(state: GraphicsState, font: PdfFont, glyph: PdfGlyph, width: number): void {
    const replacement = setting.replacement();
    const text = asSeen(replacement ?? glyph.text);
    if (replacement === undefined ? glyph.isBlank : isBlank(replacement)) {
      if (open) open.run.text += text;
      return;
    }
    const { matrix, fontSize, rise } = state;
    if (direction.matrix !== matrix || direction.line !== line) direction = directionOf(line, matrix);
    const { alongX, alongY, acrossX, acrossY, unitPt } = direction;
    const startX = at.x * matrix[0] + at.y * matrix[2] + matrix[4] + acrossX * rise;
    const startY = at.x * matrix[1] + at.y * matrix[3] + matrix[5] + acrossY * rise;
    const height = X_HEIGHT * fontSize;
    setBox(letter, startX, startY, alongX * width, alongY * width, acrossX * height, acrossY * height);
    const sizePt = Math.abs(fontSize) * unitPt;
    const visibility = visibilityOf(letter, sheet, state);
    // A letter may be drawn in parts, such as its body and its dots; the text that stands for them came with the first.
    if (replacement === "" && open) {
      widen(open.run.box, letter);
      open.endX = Math.max(open.endX, startX + alongX * width);
      return;
    }
    const isLost = glyph.isMissing || (text === "" && replacement === undefined);
    if (open && isNext(open, state, visibility, sizePt, startX, startY)) {
      open.run.text += text;
      widen(open.run.box, letter);
      open.endX = startX + alongX * width;
      if (isLost) open.run.missingGlyphs += 1;
      return;
    }
    const run = {
      text,
      box: { ...letter },
      sizePt,
      colour: state.renderMode % 4 === 1 ? state.stroke : state.fill,
      opacity: opacityOf(state),
      font,
      visibility,
      missingGlyphs: isLost ? 1 : 0,
      mark: setting.mark(),
      layer: setting.layer(),
    };
    open = { run, style: { ...state }, endX: startX + alongX * width, baseline: startY };
    runs.push(run);
  }

  function isNext(
    { run, style, endX, baseline }: OpenRun,
    state: GraphicsState,
    visibility: Visibility,
    sizePt: number,
    startX: number,
    startY: number,
  ): boolean {
    return (
      run.visibility === visibility &&
      run.layer === setting.layer() &&
      run.mark === setting.mark() &&
      Math.abs(run.sizePt - sizePt) < 0.01 &&
      Math.abs(baseline - startY) < 0.1 * sizePt &&
      Math.abs(startX - endX) < 2 * sizePt &&
      isSameStyle(style, state)
    );
  }

  const advance = (distance: number) => {
    at.x += distance * line[0];
    at.y += distance * line[1];
  };
  const beginAt = (x: number, y: number) => {
    at.lineX = x;
    at.lineY = y;
    at.x = x;
    at.y = y;
  };
  const setMatrix = (matrix: Matrix) => {
    line = matrix;
    beginAt(matrix[4], matrix[5]);
  };

  return {
    begin: () => setMatrix(IDENTITY),
    setMatrix,
    moveLine(dx, dy) {
      const [a, b, c, d] = line;
      beginAt(a * dx + c * dy + at.lineX, b * dx + d * dy + at.lineY);
    },
    adjust(thousandths) {
      const { fontSize, horizontalScale } = setting.state();
      advance((-thousandths / 1000) * fontSize * horizontalScale);
    },
    show(chars) {
      const state = setting.state();
      const { font } = state;
      if (font === undefined) return;
      for (let index = 0; index < chars.length; index += font.codeBytes) {
        let code = chars.charCodeAt(index);
        for (let byte = 1; byte < font.codeBytes; byte += 1) {
          code = code * 256 + (chars.charCodeAt(index + byte) || 0);
        }
        const glyph = font.glyphOf(code);
        const width = glyph.width * state.fontSize * state.horizontalScale;
        drawGlyph(state, font, glyph, width);
        const spacing =
          state.characterSpacing + (font.codeBytes === 1 && code === 32 ? state.wordSpacing : 0);
        advance(width + spacing * state.horizontalScale);
      }
    },
  };
}

/** A letter with its marks, or a ligature, as its line has them: Hebrew and Arabic from left to right. */
const asSeen = (text: string): string =>
  text.length > 1 && RIGHT_TO_LEFT.test(text) ? [...text].reverse().join("") : text;

const isBlank = (text: string): boolean => text !== "" && text.trim() === "";

function directionOf(line: Matrix, matrix: Matrix): Direction {
  const [a, b, c, d] = line;
  const [A, B, C, D] = matrix;
  const acrossX = c * A + d * C;
  const acrossY = c * B + d * D;
  return {
    line,
    matrix,
    alongX: a * A + b * C,
    alongY: a * B + b * D,
    acrossX,
    acrossY,
    unitPt: Math.sqrt(acrossX * acrossX + acrossY * acrossY),
  };
}

type MutableBox = { -readonly [Side in keyof Box]: Box[Side] };

/** Makes `box` the box around a parallelogram. */
function setBox(
  box: MutableBox,
  x: number,
  y: number,
  alongX: number,
  alongY: number,
  acrossX: number,
  acrossY: number,
): void {
  box.left = x + Math.min(0, alongX) + Math.min(0, acrossX);
  box.right = x + Math.max(0, alongX) + Math.max(0, acrossX);
  box.bottom = y + Math.min(0, alongY) + Math.min(0, acrossY);
  box.top = y + Math.max(0, alongY) + Math.max(0, acrossY);
}

function widen(box: MutableBox, other: Box): void {
  if (other.left < box.left) box.left = other.left;
  if (other.right > box.right) box.right = other.right;
  if (other.bottom < box.bottom) box.bottom = other.bottom;
  if (other.top > box.top) box.top = other.top;
}

function isSameStyle(one: GraphicsState, other: GraphicsState): boolean {
  return (
    one.font === other.font &&
    one.fill === other.fill &&
    one.fillOpacity === other.fillOpacity &&
    one.groupOpacity === other.groupOpacity &&
    one.clip === other.clip &&
    one.renderMode === other.renderMode
  );
}

const opacityOf = (state: GraphicsState): number =>
  (state.renderMode % 4 === 1 ? state.strokeOpacity : state.fillOpacity) * state.groupOpacity;

function visibilityOf(letter: Box, sheet: Box, state: GraphicsState): Visibility {
  // Modes 3 and 7 paint nothing.
  if (state.renderMode % 4 === 3 || state.fontSize === 0 || opacityOf(state) < OPACITY_MIN)
    return "unpainted";
  if (!isSeenThrough(letter, sheet)) return "off-sheet";
  return isSeenThrough(letter, state.clip) ? "shown" : "clipped";
}

/** Whether enough of a letter is inside a window to be known. */
function isSeenThrough(letter: Box, window: Box): boolean {
  const middle = (letter.left + letter.right) / 2;
  const seen = Math.min(letter.top, window.top) - Math.max(letter.bottom, window.bottom);
  return middle >= window.left && middle <= window.right && seen >= SEEN_SHARE * (letter.top - letter.bottom);
}
