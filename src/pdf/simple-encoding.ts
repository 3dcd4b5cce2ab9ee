import type { PdfFile } from "./pdf-file.ts";
import { isDictionary, type PdfValue } from "./pdf-value.ts";

/** What the codes of a font of one byte a character mean (ISO 32000-2, 9.6.5), where it has no ToUnicode map. */
export function simpleEncoding(file: PdfFile, encoding: PdfValue): (code: number) => string {
  const base = isDictionary(encoding) ? file.resolve(encoding.get("BaseEncoding")) : encoding;
  const plain = base === "MacRomanEncoding" ? macRoman : windows;
  const differences = isDictionary(encoding)
    ? readDifferences(file.array(encoding.get("Differences")))
    : NONE;
  return (code) => differences.get(code) ?? (code < 32 ? "" : plain(code));
}

const macRoman = (code: number): string => new TextDecoder("macintosh").decode(Uint8Array.of(code));

/** Not by TextDecoder, which takes Windows-1252 for Latin 1 in Node 20 (https://github.com/nodejs/node/issues/56542). */
const windows = (code: number): string =>
  (code < 128 || code > 159 ? "" : WINDOWS_SIGNS.charAt(code - 128)) || String.fromCharCode(code);

/** Codes 128 to 159; a blank for those without a sign. */
const WINDOWS_SIGNS = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

const NONE: ReadonlyMap<number, string> = new Map();

function readDifferences(items: readonly PdfValue[]): ReadonlyMap<number, string> {
  const differences = new Map<number, string>();
  let code = 0;
  for (const item of items) {
    if (typeof item === "number") code = item;
    else if (typeof item === "string") {
      differences.set(code, characterOf(item));
      code += 1;
    }
  }
  return differences;
}

/** The character that a glyph’s name stands for, by the rules of the Adobe Glyph List; empty for an unknown name. */
function characterOf(name: string): string {
  const [plain = ""] = name.split(".");
  const hex = /^(?:uni([0-9A-F]{4})|u([0-9A-F]{4,6}))$/.exec(plain);
  const code = Number.parseInt(hex?.[1] ?? hex?.[2] ?? "", 16);
  if (code <= 0x10ffff) return String.fromCodePoint(code);
  if (plain.length === 1) return plain;
  return NAMED.get(plain) ?? accented(plain);
}

/** `Eacute` and its like: a letter with the name of an accent. */
function accented(name: string): string {
  const accent = ACCENTS[name.slice(1)];
  return accent === undefined ? "" : `${name.charAt(0)}${accent}`.normalize("NFC");
}

const ACCENTS: Readonly<Record<string, string>> = {
  grave: "\u0300",
  acute: "\u0301",
  circumflex: "\u0302",
  tilde: "\u0303",
  macron: "\u0304",
  breve: "\u0306",
  dotaccent: "\u0307",
  dieresis: "\u0308",
  ring: "\u030A",
  hungarumlaut: "\u030B",
  caron: "\u030C",
  cedilla: "\u0327",
  ogonek: "\u0328",
};

/** Names of the glyphs that texts in Latin letters are set with. */
const NAMED: ReadonlyMap<string, string> = new Map(
  (
    "space=  exclam=! quotedbl=\" numbersign=# dollar=$ percent=% ampersand=& quotesingle=' parenleft=( parenright=) " +
    "asterisk=* plus=+ comma=, hyphen=- period=. slash=/ zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 " +
    "eight=8 nine=9 colon=: semicolon=; less=< equal== greater=> question=? at=@ bracketleft=[ backslash=\\ " +
    "bracketright=] asciicircum=^ underscore=_ grave=` braceleft={ bar=| braceright=} asciitilde=~ exclamdown=¡ " +
    "cent=¢ sterling=£ yen=¥ section=§ copyright=© guillemotleft=« guillemotright=» registered=® degree=° " +
    "plusminus=± mu=µ paragraph=¶ periodcentered=· questiondown=¿ AE=Æ Oslash=Ø germandbls=ß ae=æ oslash=ø " +
    "divide=÷ multiply=× dotlessi=ı OE=Œ oe=œ Lslash=Ł lslash=ł endash=– emdash=— quoteleft=‘ quoteright=’ " +
    "quotesinglbase=‚ quotedblleft=“ quotedblright=” quotedblbase=„ dagger=† daggerdbl=‡ bullet=• ellipsis=… " +
    "perthousand=‰ guilsinglleft=‹ guilsinglright=› Euro=€ trademark=™ minus=− fi=fi fl=fl ff=ff ffi=ffi ffl=ffl " +
    "arrowright=→ arrowup=↑ arrowdown=↓ nbspace=\u00a0 onehalf=½ onequarter=¼ threequarters=¾ lessequal=≤ " +
    "greaterequal=≥ notequal=≠ approxequal=≈"
  )
    .split(/ (?=\w+=)/)
    .map((pair): [string, string] => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]),
);
