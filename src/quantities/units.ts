import type { QuantityKind } from "./quantity.ts";

/** A unit or scale at the start of a text, and how long it is there. */
export interface UnitMatch {
  readonly length: number;
  readonly kind: QuantityKind;
  readonly unit: string;
}

/** The power of ten that a word or letter after a number stands for. */
export function matchScale(
  text: string,
  { language, isMoney }: { readonly language: string; readonly isMoney: boolean },
): { readonly length: number; readonly factor: number } | undefined {
  for (const { pattern, factor, only } of SCALES) {
    const match = pattern.exec(text);
    if (match === null || only?.({ language, isMoney, after: text.slice(match[0].length) }) === false)
      continue;
    return { length: match[0].length, factor };
  }
  return undefined;
}

interface Surroundings {
  readonly language: string;
  readonly isMoney: boolean;
  readonly after: string;
}

interface Scale {
  readonly pattern: RegExp;
  readonly factor: number;
  readonly only?: (surroundings: Surroundings) => boolean;
}

const scale = (words: string, factor: number, only?: Scale["only"]): Scale => ({
  pattern: new RegExp(`^[ -]?(?:${words})(?![\\p{L}\\p{N}])`, "u"),
  factor,
  ...(only === undefined ? {} : { only }),
});

const isShort = ({ language }: Surroundings): boolean => language === "en";
/** A small or single letter is a scale beside a currency, or before what can be counted: “10m users”, but not “10 m”. */
const isMoneyOrCount = ({ isMoney, after }: Surroundings): boolean =>
  isMoney || /^ (?:\p{Ll}[\p{Ll}-]*s|people|children|women|men)\b/u.test(after);

/** Longer words first. The long scale has “billion” for a million millions (10^12). */
const SCALES: readonly Scale[] = [
  scale("mil millones|mil milhões|mil milioni", 1e9),
  scale("[Bb]illions?|bn|Bn|BN", 1e9, isShort),
  scale("[Tt]rillions?|tn|trn", 1e12, isShort),
  scale("Milliarden?|[Mm]illiards?|Mrd\\.?|Mds?|mrd\\.?|miliard[oi]|miljard|mld\\.?", 1e9),
  scale("bilhão|bilhões", 1e9),
  scale("Billionen|Billion|Bio\\.?|billions?|billón|billones|biljoen", 1e12, (s) => !isShort(s)),
  scale(
    "[Mm]illions?|Millionen|Mio\\.?|mio\\.?|mln|mn|millón|millones|milion[ei]|miljoen|milhão|milhões",
    1e6,
  ),
  scale("thousand|Tausend|tausend|Tsd\\.?|mille|mil|mila|duizend", 1e3),
  scale("hundred", 1e2),
  scale("dozen", 12),
  scale("MM|M", 1e6),
  scale("m", 1e6, isMoneyOrCount),
  scale("k", 1e3),
  scale("K", 1e3, ({ isMoney }) => isMoney),
  scale("[bB]", 1e9, ({ isMoney }) => isMoney),
  scale("T", 1e12, ({ isMoney }) => isMoney),
];

/** The unit at the start of a text, right after a number and its scale. */
export function matchUnit(text: string): UnitMatch | undefined {
  for (const { pattern, kind, unit } of UNITS) {
    const match = pattern.exec(text);
    if (match !== null) return { length: match[0].length, kind, unit };
  }
  return undefined;
}

interface Unit {
  readonly pattern: RegExp;
  readonly kind: QuantityKind;
  readonly unit: string;
}

const unit = (kind: QuantityKind, name: string, words: string): Unit => ({
  pattern: new RegExp(`^(?:[ -]| (?:de |d’|di ))?(?:${words})(?![\\p{L}\\p{N}])`, "u"),
  kind,
  unit: name,
});
const sign = (kind: QuantityKind, name: string, signs: string): Unit => ({
  pattern: new RegExp(`^ ?(?:${signs})`, "u"),
  kind,
  unit: name,
});

