import {
  isKeyword,
  type Keyword,
  type PdfReference,
  type PdfString,
  type PdfValue,
  pdfReference,
  pdfString,
} from "./pdf-value.ts";

/** Reads values and keywords one after another (ISO 32000-2, 7.2 and 7.3); whatever is malformed is passed over. */
export interface PdfLexer {
  /** The next value or keyword; undefined at the end. */
  read(): PdfValue | Keyword | undefined;
  /** Offset of the next byte. */
  position(): number;
  moveTo(position: number): void;
}

/** Deeper nesting than any writer makes; beyond it lies an attack. */
const DEPTH_MAX = 100;

/** Kinds of bytes: what separates, what delimits, what begins a number. */
const REGULAR = 0;
const SPACE = 1;
const DELIMITER = 2;
const NUMERIC = 3;
const KIND = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) KIND[code] = SPACE;
for (const character of "()<>[]{}/%") KIND[character.charCodeAt(0)] = DELIMITER;
for (const character of "0123456789+-.") KIND[character.charCodeAt(0)] = NUMERIC;

const OPEN_ARRAY: Keyword = { type: "keyword", keyword: "[" };
const CLOSE_ARRAY: Keyword = { type: "keyword", keyword: "]" };
const OPEN_DICTIONARY: Keyword = { type: "keyword", keyword: "<<" };
const CLOSE_DICTIONARY: Keyword = { type: "keyword", keyword: ">>" };

/** Operators are few and come by the thousand: short words are known by their bytes, read as one number. */
const SHORT_BYTES = 5;
const KEYWORDS_MAX = 1000;
const SHORT_WORDS = new Map<number, PdfValue | Keyword>(
  Object.entries({ true: true, false: false, null: null }).map(([word, value]) => [
    Buffer.from(word).reduce((key, code) => key * 256 + code, 0),
    value,
  ]),
);

