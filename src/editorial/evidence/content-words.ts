/** The words of a text that carry its meaning, each by its stem, so that “shares” and “share” are one. */
export const contentWords = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.toLowerCase().matchAll(/\p{L}[\p{L}’'-]*/gu)]
      .map(([word]) => word.replace(/[’']s$/, ""))
      .filter((word) => word.length > 2 && !EMPTY.has(word))
      .map(stem),
  );

const stem = (word: string): string => word.replace(/(?:ies|es|s|ed|ing)$/, "").replace(/e$/, "");

const EMPTY: ReadonlySet<string> = new Set(
  (
    "the and for with from that this than then its his her their our your was were has have had are been being will " +
    "would could should can may might must not but all any each every one two three more less most least some about " +
    "almost nearly over under above below after before between into onto only also now per cent percent million " +
    "billion year years day days week weeks month months hour hours who which what when where how why they them " +
    "there here out off own same such both few many much first last next said says say up down by at of in on to"
  ).split(" "),
);

/** Years, quarters, months and other marks of when, as written in a text. */
export const periodsOf = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(PERIOD)].map(([period]) => period.toLowerCase()));

const PERIOD =
  /(?<!\d)(?:19|20)\d{2}(?!\d)|(?<!\p{L})[QH][1-4](?!\d)|(?<!\p{L})(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|now|today|before|until|last year|this year|next year|then|first|second|third|fourth)(?!\p{L})/giu;