const UNITS: readonly Unit[] = [
  unit(
    "percent",
    "point",
    "percentage[ -]points?|points? de pourcentage|Prozentpunkten?|puntos porcentuales|pp|ppts?",
  ),
  unit("percent", "basis-point", "basis[ -]points?|Basispunkten?|points de base|puntos básicos|bps?"),
  unit("percent", "%", "percent|per cent|pct|Prozent|pour cent|por ciento|por cento|per cento|procent"),
  sign("percent", "‰", "‰"),
  sign("percent", "%", "%"),
  sign("multiple", "", "×|[xX](?![\\p{L}\\p{N}])|-?fold(?!\\p{L})"),
  unit("multiple", "", "times|mal|fois|veces"),
  unit("money", "USD", "(?:US|U\\.S\\.) dollars?|dollars?|Dollars?|USD|dólares"),
  unit("money", "EUR", "euros?|Euros?|EUR"),
  unit("money", "GBP", "pounds? sterling|pounds?|Pfund|GBP"),
  unit("money", "CHF", "Swiss francs?|Franken|francs? suisses|CHF|Fr\\."),
  unit("money", "JPY", "yen|Yen|JPY"),
  unit("money", "CNY", "yuan|renminbi|CNY|RMB"),
  unit("money", "cent", "cents?|Cents?|centimes?|céntimos?|ct"),
  unit("money", "penny", "pence|p(?= |,|;|\\.|$)"),
  sign("money", "EUR", "€"),
  sign("money", "GBP", "£"),
  sign("money", "USD", "(?:US)?\\$"),
  unit("time", "second", "seconds?|secs?|Sekunden?|secondes?|segundos?"),
  unit("time", "minute", "minutes?|mins?|Minuten?|minutos?"),
  unit("time", "hour", "hours?|hrs?|h|Stunden?|heures?|horas?"),
  unit("time", "day", "days?|Tage?n?|jours?|días?"),
  unit("time", "week", "weeks?|Wochen?|semaines?|semanas?"),
  unit("time", "month", "months?|Monate?n?|mois|mes|meses"),
  unit("time", "quarter", "quarters?|Quartale?n?|trimestres?"),
  unit("time", "year", "years?|Jahre?n?|ans?|années?|años?"),
  ...[
    "km",
    "cm",
    "mm",
    "kg",
    "kt",
    "Mt",
    "kWh",
    "MWh",
    "GWh",
    "TWh",
    "kW",
    "MW",
    "GW",
    "kB",
    "MB",
    "GB",
    "TB",
    "GHz",
    "MHz",
    "Hz",
  ].map((name) => unit("measure", name, name)),
  unit("measure", "metre", "metres?|meters?|m|Meter|mètres?|metros?"),
  unit("measure", "tonne", "tonnes?|tons?|t|Tonnen?|toneladas?"),
  unit("measure", "litre", "litres?|liters?|l|Liter|litros?"),
  unit("measure", "mile", "miles?"),
  unit("measure", "hectare", "hectares?|ha|Hektar"),
  sign("measure", "degree", "°[CF]?|degrees?(?!\\p{L})"),
];

/** The currency that stands right before a number, and how long it is there. */
export function matchCurrencyBefore(
  text: string,
): { readonly length: number; readonly unit: string } | undefined {
  const match = CURRENCY_BEFORE.exec(text);
  const [all = "", written = ""] = match ?? [];
  return match === null ? undefined : { length: all.length, unit: CURRENCY_OF[written] ?? written };
}

const CURRENCY_OF: Readonly<Record<string, string>> = {
  $: "USD",
  US$: "USD",
  "U.S.$": "USD",
  "€": "EUR",
  "£": "GBP",
  "¥": "JPY",
  "₹": "INR",
  "₩": "KRW",
  C$: "CAD",
  CA$: "CAD",
  A$: "AUD",
  AU$: "AUD",
  NZ$: "NZD",
  HK$: "HKD",
  S$: "SGD",
  R$: "BRL",
  Rs: "INR",
  RMB: "CNY",
};

const CURRENCY_BEFORE =
  /(?<![\p{L}\p{N}])((?:US|U\.S\.|CA|AU|NZ|HK|[CASR])?\$|[€£¥₹₩]|Rs|RMB|USD|EUR|GBP|CHF|JPY|CNY|INR|AUD|CAD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|BRL|MXN|ZAR|SGD|HKD|KRW|TRY)\.? ?$/u;
