import { around } from "./geometry.ts";
import type { DrawnRun } from "./page-content.ts";

/**
 * Files hold Hebrew and Arabic as they are seen, from left to right. This puts the characters of such lines into the order in
 * which they are read: the algorithm of Unicode Standard Annex 9 turned round, as far as texts need it that mix scripts and
 * numbers; a number at the edge of such words stays where it is seen. `direction` is that of the page. The text of a line and
 * its whole box go to its first run.
 */
export function inLogicalOrder(runs: readonly DrawnRun[], direction: "ltr" | "rtl"): readonly DrawnRun[] {
  if (!runs.some(({ text }) => RIGHT_TO_LEFT.test(text))) return runs;
  const lines: DrawnRun[][] = [];
  for (const run of runs) {
    const line = lines.at(-1);
    if (line?.[0] && isOnLineOf(line[0], run)) line.push(run);
    else lines.push([run]);
  }
  return lines.flatMap((line) => {
    const seen = [...line].sort((one, other) => one.box.left - other.box.left);
    const text = seen.map((run) => run.text).join("");
    if (!RIGHT_TO_LEFT.test(text)) return line;
    const [first, ...others] = seen;
    if (first === undefined) return line;
    const box = line.map((run) => run.box).reduce(around);
    return [
      { ...first, box, text: readingOrderOf(text, direction) },
      ...others.map((run) => ({ ...run, text: "" })),
    ];
  });
}

/** Letters and marks of Hebrew and Arabic. */
export const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const ARABIC = /[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/;
const LEFT_TO_RIGHT = /[\p{L}](?<![\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])/u;

function isOnLineOf(one: DrawnRun, other: DrawnRun): boolean {
  return (
    one.mark === other.mark &&
    one.visibility === other.visibility &&
    one.sizePt === other.sizePt &&
    Math.abs(one.box.bottom - other.box.bottom) < 0.3 * one.sizePt
  );
}

/** A line as it is read, from the line as it is seen. */
function readingOrderOf(seen: string, direction: "ltr" | "rtl"): string {
  const characters = [...seen];
  return direction === "rtl"
    ? turned(characters).join("")
    : turnParts(characters, RIGHT_TO_LEFT, LEFT_TO_RIGHT, turned).join("");
}

/** Turns characters that run from right to left; words and numbers within that run the other way stay as they are. */
function turned(characters: readonly string[]): string[] {
  const turnedRound = characters.toReversed().map((character) => MIRRORED[character] ?? character);
  const isArabic = characters.some((character) => ARABIC.test(character));
  return turnParts(turnedRound, isArabic ? FORWARD : FORWARD_WITH_SIGNS, RIGHT_TO_LEFT, (part) =>
    part.toReversed().map((character) => MIRRORED[character] ?? character),
  );
}

/** Letters of other scripts and digits; signs of amounts stay with their number in Hebrew, but not in Arabic. */
const FORWARD = /[\p{L}\p{N}](?<![\u0590-\u065f\u066a-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])/u;
const FORWARD_WITH_SIGNS = /[\p{L}\p{N}%$€£+−-](?<![\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])/u;

/** Applies `turn` to each stretch that begins and ends with `edge` and has no character of `barrier`. */
function turnParts(
  characters: readonly string[],
  edge: RegExp,
  barrier: RegExp,
  turn: (part: readonly string[]) => readonly string[],
): string[] {
  const result: string[] = [];
  for (let start = 0; start < characters.length; ) {
    if (!edge.test(characters[start] ?? "")) {
      result.push(characters[start] ?? "");
      start += 1;
      continue;
    }
    let end = start + 1;
    for (let next = end; next < characters.length && !barrier.test(characters[next] ?? ""); next += 1) {
      if (edge.test(characters[next] ?? "")) end = next + 1;
    }
    result.push(...turn(characters.slice(start, end)));
    start = end;
  }
  return result;
}

const MIRRORED: Readonly<Record<string, string>> = {
  "(": ")",
  ")": "(",
  "[": "]",
  "]": "[",
  "{": "}",
  "}": "{",
  "<": ">",
  ">": "<",
  "«": "»",
  "»": "«",
  "‹": "›",
  "›": "‹",
};
