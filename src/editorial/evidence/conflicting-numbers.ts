import type { Brief } from "../../brief/schema.ts";
import {
  hasSameUnit,
  isClose,
  isRounding,
  isSameQuantity,
  type Quantity,
} from "../../quantities/quantity.ts";
import { type Finding, finding } from "../finding.ts";
import type { BriefNumber } from "./brief-numbers.ts";
import { contentWords, periodsOf } from "./content-words.ts";

/** Pairs of numbers that differ a little and read as the same thing, and that no caveat speaks of. */
export function conflictingNumbers(brief: Brief, numbers: readonly BriefNumber[]): Finding[] {
  const compared = numbers.filter(
    (number) => !NOT_COMPARED.has(number.kind) && !isOneOfSeveral(number, numbers),
  );
  const reported = new Set<string>();
  return compared.flatMap((later, index) => {
    const earlier = compared
      .slice(0, index)
      .find((other) => isConflict(other, later, brief.date) && !isExplained(brief, numbers, other, later));
    const key =
      earlier === undefined
        ? ""
        : [earlier, later]
            .map(({ quantity }) => quantity.value)
            .sort()
            .join();
    if (earlier === undefined || reported.has(key)) return [];
    reported.add(key);
    return [
      finding(
        "conflicting-numbers",
        { number: later.quantity.text, other: earlier.quantity.text },
        later.path,
        { rawOffset: later.rawOffset, needle: later.needle },
      ),
    ];
  });
}

/** What repeats the body, looks ahead or says what others say, and the points of a chart, which differ by design. */
const NOT_COMPARED: ReadonlySet<string> = new Set([
  "title",
  "bottom-line",
  "chart-point",
  "question",
  "ask",
  "option",
  "recommendation",
  "claim",
  "caveat",
]);

/** “31 → 12” in a figure shows a change. */
const isOneOfSeveral = ({ kind, path }: BriefNumber, numbers: readonly BriefNumber[]): boolean =>
  kind === "figure" && numbers.filter((other) => other.path.join() === path.join()).length > 1;

function isConflict(a: BriefNumber, b: BriefNumber, date: string): boolean {
  const isNear =
    a.quantity.kind === b.quantity.kind &&
    hasSameUnit(a.quantity, b.quantity) &&
    isClose(a.quantity.value, b.quantity.value, CLOSE_SHARE) &&
    !isSameQuantity(a.quantity, b.quantity) &&
    a.quantity.value !== b.quantity.value &&
    !isRounding(a.quantity, b.quantity);
  return isNear && a.context !== b.context && readsAsSame(a, b, date);
}

/** Numbers that differ by more are hardly two counts of one thing. */
const CLOSE_SHARE = 0.15;

/** The words around both name the same thing, and no other time. */
function readsAsSame(a: BriefNumber, b: BriefNumber, date: string): boolean {
  if (isOtherTime(a.context, b.context, date)) return false;
  const words = [wordsAround(a), wordsAround(b)] as const;
  const shared = [...words[0]].filter((word) => words[1].has(word));
  return shared.length >= SHARED_MIN && shared.length >= SHARED_PART * Math.min(words[0].size, words[1].size);
}

/** Both name a time and not the same; where one names no year, it is that of the brief. */
function isOtherTime(a: string, b: string, date: string): boolean {
  const [periodsA, periodsB] = [periodsOf(a), periodsOf(b)];
  const [yearsA, yearsB] = [periodsA, periodsB].map((periods) => {
    const years = [...periods].filter((period) => /^\d{4}$/.test(period));
    return new Set(years.length === 0 ? [date.slice(0, 4)] : years);
  });
  const areApart = (one: ReadonlySet<string> = new Set(), other: ReadonlySet<string> = new Set()) =>
    one.size > 0 && other.size > 0 && ![...one].some((period) => other.has(period));
  return areApart(yearsA, yearsB) || areApart(periodsA, periodsB);
}

const SHARED_MIN = 2;
const SHARED_PART = 0.5;
/** Characters on either side of a number that say what it counts. */
const AROUND_CHARACTERS = 60;

/** Content words of the clause around a number; of a label, all. */
function wordsAround({ context, contextOffset, quantity }: BriefNumber): ReadonlySet<string> {
  if (contextOffset < 0) return contentWords(context);
  const before = context.slice(Math.max(0, contextOffset - AROUND_CHARACTERS), contextOffset);
  const after = context.slice(contextOffset + quantity.text.length).slice(0, AROUND_CHARACTERS);
  const clause = [before.split(CLAUSE_END).at(-1) ?? "", after.split(CLAUSE_END)[0] ?? ""];
  return contentWords(clause.join(" "));
}

const CLAUSE_END = /[;:(),](?= )|\) | (?:while|whereas|but|against|from|instead of) /;

/** A caveat has both numbers, or one of them and a source of the other. */
function isExplained(brief: Brief, numbers: readonly BriefNumber[], a: BriefNumber, b: BriefNumber): boolean {
  return brief.caveats.some(({ sources }, index) => {
    const own = numbers.filter(({ path }) => path[0] === "caveats" && path[1] === index);
    const speaksOf = (quantity: Quantity) => own.some((number) => isSameQuantity(number.quantity, quantity));
    const cites = (number: BriefNumber) => number.sources.some((id) => sources.includes(id));
    const [hasA, hasB] = [speaksOf(a.quantity), speaksOf(b.quantity)];
    return (hasA && (hasB || cites(b))) || (hasB && cites(a));
  });
}
