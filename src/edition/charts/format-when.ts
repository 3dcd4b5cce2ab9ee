import { type PointInTime, pointInTime } from "../../brief/point-in-time.ts";

/** A label as readers of `lang` write it: dates in their words, anything else as it is. */
export function labelText(label: string, lang: string): string {
  const when = pointInTime(label);
  return when === undefined ? label : formatWhen(when, lang, true);
}

/** A day, month or year in short; days without their year unless it is wanted. */
export function formatWhen({ time, precision }: PointInTime, lang: string, withYear: boolean): string {
  if (precision === "year") return String(new Date(time).getUTCFullYear());
  const options: Intl.DateTimeFormatOptions = {
    timeZone: "UTC",
    calendar: "gregory",
    month: "short",
    ...(precision === "day" ? { day: "numeric" } : {}),
    ...(withYear ? { year: "numeric" } : {}),
  };
  // English without a country is written day first, as everywhere on the page.
  const text = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, options).format(time);
  return lang.split("-")[0] === "fr" && precision === "day" ? text.replace(/^1(?=\s)/, "1er") : text;
}
