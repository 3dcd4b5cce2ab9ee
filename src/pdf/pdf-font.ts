import type { PdfFile } from "./pdf-file.ts";
import { isDictionary, type PdfDictionary, type PdfValue } from "./pdf-value.ts";
import { simpleEncoding } from "./simple-encoding.ts";
import { readUnicodeMap } from "./unicode-map.ts";

/** A font of a PDF, as far as it matters to what is read. */
export interface PdfFont {
  /** Its PostScript name without a subset’s tag. */
  readonly name: string;
  readonly isEmbedded: boolean;
  readonly isBold: boolean;
  /** Bytes a code. */
  readonly codeBytes: number;
  glyphOf(code: number): PdfGlyph;
}

/** What a code of a font draws. */
export interface PdfGlyph {
  /** The text that it shows; empty where the file does not tell. */
  readonly text: string;
  readonly isBlank: boolean;
  /** Whether it is the box for characters that the font lacks. */
  readonly isMissing: boolean;
  /** How far it moves on, in sizes of the type. */
  readonly width: number;
}

/** Reads the font that `value` stands for. */
export function readFont(file: PdfFile, value: PdfValue): PdfFont {
  const font = file.dictionary(value);
  const descendant = file.dictionary(file.array(font.get("DescendantFonts"))[0]);
  const isComposite = font.get("Subtype") === "Type0";
  const isDrawn = font.get("Subtype") === "Type3";
  const descriptor = file.dictionary((isComposite ? descendant : font).get("FontDescriptor"));
  const fullName = nameOf(file, font, descriptor);
  const toUnicode = file.bytes(font.get("ToUnicode"));
  const map = toUnicode === undefined ? undefined : readUnicodeMap(toUnicode);
  const encoding = file.resolve(font.get("Encoding"));
  const glyphs = new Map<number, PdfGlyph>();
  const widthOf = isComposite
    ? compositeWidths(file, descendant)
    : simpleWidths(file, font, descriptor, isDrawn);
  const encoded = isComposite ? () => "" : simpleEncoding(file, encoding);
  return {
    name: fullName.replace(/^[A-Z]{6}\+/, ""),
    isEmbedded: isDrawn || ["FontFile", "FontFile2", "FontFile3"].some((key) => descriptor.has(key)),
    isBold: /bold|black|heavy/i.test(fullName),
    codeBytes: isComposite ? (map?.codeBytes ?? 2) : 1,
    glyphOf(code) {
      const known = glyphs.get(code);
      if (known !== undefined) return known;
      const text = map?.texts.get(code) ?? encoded(code);
      const glyph = {
        text,
        isBlank: text !== "" && text.trim() === "",
        // Glyph 0 is .notdef by definition; only composite fonts with identical codes and glyphs show it by its code.
        isMissing: isComposite && code === 0,
        width: widthOf(code),
      };
      glyphs.set(code, glyph);
      return glyph;
    },
  };
}

function nameOf(file: PdfFile, font: PdfDictionary, descriptor: PdfDictionary): string {
  for (const value of [font.get("BaseFont"), descriptor.get("FontName"), font.get("Name")]) {
    const name = file.resolve(value);
    if (typeof name === "string") return name;
  }
  return "";
}

function simpleWidths(
  file: PdfFile,
  font: PdfDictionary,
  descriptor: PdfDictionary,
  isDrawn: boolean,
): (code: number) => number {
  const widths = file.array(font.get("Widths"));
  const first = numberOr(file.resolve(font.get("FirstChar")), 0);
  const missing = numberOr(file.resolve(descriptor.get("MissingWidth")), widths.length > 0 ? 0 : 500);
  const scale = isDrawn ? Math.abs(numberOr(file.array(font.get("FontMatrix"))[0], 0.001)) : 0.001;
  return (code) => numberOr(file.resolve(widths[code - first]), missing) * scale;
}

/** More than any font has; every code twice. */
const WIDTHS_MAX = 131_072;

/** Widths of a composite font, in sizes of the type: `first [w …]` and `first last w` in turns (9.7.4.3). */
export function compositeWidths(file: PdfFile, descendant: PdfDictionary): (code: number) => number {
  const otherwise = numberOr(file.resolve(descendant.get("DW")), 1000);
  const items = file.array(descendant.get("W"));
  const widths = new Map<number, number>();
  // A file of many wide ranges would keep the reader at work for hours.
  let left = WIDTHS_MAX;
  for (let index = 0; index + 1 < items.length && left > 0; ) {
    const first = numberOr(items[index], 0);
    const second = file.resolve(items[index + 1]);
    if (Array.isArray(second)) {
      for (const [step, width] of second.entries()) widths.set(first + step, numberOr(width, otherwise));
      index += 2;
    } else {
      const last = Math.min(numberOr(second, first), first + 65_535);
      left -= Math.max(0, last - first + 1);
      const width = numberOr(items[index + 2], otherwise);
      for (let code = first; code <= last; code += 1) widths.set(code, width);
      index += 3;
    }
  }
  return (code) => (widths.get(code) ?? otherwise) / 1000;
}

const numberOr = (value: PdfValue | undefined, otherwise: number): number =>
  typeof value === "number" ? value : otherwise;

/** Opens the fonts of a file, each once. */
export function openFonts(file: PdfFile): (value: PdfValue) => PdfFont {
  const known = new Map<unknown, PdfFont>();
  return (value) => {
    const key = file.resolve(value);
    const font = known.get(key) ?? readFont(file, isDictionary(key) ? key : null);
    known.set(key, font);
    return font;
  };
}
