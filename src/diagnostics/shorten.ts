/** A text short enough to be quoted in a message. */
export const shorten = (text: string, maxCharacters = 40): string =>
  text.length <= maxCharacters ? text : `${text.slice(0, maxCharacters - 1).trimEnd()}…`;
