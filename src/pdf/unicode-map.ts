import { openLexer } from "./pdf-lexer.ts";
import { isKeyword, isString, type Keyword, type PdfString, type PdfValue, textOf } from "./pdf-value.ts";

/** What the codes of a font mean, as its ToUnicode map says (ISO 32000-2, 9.10.3). */
export interface UnicodeMap {
  readonly texts: ReadonlyMap<number, string>;
  /** Bytes a code; undefined where the map does not say. */
  readonly codeBytes: number | undefined;
}

const RANGE_MAX = 65_536;
/** More than any font has glyphs; a map of more is an attack. */
const TEXTS_MAX = 262_144;

/** Reads a ToUnicode map. */
export function readUnicodeMap(bytes: Uint8Array): UnicodeMap {
  const lexer = openLexer(bytes);
  const texts = new Map<number, string>();
  let codeBytes: number | undefined;
  let operands: (PdfValue | Keyword)[] = [];
  for (let token = lexer.read(); token !== undefined; token = lexer.read()) {
    if (!isKeyword(token)) {
      operands.push(token);
      continue;
    }
    if (token.keyword === "endcodespacerange") codeBytes = lengthOf(operands[0]);
    if (token.keyword === "endbfchar") addCharacters(texts, operands);
    if (token.keyword === "endbfrange") addRanges(texts, operands);
    operands = [];
  }
  return { texts, codeBytes };
}

const lengthOf = (value: PdfValue | Keyword | undefined): number | undefined =>
  isString(value) ? value.chars.length : undefined;

function addCharacters(texts: Map<number, string>, operands: readonly (PdfValue | Keyword)[]): void {
  for (let index = 0; index + 1 < operands.length; index += 2) {
    const [code, text] = [operands[index], operands[index + 1]];
    if (isString(code) && isString(text)) texts.set(codeOf(code), utf16(text));
  }
}

function addRanges(texts: Map<number, string>, operands: readonly (PdfValue | Keyword)[]): void {
  let left = TEXTS_MAX;
  for (let index = 0; index + 2 < operands.length && left > 0; index += 3) {
    const [from, to, target] = [operands[index], operands[index + 1], operands[index + 2]];
    if (!isString(from) || !isString(to)) continue;
    const first = codeOf(from);
    const count = Math.min(codeOf(to) - first + 1, RANGE_MAX);
    left -= Math.max(0, count);
    if (Array.isArray(target)) {
      for (const [step, text] of target.slice(0, count).entries()) {
        if (isString(text)) texts.set(first + step, utf16(text));
      }
    } else if (isString(target)) {
      const start = utf16(target);
      const head = start.slice(0, -1);
      const last = start.charCodeAt(start.length - 1);
      for (let step = 0; step < count; step += 1) {
        texts.set(first + step, head + String.fromCharCode(last + step));
      }
    }
  }
}

/** A code as a number, its first byte highest. */
function codeOf({ chars }: PdfString): number {
  let code = 0;
  for (let index = 0; index < chars.length; index += 1) code = code * 256 + chars.charCodeAt(index);
  return code;
}

const utf16 = ({ chars }: PdfString): string =>
  chars.length === 1 ? chars : textOf({ chars: `\xFE\xFF${chars}` });
