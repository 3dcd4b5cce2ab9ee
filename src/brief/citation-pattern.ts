/** A well-formed citation, `[@id]` or `[@a; @b]`, at the start of a text. */
export const CITATION = /^\[@([a-z0-9][a-z0-9-]*(?:\s*;\s*@[a-z0-9][a-z0-9-]*)*)\s*\]/;

/** A citation at the start of a text. */
export interface CitationMatch {
  /** The citation as written, brackets included. */
  readonly raw: string;
  readonly ids: string[];
}

/** A citation somewhere in a text; `offset` is that of its bracket, in UTF-16 code units. */
export interface Citation extends CitationMatch {
  readonly offset: number;
}

/** The citation that the text starts with, if it starts with one. */
export function matchCitation(text: string): CitationMatch | undefined {
  const match = CITATION.exec(text);
  if (match === null) return undefined;
  const [raw, list = ""] = match;
  return { raw, ids: list.split(";").map((id) => id.trim().replace(/^@/, "")) };
}

/** All citations of a Markdown text, in order; what stands in code or is escaped (`\[@`) is text. */
export function findCitations(text: string): Citation[] {
  return openings(text).flatMap((offset) => {
    const match = matchCitation(text.slice(offset));
    return match === undefined ? [] : [{ ...match, offset }];
  });
}

/** Everything that begins like a citation, `[@`, but is not one, with the part to show to the author. */
export function findBadCitations(text: string): { raw: string; offset: number }[] {
  return openings(text)
    .filter((offset) => matchCitation(text.slice(offset)) === undefined)
    .map((offset) => ({ raw: excerpt(text.slice(offset)), offset }));
}

/** Escapes, code spans and fences (a run of backticks up to the next run as long), and citation openings. */
const MARKUP = /\\[\s\S]|(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)|`+|\[@/g;

function openings(text: string): number[] {
  return [...text.matchAll(MARKUP)].filter(([token]) => token === "[@").map(({ index }) => index);
}

const EXCERPT_MAX_CHARACTERS = 40;

function excerpt(text: string): string {
  const [upToBracket] = /^[^\]\n]*\]?/.exec(text) ?? [text];
  return upToBracket.length <= EXCERPT_MAX_CHARACTERS
    ? upToBracket.trimEnd()
    : `${upToBracket.slice(0, EXCERPT_MAX_CHARACTERS).trimEnd()}…`;
}
