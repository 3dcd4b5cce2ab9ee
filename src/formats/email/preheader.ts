import type { Edition } from "../../edition/edition.ts";

/** The longest preheader, in characters: no list of messages shows more, and what is cut should be cut at a word. */
const CHARACTERS_MAX = 200;

/** What a list of messages shows after the subject: the bottom line, without the numbers of its sources. */
export function preheaderOf({ bottomLine, sources }: Edition): string {
  const isSource = (number: string) => Number(number) >= 1 && Number(number) <= sources.length;
  const text = bottomLine.text
    .replace(/\s*\[(\d+(?:, \d+)*)\]/g, (mark, numbers: string) =>
      numbers.split(", ").every(isSource) ? "" : mark,
    )
    .replace(/\s+/g, " ")
    .trim();
  const characters = [...text];
  if (characters.length <= CHARACTERS_MAX) return text;
  const cut = characters.slice(0, CHARACTERS_MAX - 1).join("");
  return `${cut.replace(/\s+\S*$/u, "")}…`;
}
