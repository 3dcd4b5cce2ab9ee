import { suggest } from "../diagnostics/suggest.ts";
import { hasCredentials, isLocale, isWebAddress } from "./string-formats.ts";

/** The ISO date that a date in another form means, if it can mean only one. */
export function suggestDate(written: string): string | undefined {
  const text = written.trim();
  const yearFirst = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?:[T ].*)?$/.exec(text);
  if (yearFirst !== null) return isoDay(yearFirst[1], yearFirst[2], yearFirst[3]);
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact !== null) return isoDay(compact[1], compact[2], compact[3]);
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?\.? +([a-z]+)\.?,? +(\d{4})$/i.exec(text);
  if (dayFirst !== null) return isoDay(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1]);
  const monthFirst = /^([a-z]+)\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})$/i.exec(text);
  if (monthFirst !== null) return isoDay(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2]);
  // With dots, day.month.year is the only order in use; with slashes, both are.
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  return dotted === null ? undefined : isoDay(dotted[3], dotted[2], dotted[1]);
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const monthNumber = (name = ""): string | undefined => {
  const index = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  return index === -1 ? undefined : String(index + 1);
};

function isoDay(year: string | undefined, month: string | undefined, day: string | undefined) {
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const exists = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return exists ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : undefined;
}

/** What is wrong with a web address, what to show of it, and the address with https:// where only that is missing. */
export function explainUrl(written: string): {
  problem: "incomplete" | "scheme" | "password";
  value: string;
  suggestion?: string;
} {
  const text = written.trim();
  if (hasCredentials(text) && /^https?:/i.test(text)) {
    const url = new URL(text);
    url.username = "";
    url.password = "";
    return { problem: "password", value: "", suggestion: url.href };
  }
  const scheme = /^([a-z][a-z0-9+-]*):(?!\d)/i.exec(text)?.[1];
  if (scheme !== undefined && !/^https?$/i.test(scheme))
    return { problem: "scheme", value: scheme.toLowerCase() };
  const repaired = `https://${text.replace(/^(https?)?:?\/*/i, "")}`;
  const hasHost = /^https:\/\/[^/]+\.[^/]+/i.test(repaired);
  const isBetter = hasHost && isWebAddress(repaired) && !isWebAddress(text);
  return { problem: "incomplete", value: written, ...(isBetter ? { suggestion: repaired } : {}) };
}

/** The id that a name becomes with small letters, digits and hyphens alone. */
export function suggestIdentifier(written: string): string | undefined {
  const id = written
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return id === "" ? undefined : id;
}

const LANGUAGES: Readonly<Record<string, string>> = {
  english: "en",
  german: "de",
  deutsch: "de",
  french: "fr",
  francais: "fr",
  spanish: "es",
  espanol: "es",
};

/** The language tag that was probably meant. */
export function suggestLocale(written: string): string | undefined {
  const hyphened = written.trim().replace(/[_ ]/g, "-").replace(/\..*$/, "");
  const plain = hyphened.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const language = suggest(plain, Object.keys(LANGUAGES));
  if (language !== undefined) return LANGUAGES[language];
  return isLocale(hyphened) ? Intl.getCanonicalLocales(hyphened)[0] : undefined;
}

/** The grade with its letter large and in front. */
export function suggestGrade(written: string): string | undefined {
  const text = written.toUpperCase().replace(/[^A-Z0-9]/g, "");
  const grade = /^\d[A-Z]$/.test(text) ? `${text.charAt(1)}${text.charAt(0)}` : text;
  return /^[A-F][1-6]$/.test(grade) ? grade : undefined;
}
