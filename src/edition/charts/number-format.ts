/** How the numbers of one chart are written in the edition’s language. */
export interface NumberFormat {
  /** With the unit if that is short, for the drawing; large numbers are shortened, such as 589B. */
  readonly short: (value: number) => string;
  /** For an axis. */
  readonly tick: (value: number) => string;
  /** Both ends of an interval, without the unit, which stands at its value. */
  readonly interval: (low: number, high: number) => string;
  /** Every digit, and the unit whatever its length. */
  readonly exact: (value: number) => string;
  /** Whether the drawing says the unit. */
  readonly isUnitShown: boolean;
}

/** The format of `values`, the same for all, so that they compare at a glance. */
export function numberFormat(values: readonly number[], unit: string | null, lang: string): NumberFormat {
  const largest = Math.max(...values.map(Math.abs));
  const isUnitShown = unit === null || [...unit].length <= UNIT_MAX_CHARACTERS;
  const shownUnit = isUnitShown ? unit : null;
  const shortNumber = new Intl.NumberFormat(lang, shortOptions(largest));
  const tickNumber = new Intl.NumberFormat(
    lang,
    largest >= COMPACT_FROM ? { notation: "compact" } : { maximumSignificantDigits: 6 },
  );
  const exactNumber = new Intl.NumberFormat(lang, { maximumFractionDigits: 20 });
  return {
    short: (value) => withUnit(shortNumber.format(value), shownUnit, lang),
    tick: (value) => withUnit(tickNumber.format(value), shownUnit, lang),
    interval: (low, high) =>
      low === high
        ? withUnit(shortNumber.format(low), null, lang)
        : shortNumber.formatRange(low, high).replace(/-/g, "\u2212"),
    exact: (value) => withUnit(exactNumber.format(value), unit, lang),
    isUnitShown,
  };
}

/** Longer ones stand beside the title once, not at every number. */
const UNIT_MAX_CHARACTERS = 6;
/** From here on the digits of a number say less than its order. */
const COMPACT_FROM = 1_000_000;

function shortOptions(largest: number): Intl.NumberFormatOptions {
  if (largest >= COMPACT_FROM) return { notation: "compact", maximumSignificantDigits: 3 };
  if (largest > 0 && largest < 1e-6) return { notation: "scientific", maximumSignificantDigits: 3 };
  if (largest < 0.01) return { maximumSignificantDigits: 3 };
  // No zeros are added: −17 as −17.0 would claim a precision that the author did not.
  return { maximumFractionDigits: DECIMALS_MAX };
}

const DECIMALS_MAX = 3;

/** A currency sign that leads the unit leads the number; a lone one, and per cent, stand where the language puts them. */
function withUnit(formatted: string, unit: string | null, lang: string): string {
  // Some languages put an invisible mark of direction around the sign.
  const [, sign] = /^[\u200E\u200F\u061C]*([-\u2212])?[\u200E\u200F\u061C]*/.exec(formatted) ?? [];
  const minus = sign === undefined ? "" : "\u2212";
  const amount = formatted.replace(/^[\u200E\u200F\u061C\u2212-]+/, "").replace(/-/g, "\u2212");
  if (unit === null) return `${minus}${amount}`;
  if (unit === "%" || unit === "‰") return `${minus}${amount}${gapBeforePercent(lang)}${unit}`;
  const [, currency = "", rest = ""] = /^(\p{Sc})\s*(.*)$/u.exec(unit) ?? [];
  if (currency !== "" && (rest !== "" || isSignFirst(lang))) {
    return `${minus}${currency}${amount}${rest === "" ? "" : `\u00A0${rest}`}`;
  }
  return `${minus}${amount}${/^[°×′″]/u.test(unit) ? "" : "\u00A0"}${unit}`;
}

function gapBeforePercent(lang: string): string {
  const parts = new Intl.NumberFormat(lang, { style: "percent" }).formatToParts(1);
  return parts.some(({ type }) => type === "literal") ? "\u202F" : "";
}

function isSignFirst(lang: string): boolean {
  const parts = new Intl.NumberFormat(lang, { style: "currency", currency: "EUR" }).formatToParts(1);
  return parts[0]?.type === "currency";
}