/** Opens a lexer on `bytes`, at `start`. */
export function openLexer(bytes: Uint8Array, start = 0): PdfLexer {
  const end = bytes.length;
  let at = start;

  function readToken(): PdfValue | Keyword | undefined {
    for (;;) {
      const code = bytes[at] ?? -1;
      if (code < 0) return undefined;
      const kind = KIND[code];
      if (kind === NUMERIC) return readNumber();
      if (kind === SPACE) at += 1;
      else if (kind === REGULAR) return readWord();
      else if (code === PERCENT) skipComment();
      else return readDelimited(code);
    }
  }

  function readDelimited(code: number): PdfValue | Keyword {
    at += 1;
    switch (code) {
      case SLASH:
        return readName();
      case LESS:
        if (bytes[at] !== LESS) return readHexString();
        at += 1;
        return OPEN_DICTIONARY;
      case GREATER:
        if (bytes[at] === GREATER) at += 1;
        return CLOSE_DICTIONARY;
      case OPEN_PARENTHESIS:
        return readLiteralString();
      case OPEN_BRACKET:
        return OPEN_ARRAY;
      case CLOSE_BRACKET:
        return CLOSE_ARRAY;
      default:
        return keywordFor(String.fromCharCode(code));
    }
  }

  function readNumber(): number {
    let sign = 1;
    let value = 0;
    let scale = 0;
    for (; at < end; at += 1) {
      const code = bytes[at] ?? 0;
      if (code >= DIGIT_0 && code <= DIGIT_9) {
        value = value * 10 + (code - DIGIT_0);
        scale *= 10;
      } else if (code === POINT && scale === 0) scale = 1;
      else if (code === MINUS && value === 0 && scale === 0) sign = -1;
      else if (KIND[code] !== NUMERIC) break;
    }
    return (sign * value) / (scale || 1);
  }

  function readWord(): PdfValue | Keyword {
    const from = at;
    let key = 0;
    for (; at < end; at += 1) {
      const code = bytes[at] ?? 0;
      const kind = KIND[code];
      if (kind !== REGULAR && kind !== NUMERIC) break;
      key = key * 256 + code;
    }
    if (at - from > SHORT_BYTES) return keywordFor(Buffer.from(bytes.subarray(from, at)).toString("latin1"));
    const known = SHORT_WORDS.get(key);
    if (known !== undefined) return known;
    const keyword = keywordFor(String.fromCharCode(...bytes.subarray(from, at)));
    if (SHORT_WORDS.size < KEYWORDS_MAX) SHORT_WORDS.set(key, keyword);
    return keyword;
  }

  function readName(): string {
    let name = "";
    for (; at < end; at += 1) {
      const code = bytes[at] ?? 0;
      if (KIND[code] !== REGULAR && KIND[code] !== NUMERIC) break;
      const high = code === HASH ? hexOf(bytes[at + 1]) : -1;
      const low = high < 0 ? -1 : hexOf(bytes[at + 2]);
      name += String.fromCharCode(low < 0 ? code : high * 16 + low);
      if (low >= 0) at += 2;
    }
    return name;
  }

  function readHexString(): PdfString {
    let chars = "";
    let high = -1;
    for (; at < end; at += 1) {
      const code = bytes[at] ?? 0;
      if (code === GREATER) break;
      const digit = hexOf(code);
      if (digit < 0) continue;
      if (high < 0) high = digit;
      else {
        chars += String.fromCharCode(high * 16 + digit);
        high = -1;
      }
    }
    at += 1;
    return pdfString(high < 0 ? chars : chars + String.fromCharCode(high * 16));
  }

  function readLiteralString(): PdfString {
    const codes: number[] = [];
    for (let depth = 1; at < end; at += 1) {
      const code = bytes[at] ?? 0;
      if (code === BACKSLASH) readEscape(codes);
      else {
        if (code === OPEN_PARENTHESIS) depth += 1;
        if (code === CLOSE_PARENTHESIS) depth -= 1;
        if (depth === 0) break;
        codes.push(code);
      }
    }
    at += 1;
    return pdfString(Buffer.from(codes).toString("latin1"));
  }

  /** Stands on the backslash; leaves the lexer on the last byte of the escape. */
  function readEscape(codes: number[]): void {
    at += 1;
    const code = bytes[at] ?? 0;
    if (code >= DIGIT_0 && code < DIGIT_0 + 8) {
      let value = 0;
      let digits = 0;
      for (; digits < 3; digits += 1) {
        const digit = (bytes[at + digits] ?? 0) - DIGIT_0;
        if (digit < 0 || digit > 7) break;
        value = value * 8 + digit;
      }
      at += digits - 1;
      codes.push(value & 255);
    } else if (code === CARRIAGE_RETURN) {
      if (bytes[at + 1] === LINE_FEED) at += 1;
    } else if (code !== LINE_FEED) {
      codes.push(ESCAPES[String.fromCharCode(code)] ?? code);
    }
  }

  function skipComment(): void {
    while (at < end && bytes[at] !== LINE_FEED && bytes[at] !== CARRIAGE_RETURN) at += 1;
  }

  function readValue(depth: number): PdfValue | Keyword | undefined {
    const token = readToken();
    if (depth > DEPTH_MAX) return token;
    if (token === OPEN_ARRAY) return readItems(CLOSE_ARRAY, depth);
    if (token === OPEN_DICTIONARY) return dictionaryOf(readItems(CLOSE_DICTIONARY, depth));
    return token;
  }

  function readItems(close: Keyword, depth: number): PdfValue[] {
    const items: PdfValue[] = [];
    for (;;) {
      const item = readValue(depth + 1);
      if (item === undefined || item === close) return items;
      if (!isKeyword(item)) items.push(item);
      else if (item.keyword === "R") items.push(referenceOf(items));
      // A closing mark of the other kind, or the end of the object: what is open is closed.
      else if (item === CLOSE_ARRAY || item === CLOSE_DICTIONARY || item.keyword === "endobj") return items;
    }
  }

  return {
    read: () => readValue(0),
    position: () => at,
    moveTo(position) {
      at = position;
    },
  };
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const HASH = 35;
const PERCENT = 37;
const OPEN_PARENTHESIS = 40;
const CLOSE_PARENTHESIS = 41;
const MINUS = 45;
const POINT = 46;
const SLASH = 47;
const DIGIT_0 = 48;
const DIGIT_9 = 57;
const LESS = 60;
const GREATER = 62;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

const keywordFor = (keyword: string): Keyword => ({ type: "keyword", keyword });

function hexOf(code: number | undefined): number {
  if (code === undefined) return -1;
  if (code >= DIGIT_0 && code <= DIGIT_9) return code - DIGIT_0;
  const letter = (code | 32) - 97;
  return letter >= 0 && letter < 6 ? letter + 10 : -1;
}

function referenceOf(items: PdfValue[]): PdfReference {
  items.pop();
  const object = items.pop();
  return pdfReference(typeof object === "number" ? object : 0);
}

function dictionaryOf(items: readonly PdfValue[]): PdfValue {
  const entries = new Map<string, PdfValue>();
  for (let index = 0; index + 1 < items.length; index += 2) {
    const key = items[index];
    if (typeof key === "string") entries.set(key, items[index + 1] ?? null);
  }
  return entries;
}
