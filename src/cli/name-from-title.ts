import { slugOf } from "../index.ts";

/** Beyond this a file name is awkward to read and to type. */
const MAX_CHARACTERS = 60;

/** A name for the files of a brief that has no file name: the first words of its title. */
export function nameFromTitle(title: string): string {
  let name = "";
  for (const word of title.match(/[\p{Letter}\p{Mark}\p{Number}]+/gu) ?? []) {
    const longer = name === "" ? word.slice(0, MAX_CHARACTERS) : `${name}-${word}`;
    if (longer.length > MAX_CHARACTERS) break;
    name = longer;
  }
  return slugOf(name);
}
