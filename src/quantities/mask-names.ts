import { matchCurrencyBefore } from "./units.ts";

/**
 * The text with every number blanked that does not say how much: dates, years, times, ordinals, versions and names
 * such as “Boeing 737”. Characters keep their places.
 */
export function maskNames(text: string): string {
  const withoutDates = MASKS.reduce((masked, pattern) => masked.replace(pattern, blank), text);
  return withoutDates.replace(AFTER_WORD, (all: string, word: string, numbers: string, offset: number) =>
    isName(word, isSentenceStart(text, offset), numbers, text.slice(offset + all.length))
      ? word + blank(all.slice(word.length))
      : all,
  );
}

/** Whether a text names a day, a month of a year, or a year. */
export const hasDate = (text: string): boolean => DATE.test(text);

const blank = (text: string): string => text.replace(/[\p{L}\p{N}]/gu, "_");

const MONTH =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?|" +
  "Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|" +
  "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|" +
  "gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|januari|februari|maart|mei|augustus|" +
  "janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|dezembro)(?!\\p{L})";
const DAY = "\\d{1,2}(?:st|nd|rd|th|er|º|\\.)?";
const DAYS = `${DAY}(?:(?: ?[–-] ?|, | to | and | or | bis | und | au | et | al? | y )(?:the )?${DAY})*`;
const ALONE = "(?<![\\p{L}\\p{N}]|\\d[.,])";

const YEAR = "(?<![\\p{L}\\p{N}$€£.,])(?:19|20)\\d{2}(?![\\p{L}\\p{N}%]|[.,]\\d)";
const DATE = new RegExp(`${ALONE}${DAY} (?:of |de |di )?${MONTH}|(?<!\\p{L})${MONTH} \\d|${YEAR}`, "u");

