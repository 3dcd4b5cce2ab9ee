/**
 * A text without what layout may change: white space, soft hyphens, hyphens between letters (which may stem from a line’s end)
 * and capitals (which may stem from a style sheet). Every letter, digit and sign is kept.
 */
export interface DenseText {
  readonly text: string;
  /** 1 where white space, or the end of a piece, stood before the character at the same index. */
  readonly breaks: Uint8Array;
  /** Where each piece begins. */
  readonly starts: readonly number[];
}

/** Makes one dense text of `pieces`, in order. */
export function denseTextOf(pieces: readonly string[]): DenseText {
  const codes: number[] = [];
  const breaks: number[] = [];
  const starts: number[] = [];
  for (const piece of pieces) {
    let isAfterBreak = true;
    const isEmpty = () => codes.length === starts.at(-1);
    starts.push(codes.length);
    for (const code of foldedCodes(piece)) {
      if (code === BREAK) isAfterBreak = true;
      else if (code !== NOTHING) {
        if (isLetter(code) && isHyphen(codes.at(-1)) && isLetter(codes.at(-2))) {
          codes.pop();
          breaks.pop();
          if (starts.at(-1) === codes.length + 1) starts[starts.length - 1] = codes.length;
        }
        codes.push(code);
        breaks.push(isAfterBreak || isEmpty() ? 1 : 0);
        isAfterBreak = false;
      }
    }
  }
  return { text: stringOf(codes), breaks: Uint8Array.from(breaks), starts };
}

/** The dense form of a text to be looked for. */
export const dense = (text: string): string => denseTextOf([text]).text;

const BREAK = -1;
const NOTHING = -2;

function* foldedCodes(piece: string): Generator<number> {
  // Text of one byte a letter is in form C already, and most is.
  const text = PLAIN.test(piece) ? piece : piece.normalize("NFC");
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 128) yield ASCII[code] ?? NOTHING;
    else if (code === NO_BREAK_SPACE || isOtherSpace(code)) yield BREAK;
    else if (isIgnorable(code)) yield NOTHING;
    else if (TWINS.has(code)) yield TWINS.get(code) ?? code;
    else {
      const folded = code === SHARP_S || code === CAPITAL_SHARP_S ? "ss" : text.charAt(index).toLowerCase();
      for (let unit = 0; unit < folded.length; unit += 1) yield folded.charCodeAt(unit);
    }
  }
}

const PLAIN = /^[\0-\u02ff\u2000-\u206f]*$/;
const NO_BREAK_SPACE = 0xa0;
const SHARP_S = 0xdf;
const CAPITAL_SHARP_S = 0x1e9e;

/**
 * Characters that a font draws with one glyph: a PDF that has lost the text behind its glyphs tells either. Hyphens that do
 * not break, the apostrophe as a letter, the sign of a millionth.
 */
const TWINS: ReadonlyMap<number, number> = new Map([
  [0x2010, 45],
  [0x2011, 45],
  [0x2bc, 0x2019],
  [0xb5, 0x3bc],
]);

/** What each character of ASCII becomes. */
const ASCII = Array.from({ length: 128 }, (_, code) => {
  if (code <= 32) return BREAK;
  return code >= 65 && code <= 90 ? code + 32 : code;
});

const isOtherSpace = (code: number): boolean =>
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x1680 ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x3000;

/** Soft hyphens, joiners, marks of direction. */
const isIgnorable = (code: number): boolean =>
  code === 0xad ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2060 && code <= 0x2069) ||
  code === 0xfeff ||
  code === 0x034f ||
  code === 0x0307;

const isHyphen = (code: number | undefined): boolean => code === 45;

function isLetter(code: number | undefined): boolean {
  if (code === undefined) return false;
  if (code < 128) return code >= 97 && code <= 122;
  return /\p{L}/u.test(String.fromCharCode(code));
}

function stringOf(codes: readonly number[]): string {
  let text = "";
  for (let index = 0; index < codes.length; index += 4096) {
    text += String.fromCharCode(...codes.slice(index, index + 4096));
  }
  return text;
}
