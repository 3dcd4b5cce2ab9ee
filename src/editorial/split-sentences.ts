import type { Range } from "./strip-markdown.ts";

/**
 * The sentences of a text, by Unicode’s rules (UAX 29) and a list of English abbreviations; `breaks` are places
 * where a sentence is known to end, such as a full stop with a citation behind it.
 */
export function splitSentences(text: string, locale: string, breaks: readonly number[] = []): Range[] {
  const segments = new Intl.Segmenter(locale, { granularity: "sentence" }).segment(text);
  const ends = [...segments].map(({ index, segment }) => index + segment.trimEnd().length);
  const known = breaks.filter(
    (offset) => FULL_STOP.test(text.slice(0, offset)) && !GOES_ON.test(text.slice(offset)),
  );
  const all = [...new Set([...ends, ...known, text.length])].sort((a, b) => a - b);
  const kept = all.filter((end) => known.includes(end) || end === text.length || isEnd(text, end));
  return kept.flatMap((end, index) => {
    const from = kept[index - 1] ?? 0;
    const start = from + (text.slice(from, end).length - text.slice(from, end).trimStart().length);
    return start < end ? [{ start, end }] : [];
  });
}

const FULL_STOP = /[.!?…]["'”’)\]]*$/;

const GOES_ON = /^\s*[\p{Ll},;:)]/u;

/** Whether a sentence ends here, and not only an abbreviation. */
function isEnd(text: string, end: number): boolean {
  const before = text.slice(0, end);
  const after = text.slice(end).trimStart();
  if (/[!?]["'”’)\]]+$/.test(before) && GOES_ON.test(after)) return false;
  const last = /(?:^|[\s(“"‘])((?:\p{L}+\.)+)$/u.exec(before)?.[1];
  if (last === undefined) return true;
  const next = /^[“"‘(]*([\p{L}\p{N}’'-]+)/u.exec(after)?.[1] ?? "";
  // “p. 5” is a page, “J. P. Morgan” a person.
  const name = last.length === 2 ? last.charAt(0) : last.slice(0, -1).toLowerCase();
  if (TITLES.has(name)) return false;
  if (GO_ON.has(name)) return false;
  if (BEFORE_NUMBER.has(name)) return !/^[\dIVX]/.test(next);
  if (HOURS.has(name)) return !ZONES.has(next);
  if (FIRMS.has(name)) return !AFTER_FIRM.has(next);
  if (INITIAL.test(last) && !AFTER_NUMBER.test(before)) return BEGINS_SENTENCE.has(next);
  return true;
}

/** A letter, or several with a full stop each: a person’s initial, U.S., E.U. */
const INITIAL = /^(?:\p{L}\.)+$/u;
/** “$5.6 M.” is an amount and no initial. */
const AFTER_NUMBER = /\d[\s\u00a0\u202f]?\p{L}\.$/u;

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const TITLES = words("mr mrs ms messrs dr prof st gen sen rep gov capt lt col sgt rev hon mt ft");
const GO_ON = words("e.g i.e vs cf approx ca incl excl resp viz");
const BEFORE_NUMBER = words(
  "no nos fig figs sec art vol pp p para ch eq ex jan feb mar apr jun jul aug sep sept oct nov dec",
);
const HOURS = words("a.m p.m");
const ZONES = words("Eastern Pacific Central Mountain GMT UTC CET CEST BST EST EDT PST PDT ET PT CT");
const FIRMS = words("inc ltd corp co bros cie plc llc");
const AFTER_FIRM = words("Ltd Inc Corp Co Limited CEO CFO COO Chair Chairman President");

/** Words that begin a sentence and hardly ever a name. */
const BEGINS_SENTENCE = words(
  "A An The This That These Those It Its He She They We You I Our Their His Her My Your There Here " +
    "In On At By For From To With Of As After Before Since Until While When Where If Although Though Because " +
    "But And Or So Yet Nor Still Now Then Today Yesterday However Also Even Only Not No Nobody Neither Some Many " +
    "Most Few All Both Each Every Several Who What Which Why How Whether Is Are Was Were Do Does Did Can Could " +
    "Will Would Should May Might Must Sales Revenue Shares Investors Analysts Prices Customers",
);
