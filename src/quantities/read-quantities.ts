import { maskNames } from "./mask-names.ts";
import { NUMBER_WORDS, readNumberWords } from "./number-words.ts";
import type { Quantity, QuantityKind } from "./quantity.ts";
import { matchCurrencyBefore, matchScale, matchUnit } from "./units.ts";

/** The numbers of a text that say how much or how many, in order; dates, names and ordinals are none. */
export function readQuantities(text: string, locale: string): Quantity[] {
  const [language = "en"] = locale.split("-");
  const plain = text.replace(/[\s\u00a0\u2007\u2009\u202f]/g, " ");
  const drafts = [
    ...[...maskNames(plain).matchAll(NUMERAL)].flatMap(({ 0: digits, index }) => {
      const number = readDigits(digits, decimalOf(locale));
      return draftAt(plain, language, { digits, index, ...number });
    }),
    ...(language === "en" ? wordDrafts(plain) : []),
  ].sort((a, b) => a.numeralOffset - b.numeralOffset);
  return withSharedUnits(drafts, plain).map(finished);
}

/** Groups of three behind one kind of separator, with or without decimals; or digits with decimals. */
const NUMERAL =
  /(?<![\p{L}\p{N}_]|\d[.,’'])(?:\d{1,3}(?:([,.’' ])\d{3})(?:\1\d{3})*(?:[.,]\d+)?|\d+(?:[.,]\d+)?)(?!\d|_)/gu;

interface Draft extends Omit<Quantity, "kind" | "unit"> {
  readonly end: number;
  readonly kind: QuantityKind | undefined;
  readonly unit: string;
  readonly factor: number | undefined;
}

interface ReadNumber {
  readonly value: number;
  readonly step: number;
}

/** The sign that parts whole numbers from decimals in a locale. */
function decimalOf(locale: string): string {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  return parts.find(({ type }) => type === "decimal")?.value ?? ".";
}

