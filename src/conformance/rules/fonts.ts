import { isStream } from "../../pdf/pdf-value.ts";
import type { Fault, Rule, RuleGroup } from "../rule.ts";
import type { Subject } from "../subject.ts";
import { isOfKnownCollection, type UsedFont, usedFonts } from "../used-fonts.ts";

const KINDS = new Set(["Type1", "MMType1", "TrueType", "Type3", "Type0"]);
/** Thousandths of the type’s size by which two widths may differ (as veraPDF has it). */
const WIDTH_TOLERANCE = 1;
const SYMBOLIC = 4;

/** The fonts of a file. */
export const FONTS: RuleGroup = {
  name: "Fonts",
  mend: "Embed the fonts when the file is made; set characters that a font lacks in another one.",
  rules: [
    fontRule({ a: "6.2.11.2-1", asks: "Every font says that it is one (Type)." }, ({ dictionary }) =>
      dictionary.get("Type") === "Font" ? undefined : "does not",
    ),
    fontRule({ a: "6.2.11.2-2", asks: "Every font is of a kind of PDF 1.7." }, ({ kind }) =>
      KINDS.has(kind) ? undefined : `is of the kind “${kind}”`,
    ),
    fontRule({ a: "6.2.11.2-3", asks: "Every font has a name." }, ({ kind, dictionary }) =>
      kind === "Type3" || dictionary.has("BaseFont") ? undefined : "has none",
    ),
    fontRule(
      { a: "6.2.11.2-6", asks: "Fonts of one byte a character have a width for each of them." },
      ({ kind, dictionary, isEmbedded }, { file }) => {
        if (kind === "Type0" || !isEmbedded) return undefined;
        const [first, last] = ["FirstChar", "LastChar"].map((key) => file.resolve(dictionary.get(key)));
        const widths = file.array(dictionary.get("Widths")).length;
        return typeof first === "number" && typeof last === "number" && widths === last - first + 1
          ? undefined
          : `has ${widths} widths`;
      },
    ),
    fontRule(
      {
        ua: "7.21.3.2-1",
        a: "6.2.11.3.2-1",
        asks: "Composite fonts of TrueType say which glyph a character is (CIDToGIDMap).",
      },
      ({ inner }, { file }) => {
        if (file.resolve(inner.get("Subtype")) !== "CIDFontType2") return undefined;
        const map = file.resolve(inner.get("CIDToGIDMap"));
        return map === "Identity" || isStream(map) ? undefined : "does not";
      },
    ),
    fontRule(
      {
        ua: "7.21.3.3-1",
        a: "6.2.11.3.3-1",
        asks: "How the bytes of a composite font become characters is known to every reader or stands in the file.",
      },
      ({ kind, dictionary }, { file }) => {
        const encoding = file.resolve(dictionary.get("Encoding"));
        if (kind !== "Type0" || isStream(encoding)) return undefined;
        return typeof encoding === "string" && /(?:^|-)[HV]$/.test(encoding)
          ? undefined
          : `has “${String(encoding)}”`;
      },
    ),
    fontRule(
      { ua: "7.21.4.1-1", a: "6.2.11.4.1-1", asks: "Fonts are embedded." },
      ({ isDrawn, isEmbedded }) => (isDrawn && !isEmbedded ? "is not" : undefined),
    ),
    fontRule(
      { ua: "7.21.4.1-2", a: "6.2.11.4.1-2", asks: "Embedded fonts have every glyph that is drawn." },
      ({ program, codes, glyphOf }) => {
        if (program === undefined) return undefined;
        const lacking = [...codes].filter(
          ([code, use]) => use.isDrawn && (glyphOf(code) ?? 0) >= program.glyphs,
        );
        return lacking.length === 0 ? undefined : `lacks ${counted(lacking.length, "glyph")}`;
      },
    ),
    fontRule(
      {
        ua: "7.21.4.2-2",
        a: "6.2.11.4.2-2",
        asks: "A list of a font’s characters (CIDSet) has all that are shown.",
      },
      ({ descriptor, codes }, { file }) => {
        const set = file.bytes(descriptor.get("CIDSet"));
        if (set === undefined) return undefined;
        const lacking = [...codes.keys()].filter(
          (code) => ((set[code >> 3] ?? 0) & (128 >> (code & 7))) === 0,
        );
        return lacking.length === 0
          ? undefined
          : `has a list that lacks ${counted(lacking.length, "character")}`;
      },
    ),
    fontRule(
      { ua: "7.21.5-1", a: "6.2.11.5-1", asks: "The widths of glyphs in the file are those in the font." },
      ({ program, codes, glyphOf, widthOf }) => {
        if (program === undefined) return undefined;
        const wrong = [...codes].filter(([code, use]) => {
          const [glyph, width] = [glyphOf(code), widthOf(code)];
          if (!use.isDrawn || glyph === undefined || width === undefined || glyph >= program.glyphs)
            return false;
          return Math.abs(program.widthOf(glyph) - width) > WIDTH_TOLERANCE;
        });
        return wrong.length === 0 ? undefined : `has ${counted(wrong.length, "glyph")} of another width`;
      },
    ),
    fontRule(
      {
        ua: "7.21.6-2",
        a: "6.2.11.6-2",
        asks: "TrueType fonts of letters have one of the two usual encodings.",
      },
      ({ kind, dictionary, descriptor }, { file }) => {
        if (kind !== "TrueType" || isSymbolic(file.resolve(descriptor.get("Flags")))) return undefined;
        const encoding = file.resolve(dictionary.get("Encoding"));
        const base = encoding instanceof Map ? file.resolve(encoding.get("BaseEncoding")) : encoding;
        return base === "WinAnsiEncoding" || base === "MacRomanEncoding" ? undefined : "has another";
      },
    ),
    fontRule(
      { ua: "7.21.6-3", a: "6.2.11.6-3", asks: "TrueType fonts of symbols have no encoding." },
      ({ kind, dictionary, descriptor }, { file }) =>
        kind === "TrueType" && isSymbolic(file.resolve(descriptor.get("Flags"))) && dictionary.has("Encoding")
          ? "has one"
          : undefined,
    ),
    fontRule(
      {
        ua: "7.21.6-4",
        a: "6.2.11.6-4",
        asks: "TrueType programs have the tables from characters to glyphs that they need.",
      },
      ({ kind, descriptor, program }, { file }) => {
        if (kind !== "TrueType" || program === undefined) return undefined;
        const maps = program.characterMaps;
        const isRight = isSymbolic(file.resolve(descriptor.get("Flags")))
          ? maps.length === 1 || maps.includes("3.0")
          : maps.some((map) => map !== "3.0");
        return isRight ? undefined : "does not";
      },
    ),
    fontRule(
      {
        ua: "7.21.7-1",
        a: "6.2.11.7.2-1",
        asks: "The file tells which character every glyph is (ToUnicode).",
      },
      (font, subject) => {
        if (font.kind === "Type0" && isOfKnownCollection(subject, font)) return undefined;
        const untold = [...font.codes].filter(([code, use]) => use.isBare && font.textOf(code) === undefined);
        return untold.length === 0 ? undefined : `does not for ${counted(untold.length, "glyph")}`;
      },
    ),
    fontRule(
      { ua: "7.21.7-2", a: "6.2.11.7.2-2", asks: "No glyph is said to be U+0000, U+FEFF or U+FFFE." },
      ({ codes, textOf }) => {
        const wrong = [...codes.keys()].filter((code) => /[\0\ufeff\ufffe]/.test(textOf(code) ?? ""));
        return wrong.length === 0 ? undefined : `has ${counted(wrong.length, "glyph")} that is`;
      },
    ),
    fontRule(
      { a: "6.2.11.7.3-1", asks: "A glyph of the private use area has a text in its place (ActualText)." },
      ({ codes, textOf }) => {
        const bare = [...codes].filter(([code, use]) => use.isBare && PRIVATE.test(textOf(code) ?? ""));
        return bare.length === 0 ? undefined : `has ${counted(bare.length, "glyph")} without`;
      },
    ),
    fontRule(
      {
        ua: "7.21.8-1",
        a: "6.2.11.8-1",
        asks: "No text shows the box for characters that a font lacks (.notdef).",
      },
      ({ codes, glyphOf }) => {
        const missing = [...codes.keys()].filter((code) => glyphOf(code) === 0);
        return missing.length === 0 ? undefined : "shows it";
      },
    ),
    {
      ...fontRule(
        {
          a: "6.2.11.4.2-a",
          asks: "Of embedded fonts only the glyphs that are shown are in the file, so that it stays small.",
        },
        ({ kind, isEmbedded, name, dictionary }) =>
          kind === "Type3" || !isEmbedded || !dictionary.has("BaseFont") || /^[A-Z]{6}\+/.test(name)
            ? undefined
            : "is embedded whole",
      ),
      isAdvice: true,
    },
  ],
};

const PRIVATE = /[\ue000-\uf8ff]|[\u{f0000}-\u{ffffd}]|[\u{100000}-\u{10fffd}]/u;

const isSymbolic = (flags: unknown): boolean => typeof flags === "number" && (flags & SYMBOLIC) !== 0;

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;

/** A rule that is judged font by font; `judge` says what is wrong in words that follow the font’s name. */
function fontRule(
  asked: Pick<Rule, "ua" | "a" | "asks">,
  judge: (font: UsedFont, subject: Subject) => string | undefined,
): Rule {
  return {
    ...asked,
    judge: (subject) =>
      usedFonts(subject).flatMap((font): Fault[] => {
        const what = judge(font, subject);
        return what === undefined ? [] : [{ what: `the font ${font.name} ${what}`, where: font.where }];
      }),
  };
}
