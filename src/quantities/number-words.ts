const SMALL = (
  "zero one two three four five six seven eight nine ten eleven twelve " +
  "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split(" ");
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** The English word of a whole number up to nineteen. */
export const wordOf = (value: number): string | undefined => SMALL[value];

const VALUES: ReadonlyMap<string, number> = new Map([
  ...SMALL.map((word, index): [string, number] => [word, index]),
  ...TENS.map((word, index): [string, number] => [word, (index + 2) * 10]),
  ["a", 1],
  ["half a", 0.5],
]);
const SCALES: ReadonlyMap<string, number> = new Map([
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
]);

const UNIT = [...SMALL, ...TENS].join("|");

/** Runs of English number words; “a” and “half a” only before a scale. */
export const NUMBER_WORDS = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:half a(?= (?:million|billion|trillion))|a(?= (?:hundred|thousand|million|billion|trillion)\\b)|${UNIT})` +
    `(?:[ -](?:and )?(?:${UNIT}|hundred|thousand|million|billion|trillion))*(?![\\p{L}\\p{N}])`,
  "giu",
);

/** What a run of number words amounts to; undefined where it is no number. */
export function readNumberWords(words: string): {
  readonly value: number | undefined;
  readonly length: number;
  readonly hasScale: boolean;
} {
  let total = 0;
  let group = 0;
  let hasScale = false;
  for (const word of words.toLowerCase().replace("half a", "half_a").split(/[ -]/)) {
    const scale = SCALES.get(word);
    if (word === "and") continue;
    if (word === "hundred") group *= 100;
    else if (scale === undefined) group += VALUES.get(word.replace("_", " ")) ?? Number.NaN;
    else {
      total += group * scale;
      group = 0;
      hasScale = true;
    }
  }
  const value = total + group;
  return { value: Number.isFinite(value) ? value : undefined, length: words.length, hasScale };
}