function readDigits(digits: string, decimal: string): ReadNumber {
  const whole = /^(\d{1,3}(?:([,.’' ])\d{3})(?:\2\d{3})*)([.,]\d+)?$/.exec(digits);
  const separator = whole?.[2] ?? "";
  // “1,234” is a thousand in English and a bit more than one in German; two groups are thousands anywhere.
  const isGrouped =
    whole !== null && (separator !== decimal || digits.split(separator).length > 2) && !/^0/.test(digits);
  const bare = isGrouped ? digits.replaceAll(separator, "") : digits;
  const written = bare.replace(",", ".");
  const decimals = written.split(".")[1]?.length ?? 0;
  return { value: Number(written), step: 10 ** -decimals * (decimals === 0 ? zeros(written) : 1) };
}

/** What the last digit before closing zeros is worth: 1000 for 7000. */
const zeros = (digits: string): number => 10 ** (/[1-9](0*)$/.exec(digits)?.[1]?.length ?? 0);

interface Found extends ReadNumber {
  readonly digits: string;
  readonly index: number;
}

function draftAt(text: string, language: string, { digits, index, value, step }: Found): Draft[] {
  const before = text.slice(0, index);
  const currency = matchCurrencyBefore(before);
  let end = index + digits.length;
  const scale = matchScale(text.slice(end), {
    language,
    isMoney: currency !== undefined || isEuroBehind(text, end),
  });
  end += scale?.length ?? 0;
  const unit = currency === undefined ? matchUnit(text.slice(end)) : undefined;
  end += unit?.length ?? 0;
  // A letter that is no unit makes a name of it: 737s, 5G.
  if (/^\p{L}/u.test(text.slice(end)) && !/\s$/.test(text.slice(0, end))) return [];
  const numeralOffset = index - (currency?.length ?? 0);
  const sign = SIGN.exec(before.slice(0, numeralOffset))?.[1] ?? "";
  const start = numeralOffset - sign.length;
  const factor = scale?.factor;
  return [
    {
      text: text.slice(start, end).trim(),
      offset: start,
      numeral: text.slice(numeralOffset, index + digits.length).trim(),
      numeralOffset,
      value: value * (factor ?? 1),
      step: step * (factor ?? 1),
      end,
      factor,
      kind: currency === undefined ? unit?.kind : "money",
      unit: currency?.unit ?? unit?.unit ?? "",
      direction: directionOf(sign, before.slice(0, start), text.slice(end)),
      isApproximate: sign === "~" || sign === "≈" || APPROXIMATE.test(before.slice(0, start)),
    },
  ];
}

const isEuroBehind = (text: string, end: number): boolean => /^ ?[mkMbB]n? ?[€$£]/.test(text.slice(end));

/** A dash is a minus only where it does not join two numbers or words. */
const SIGN = /(?:^|[\s(“"])([−+±~≈]|[–-](?=$))$/u;
const APPROXIMATE =
  /(?:about|around|almost|nearly|roughly|some|approximately|over|under|above|below|more than|less than|fewer than|at least|at most|up to|close to|rund|etwa|fast|gut|knapp|circa|ca\.|über|mehr als|environ|près de|presque|plus de|moins de|unos|unas|casi|cerca de|más de|menos de) $/iu;

const QUALIFIER =
  "(?:(?:by|um|de|as much as|almost|nearly|about|around|some|over|more than|at least|up to|roughly) )*$";
const FALL = new RegExp(
  `\\b(?:fell|falls?|fallen|falling|dropped|drops?|lost|loses?|losing|down|declined|declines?|shrank|shrunk|slid|sank|sunk|slumped|plunged|cuts?|cutting|lowered|reduced|minus) ${QUALIFIER}`,
  "iu",
);
const RISE = new RegExp(
  `\\b(?:rose|rises?|risen|rising|gained|gains?|up|grew|grown|grows?|climbed|climbs?|jumped|increased|increases?|added|plus|surged|soared) ${QUALIFIER}`,
  "iu",
);

function directionOf(sign: string, before: string, after: string): -1 | 0 | 1 {
  if (/[−–-]/.test(sign)) return -1;
  if (sign === "+") return 1;
  if (FALL.test(before) || /^ (?:lower|less|fewer|down|below)\b/.test(after)) return -1;
  if (RISE.test(before) || /^ (?:higher|more|up|above)\b/.test(after)) return 1;
  return 0;
}

/** Numbers written as words, where a scale, a share or a currency follows: “six hundred billion dollars”. */
function wordDrafts(text: string): Draft[] {
  return [...text.matchAll(NUMBER_WORDS)].flatMap(({ 0: words, index }) => {
    const { value, length, hasScale } = readNumberWords(words);
    const unit = matchUnit(text.slice(index + length));
    const isAmount = hasScale || unit?.kind === "percent" || unit?.kind === "money";
    if (value === undefined || !isAmount) return [];
    const end = index + length + (unit?.length ?? 0);
    return [
      {
        text: text.slice(index, end),
        offset: index,
        numeral: text.slice(index, index + length),
        numeralOffset: index,
        value,
        step: zeros(String(value)),
        end,
        factor: 1,
        kind: unit?.kind,
        unit: unit?.unit ?? "",
        direction: directionOf("", text.slice(0, index), text.slice(end)),
        isApproximate: APPROXIMATE.test(text.slice(0, index)),
      },
    ];
  });
}

const JOINED = /^ ?(?:[–—-]|→|->|to|and|or|bis|und|oder|à|et|ou|a|y|o) ?$/;

/** In “7–10 months” and “$540–600 million” the first number has the unit and scale of the second. */
function withSharedUnits(drafts: readonly Draft[], text: string): Draft[] {
  const shared: Draft[] = [];
  for (const draft of [...drafts].reverse()) {
    const next = shared[0];
    const isJoined =
      next !== undefined && draft.factor === undefined && JOINED.test(text.slice(draft.end, next.offset));
    if (isJoined && next.kind === undefined && draft.kind === "money" && next.factor !== undefined)
      shared[0] = { ...next, kind: draft.kind, unit: draft.unit };
    shared.unshift(isJoined ? sharing(draft, shared[0] ?? next) : draft);
  }
  return shared;
}

function sharing(draft: Draft, next: Draft): Draft {
  const hasOwnUnit = draft.kind !== undefined;
  if (hasOwnUnit && (draft.kind !== next.kind || draft.unit !== next.unit)) return draft;
  const factor = draft.value < FACTOR_MAX ? (next.factor ?? 1) : 1;
  return {
    ...draft,
    value: draft.value * factor,
    step: draft.step * factor,
    factor: next.factor,
    kind: next.kind,
    unit: next.unit,
  };
}

/** From a thousand on a number is written out and needs no scale of another. */
const FACTOR_MAX = 1000;

const finished = ({ end: _end, factor: _factor, kind, ...rest }: Draft): Quantity => ({
  ...rest,
  kind: kind ?? "count",
});
