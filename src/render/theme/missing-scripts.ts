import type { FontBook } from "../load-fonts.ts";

/** A script of which a page has characters that none of its typefaces has. */
export interface MissingScript {
  /** As one would say it: “Japanese characters”. */
  readonly script: string;
  /** The first few of these characters. */
  readonly sample: string;
  /** A typeface that has them, and the package that it comes in. */
  readonly typeface: { readonly family: string; readonly package: string } | undefined;
}

/** How many characters show a reader which are meant. */
const SAMPLE_LENGTH = 6;

/**
 * The scripts that `body` is written in without a typeface for them; `lang` decides what Chinese characters are. Punctuation,
 * digits and symbols are of no script, so that an arrow never alarms.
 */
export function missingScripts(
  body: string,
  lang: string,
  fonts: Pick<FontBook, "missingFrom">,
): MissingScript[] {
  const missing = fonts.missingFrom(body);
  if (missing.length === 0) return [];
  const hanOf = scriptOfHan(body, lang);
  const found = new Map<Script, string[]>();
  for (const character of missing) {
    const script = HAN.test(character) ? hanOf : SCRIPTS.find(({ form }) => form.test(character));
    if (script === undefined) continue;
    const sample = found.get(script) ?? [];
    if (sample.length < SAMPLE_LENGTH) sample.push(character);
    found.set(script, sample);
  }
  return [...found].map(([{ name, typeface }, sample]) => ({
    script: name,
    sample: sample.join(""),
    typeface: typeface === undefined ? undefined : { family: typeface, package: packageOf(typeface) },
  }));
}

interface Script {
  readonly name: string;
  readonly form: RegExp;
  /** A typeface in an npm package of the same name. */
  readonly typeface: string | undefined;
}

const script = (name: string, form: RegExp, typeface?: string): Script => ({ name, form, typeface });

const packageOf = (typeface: string): string => `@fontsource/${typeface.toLowerCase().replaceAll(" ", "-")}`;

const HAN = /\p{Script=Han}/u;
const JAPANESE = script("Japanese", /[\p{Script=Hiragana}\p{Script=Katakana}]/u, "Noto Sans JP");
const KOREAN = script("Korean", /\p{Script=Hangul}/u, "Noto Sans KR");
const CHINESE = script("Chinese", HAN, "Noto Sans SC");
const TRADITIONAL_CHINESE = script("traditional Chinese", HAN, "Noto Sans TC");

const SCRIPTS: readonly Script[] = [
  JAPANESE,
  KOREAN,
  script("Arabic", /\p{Script=Arabic}/u, "Noto Sans Arabic"),
  script("Hebrew", /\p{Script=Hebrew}/u, "Noto Sans Hebrew"),
  script("Cyrillic", /\p{Script=Cyrillic}/u, "Noto Sans"),
  script("Greek", /\p{Script=Greek}/u, "Noto Sans"),
  script("Latin", /\p{Script=Latin}/u, "Noto Sans"),
  script("Devanagari", /\p{Script=Devanagari}/u, "Noto Sans Devanagari"),
  script("Bengali", /\p{Script=Bengali}/u, "Noto Sans Bengali"),
  script("Gujarati", /\p{Script=Gujarati}/u, "Noto Sans Gujarati"),
  script("Gurmukhi", /\p{Script=Gurmukhi}/u, "Noto Sans Gurmukhi"),
  script("Tamil", /\p{Script=Tamil}/u, "Noto Sans Tamil"),
  script("Telugu", /\p{Script=Telugu}/u, "Noto Sans Telugu"),
  script("Kannada", /\p{Script=Kannada}/u, "Noto Sans Kannada"),
  script("Malayalam", /\p{Script=Malayalam}/u, "Noto Sans Malayalam"),
  script("Sinhala", /\p{Script=Sinhala}/u, "Noto Sans Sinhala"),
  script("Thai", /\p{Script=Thai}/u, "Noto Sans Thai"),
  script("Lao", /\p{Script=Lao}/u, "Noto Sans Lao"),
  script("Khmer", /\p{Script=Khmer}/u, "Noto Sans Khmer"),
  script("Georgian", /\p{Script=Georgian}/u, "Noto Sans Georgian"),
  script("Armenian", /\p{Script=Armenian}/u, "Noto Sans Armenian"),
  script("Ethiopic", /\p{Script=Ethiopic}/u, "Noto Sans Ethiopic"),
  script("emoji", /\p{Emoji_Presentation}/u, "Noto Emoji"),
  // Marks that join with letters of any script are of none, and so are symbols.
  script("other", /[^\p{Script=Common}\p{Script=Inherited}\p{Script=Unknown}]/u),
];

/** Chinese characters are read in three languages: the page’s own decides, else what stands among them. */
function scriptOfHan(body: string, lang: string): Script {
  if (/^ja\b/i.test(lang)) return JAPANESE;
  if (/^ko\b/i.test(lang)) return KOREAN;
  if (/^zh\b.*\b(?:hant|tw|hk|mo)\b/i.test(lang)) return TRADITIONAL_CHINESE;
  if (/^zh\b/i.test(lang)) return CHINESE;
  return JAPANESE.form.test(body) ? JAPANESE : CHINESE;
}
