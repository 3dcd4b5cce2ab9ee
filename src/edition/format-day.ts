import type { Day } from "./edition.ts";

/** The day `iso` (YYYY-MM-DD) as readers of `lang` write it. */
export function formatDay(iso: string, lang: string): Day {
  const midnight = new Date(`${iso}T00:00:00Z`);
  const [long, short] = formatsFor(lang);
  return {
    iso,
    long: ordinalFirst(long.format(midnight), lang),
    short: ordinalFirst(short.format(midnight), lang),
  };
}

function formatsFor(lang: string): readonly [Intl.DateTimeFormat, Intl.DateTimeFormat] {
  // English without a country is written day first, as most of the world does; en-US keeps its own order.
  const locale = lang === "en" ? "en-GB" : lang;
  const known = formats.get(locale);
  if (known !== undefined) return known;
  const shared = { timeZone: "UTC", calendar: "gregory", day: "numeric", year: "numeric" } as const;
  const made = [
    new Intl.DateTimeFormat(locale, { ...shared, month: "long" }),
    new Intl.DateTimeFormat(locale, { ...shared, month: "short" }),
  ] as const;
  formats.set(locale, made);
  return made;
}

/** Making a format takes a hundred times as long as using it. */
const formats = new Map<string, readonly [Intl.DateTimeFormat, Intl.DateTimeFormat]>();

/** French writes “1er février”; Unicode CLDR has no pattern for it. */
function ordinalFirst(day: string, lang: string): string {
  return lang.split("-")[0] === "fr" ? day.replace(/^1(?=\s)/, "1er") : day;
}
