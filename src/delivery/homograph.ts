import { domainToUnicode } from "node:url";

/**
 * Whether a domain has a label made to be mistaken for another: letters of two alphabets in one word, or a foreign word
 * all of whose letters look Latin (Unicode TS 39, mixed-script and whole-script confusables).
 */
export function hasHomograph(domain: string): boolean {
  return domainToUnicode(domain)
    .split(".")
    .some((label) => isMixed(label) || isLatinLookAlike(label));
}

const ALPHABETS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u];

const isMixed = (label: string): boolean => ALPHABETS.filter((alphabet) => alphabet.test(label)).length > 1;

/** Small Cyrillic and Greek letters that most typefaces draw like Latin ones. */
const LIKE_LATIN = "асеорхуіјѕһӏԁԛԝαονριυκ";

const isLatinLookAlike = (label: string): boolean => {
  const letters = [...label].filter((character) => /\p{L}/u.test(character));
  return letters.length > 0 && letters.every((letter) => LIKE_LATIN.includes(letter));
};
