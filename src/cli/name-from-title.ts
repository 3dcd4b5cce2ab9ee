/** Beyond this a file name is awkward to read and to type. */
const MAX_CHARACTERS = 60;

/** A name for the files of a brief that has no file name: the first words of its title. */
export function nameFromTitle(title: string): string {
  const words =
    title
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{Letter}\p{Number}]+/gu) ?? [];
  let name = "";
  for (const word of words) {
    const longer = name === "" ? word.slice(0, MAX_CHARACTERS) : `${name}-${word}`;
    if (longer.length > MAX_CHARACTERS) break;
    name = longer;
  }
  return name === "" ? "brief" : name;
}