/** The order matters: what is longer comes first. */
const MASKS: readonly RegExp[] = [
  /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/gu,
  /(?<!\d)\d{1,2}[./]\d{1,2}[./](?:19|20)?\d{2}(?!\d)/gu,
  new RegExp(`${ALONE}${DAYS} (?:of |de |di )?${MONTH}(?:,? (?:de )?(?:19|20)\\d{2})?`, "gu"),
  new RegExp(`(?<!\\p{L})${MONTH} ${DAYS}(?![\\d%]|[.,]\\d)(?:,? (?:19|20)\\d{2})?`, "gu"),
  // Times of day, ratios and scores: 04:09, 5.30 pm, 2 a.m., 14h30, 9 Uhr, 3:1.
  /(?<![\p{L}\p{N}])\d{1,2}(?:[:.]\d{2})? ?(?:[ap]m\b|[ap]\.m\.|Uhr\b|o’clock)/gu,
  /(?<![\p{L}\p{N}])\d+:\d+(?::\d+)?/gu,
  /(?<![\p{L}\p{N}])\d{1,2}h\d{2}(?!\d)/gu,
  // Ordinals, versions, fractions (24/7, 2024/25, 9/11), telephone numbers.
  /(?<![\p{L}\p{N}.,])\d[\d,]*(?:st|nd|rd|th|er|ère|ème|e|º|ª)(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])\d+(?:\.\d+){2,}(?!\d*[%])(?=\D|$)(?<!(?:^|\D)\d{1,3}(?:\.\d{3})+)/gu,
  /(?<![\p{L}\p{N}])\d+\/\d+(?:\/\d+)*/gu,
  /\+\d[\d ()-]{7,}\d/gu,
  // Years, decades and spans of years, unless a unit or scale makes them an amount.
  /(?<![\p{L}\p{N}$€£¥]|[$€£¥] |\d[.,])(?:1[5-9]|20)\d{2}(?:[–-](?:(?:1[5-9]|20)\d{2}|\d{2})(?!\d))?(?:[’']?s)?(?![\p{L}\p{N}%€$£]|[.,]\d|[ -](?:%|per ?cent|km|kg|MW|GW|GB|tonnes?|tons?|million|billion|thousand|dollars|euros?|pounds?|hours|days|minutes|m\b|M\b|bn|€|Euro|Mio|Mrd|Prozent|stores|people|jobs|staff|employees|workers))/gu,
  /[’']\d{2}(?!\d)/gu,
  // What is written together with letters: V3, o1, COVID-19, Q3, 5G, 8-K, 401(k), #1, § 5, No. 10.
  /(?<=\p{L}[-‑.&/]?)(?<!(?<![\p{L}])(?:US|USD|EUR|GBP|CHF|Rs|sub|non))\d[\d.,]*/gu,
  /(?<=\(\p{Lu}[\p{L}]+\) )\d+(?:\.\d+)?(?![\d%]|[.,]\d| ?%)/gu,
  /(?<![\p{L}\p{N}])\d+-(?:\p{Lu}(?!\p{L})|\p{Lu}{2,}(?!\p{L}))/gu,
  /(?<![\p{L}\p{N}.,])\d+(?:\(\p{L}\)|[DGKP](?![\p{L}\p{N}]))/gu,
  /(?<=(?:#|§§?|[Nn]os?\.?|Nr\.|n[°º]|Art\.|art\.|pp?\.|Abs\.|Ziff\.) ?)(?<!\p{L}[Nn]os?\.? ?)\d+/gu,
];

const NUMBER = "\\d+(?:\\.\\d+)?";
/** A word and the plain numbers behind it; thousands with separators are no names. */
const AFTER_WORD = new RegExp(
  `((?<![\\p{L}\\p{N}])\\p{L}[\\p{L}\\p{N}’'.&-]*) (${NUMBER}(?:(?: ?[–-] ?|, | to | and | or | of )${NUMBER})*)(?![\\p{L}\\p{N}%€]|,\\d{3}|\\.\\d| ?%)`,
  "gu",
);

const isSentenceStart = (text: string, offset: number): boolean =>
  /^\P{L}*$|[.!?:;—–]["”’)]?\s*["“‘(]?$/u.test(text.slice(0, offset));

function isName(word: string, isStart: boolean, numbers: string, after: string): boolean {
  if (matchCurrencyBefore(`${word} `) !== undefined) return false;
  if (REFERENCES.has(word.toLowerCase().replace(/s$/, "")) || REFERENCES.has(word.toLowerCase())) return true;
  if (!/\p{Lu}/u.test(word) || /[’']s$/.test(word) || DAYS_OF_WEEK.test(word)) return false;
  if (MEASURED.test(after) || (isStart && COUNTED.test(after))) return false;
  return !(isStart && (OPENERS.has(word.toLowerCase()) || /ly$/.test(word))) && Number(numbers) !== 0;
}

const set = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Words that give the thing behind them a number for its name. */
const REFERENCES = set(
  "article annex section chapter schedule paragraph clause item form rule regulation directive table page line " +
    "exhibit appendix note version release phase step stage level tier class grade series type model scope unit " +
    "week day round option question bulletin report issue volume part title lot batch route gate track zone " +
    "channel file number fortune windows iphone artikel anhang abschnitt kapitel seite absatz stufe woche " +
    "annexe chapitre numéro artículo anexo capítulo página número",
);
const DAYS_OF_WEEK = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?$/;
/** A unit makes it an amount whatever stands before. */
const MEASURED =
  /^[ -](?:per ?cent|percentage|basis points|million|billion|trillion|thousand|bn|M\b|days?|weeks?|months?|years?|hours?|minutes?|seconds?|km|kg|tonnes?|tons?|dollars|euros?|pounds|Prozent|Mio|Mrd|Tage|Wochen|Monate|Jahre|Stunden|Minuten|Euro)/;
/** “Expect 300 more calls” counts them. */
const COUNTED = /^ (?:more|fewer|less|extra|additional|further|new|other)\b/;
/** Words that begin a sentence without being a name. */
const OPENERS = set(
  "a an the this that these those its his her our their your my some about around over under almost nearly up " +
    "down at by for from in of on to with within without after before between among and but or so yet if when " +
    "while since until than as only just all both each every no not more less fewer most least last next first " +
    "another other others there they we he she it who which what how where why because although though even " +
    "still then now today once twice roughly some say half against across beyond below above per plus minus " +
    "another every exactly fully those these least them us had has have was were is are be been will would may " +
    "can could should must get got cut cuts closing rund etwa über unter fast nur mehr weniger alle von bei mit " +
    "nach vor seit bis für im in am zum zur die der das den dem des ein eine es wir sie und oder aber davon " +
    "environ plus moins près de quelque les le la des du un une et ou mais sur sous dans pour par avec sans " +
    "unos unas cerca casi más menos el los las del al y o pero sobre bajo en para por con sin",
);
