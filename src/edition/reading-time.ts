import { countWords } from "./count-words.ts";
import type { ReadingTime } from "./edition.ts";
import { fillLabel } from "./fill-label.ts";
import type { Labels } from "./labels.ts";

/** Words that an adult reads silently in a minute of non-fiction: the mean of Brysbaert, “How many words do we read per minute?” (2019). */
const WORDS_PER_MINUTE = 238;

/** How long the texts take to read, in whole minutes and at least one. */
export function readingTime(texts: readonly string[], lang: string, labels: Labels): ReadingTime {
  const words = texts.reduce((sum, text) => sum + countWords(text, lang), 0);
  const minutes = Math.max(1, Math.round(words / WORDS_PER_MINUTE));
  const category = new Intl.PluralRules(lang).select(minutes);
  const label = labels.readingTime[category] ?? labels.readingTime.other;
  const text = fillLabel(label, { minutes: new Intl.NumberFormat(lang).format(minutes) });
  return { words, minutes, text };
}
