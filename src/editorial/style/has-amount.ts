/** Whether a sentence says how much: it has a number that is not part of a date or of a name. */
export function hasAmount(text: string): boolean {
  const withoutDates = text.replace(DATES, " ").replace(NAMES, " ");
  return /\d/.test(withoutDates) || NUMBER_WORDS.test(withoutDates);
}

const MONTH = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.?";
const DATES = new RegExp(
  [
    `\\b\\d{1,2}(?:st|nd|rd|th)?(?: |-)${MONTH}(?:,? \\d{4})?\\b`,
    `\\b${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?:, \\d{4})?\\b`,
    "\\b(?:Q[1-4]|H[12]|FY) ?(?:'|’)?\\d{2,4}\\b|\\b[QH][1-4]\\b",
    "(?<![$€£¥\\d.,])\\b(?:19|20)\\d\\d(?:s|[–-]\\d{2,4})?\\b(?! (?:people|customers|stores|units|cars|jobs))",
    "\\b\\d{1,2}(?::\\d\\d)? ?[ap]\\.?m\\b",
    "\\b\\d{1,2}:\\d\\d\\b",
  ].join("|"),
  "g",
);

/** R1, V3, IFRS 18, 5G: a digit in a name. */
const NAMES = /\b\p{L}+-?\d[\p{L}\d.-]*|\b\p{Lu}{2,} \d+\b|\b\dG\b/gu;

const NUMBER_WORDS =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|halves|halved|thirds?|quarter of|quarters of|fifths?|tenths?|twice|thrice|double[ds]?|tripled?|triples|quadrupled?|\p{L}+fold|per ?cent|percentage points?|basis points?)\b/iu;
