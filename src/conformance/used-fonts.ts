import type { PdfFile } from "../pdf/pdf-file.ts";
import { compositeWidths } from "../pdf/pdf-font.ts";
import { isStream, type PdfDictionary } from "../pdf/pdf-value.ts";
import { readSfnt, type Sfnt } from "../pdf/sfnt.ts";
import { simpleEncoding } from "../pdf/simple-encoding.ts";
import { readUnicodeMap } from "../pdf/unicode-map.ts";
import type { CodeUse, FontUse } from "./content/content-use.ts";
import type { FaultPlace } from "./rule.ts";
import type { Subject } from "./subject.ts";

/** A font that text is shown with, as the rules ask for it. */
export interface UsedFont {
  readonly name: string;
  readonly kind: string;
  readonly where: FaultPlace;
  readonly dictionary: PdfDictionary;
  /** The font that a composite one is made of; the font itself for any other. */
  readonly inner: PdfDictionary;
  readonly descriptor: PdfDictionary;
  /** Whether any of its letters is drawn, and not only there to be copied. */
  readonly isDrawn: boolean;
  readonly isEmbedded: boolean;
  readonly codes: ReadonlyMap<number, CodeUse>;
  /** Its program, where that is TrueType or OpenType. */
  readonly program: Sfnt | undefined;
  /** The text of a code; undefined where the file does not tell. */
  textOf(code: number): string | undefined;
  /** The glyph of a code; undefined where that cannot be told without the font’s own tables. */
  glyphOf(code: number): number | undefined;
  /** The width that the file gives a code, in thousandths of the type’s size; undefined for fonts that are not composite. */
  widthOf(code: number): number | undefined;
}

const FILES = ["FontFile", "FontFile2", "FontFile3"] as const;
/** Collections whose characters are known to every reader (ISO 32000-1, 9.10.2). */
const COLLECTIONS = new Set(["GB1", "CNS1", "Japan1", "Korea1"]);

/** Stands for a character that has a name of the Adobe Glyph List, but which one is of no matter here. */
const UNKNOWN = "\ufffd";
/** Names of glyphs that tell nothing: `g12`, `cid00034`, `.notdef`. */
const MADE_UP = /^(?:\.notdef|[a-z]{0,5}\d+)$/i;

const known = new WeakMap<Subject, readonly UsedFont[]>();

/** The fonts that the file’s text is shown with. */
export function usedFonts(subject: Subject): readonly UsedFont[] {
  const before = known.get(subject);
  if (before !== undefined) return before;
  const fonts = [...subject.content.fonts].map(([dictionary, use]) =>
    openFont(subject.file, dictionary, use),
  );
  known.set(subject, fonts);
  return fonts;
}

function openFont(file: PdfFile, dictionary: PdfDictionary, { where, codes }: FontUse): UsedFont {
  const kind = String(file.resolve(dictionary.get("Subtype")) ?? "");
  const isComposite = kind === "Type0";
  const inner = isComposite ? file.dictionary(file.array(dictionary.get("DescendantFonts"))[0]) : dictionary;
  const descriptor = file.dictionary(inner.get("FontDescriptor"));
  const name = file.resolve(dictionary.get("BaseFont"));
  const map = file.bytes(dictionary.get("ToUnicode"));
  const texts = map === undefined ? undefined : readUnicodeMap(map).texts;
  const encoding = file.resolve(dictionary.get("Encoding"));
  const isIdentity = encoding === "Identity-H" || encoding === "Identity-V";
  const encoded = isComposite || !isEncodingKnown() ? undefined : simpleEncoding(file, encoding);
  const glyphs = glyphMap();
  const widths = isComposite ? compositeWidths(file, inner) : undefined;
  return {
    name: typeof name === "string" ? name : kind,
    ...{ kind, where, dictionary, inner, descriptor, codes },
    isDrawn: [...codes.values()].some((use) => use.isDrawn),
    isEmbedded: kind === "Type3" || FILES.some((key) => isStream(file.resolve(descriptor.get(key)))),
    program: programOf(),
    textOf(code) {
      const told = texts?.get(code);
      if (told !== undefined || encoded === undefined) return told;
      return encoded(code) || (isNamed(code) ? UNKNOWN : undefined);
    },
    glyphOf: (code) => (isIdentity ? glyphs?.(code) : undefined),
    widthOf: (code) => (isIdentity && widths !== undefined ? widths(code) * 1000 : undefined),
  };

  /** Which of the ways of ISO 32000-1, 9.10.2, lead from codes to characters without a map. */
  function isEncodingKnown(): boolean {
    if (typeof encoding === "string") return true;
    if (file.array(file.dictionary(encoding).get("Differences")).length > 0) return true;
    return kind === "Type1" || file.dictionary(encoding).has("BaseEncoding");
  }

  /** Whether a name, here or in the font’s program, stands for the character of a code: no number that a program made up. */
  function isNamed(code: number): boolean {
    const items = file.array(file.dictionary(encoding).get("Differences"));
    let at = 0;
    for (const item of items) {
      if (typeof item === "number") at = item;
      else if (at === code) return typeof item === "string" && !MADE_UP.test(item);
      else at += 1;
    }
    return kind === "Type1" || kind === "MMType1";
  }

  function glyphMap(): ((code: number) => number) | undefined {
    const value = inner.get("CIDToGIDMap");
    const resolved = file.resolve(value);
    if (isStream(resolved)) {
      const bytes = file.bytes(resolved) ?? new Uint8Array();
      return (code) => (bytes[code * 2] ?? 0) * 256 + (bytes[code * 2 + 1] ?? 0);
    }
    return (code) => code;
  }

  function programOf(): Sfnt | undefined {
    // What a program of another kind calls its glyphs is not told by the file.
    const isTrueType = kind === "TrueType" || file.resolve(inner.get("Subtype")) === "CIDFontType2";
    if (!isTrueType) return undefined;
    const bytes = file.bytes(descriptor.get("FontFile2") ?? descriptor.get("FontFile3"));
    return bytes === undefined ? undefined : readSfnt(bytes);
  }
}

/** Whether a composite font’s characters are of a collection that every reader knows. */
export function isOfKnownCollection({ file }: Subject, { inner }: UsedFont): boolean {
  const ordering = file.resolve(file.dictionary(inner.get("CIDSystemInfo")).get("Ordering"));
  return (
    typeof ordering === "object" &&
    ordering !== null &&
    "chars" in ordering &&
    COLLECTIONS.has(ordering.chars)
  );
}
