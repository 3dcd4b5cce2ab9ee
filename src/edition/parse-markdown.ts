import { Marked, type MarkedToken, type Token } from "marked";
import { matchCitation } from "../brief/citation-pattern.ts";

/** A citation in prose, `[@id]` or `[@a; @b]`. */
export interface CitationToken {
  readonly type: "citation";
  readonly raw: string;
  readonly ids: readonly string[];
}

/** A piece of Markdown as marked reads it, citations included. */
export type MarkdownToken = MarkedToken | CitationToken;

/** Reads Markdown of several paragraphs. */
export function parseBlocks(markdown: string): MarkdownToken[] {
  return known(marked.lexer(markdown));
}

/** Reads Markdown of one line: emphasis, code, links and citations; what would start a list or heading is text. */
export function parseLine(markdown: string): MarkdownToken[] {
  return known(new marked.Lexer(marked.defaults).inlineTokens(markdown));
}

/** The pieces inside a piece. marked types them loosely for the sake of extensions; ours are all known. */
export function known(tokens: readonly Token[] | undefined): MarkdownToken[] {
  return (tokens ?? []) as MarkdownToken[];
}

const NOT_MARKUP = () => undefined;

const marked = new Marked({
  gfm: true,
  tokenizer: {
    // Raw HTML is never read as such: it is text from the start, with the Markdown in it still working.
    html: NOT_MARKUP,
    tag: NOT_MARKUP,
    // A definition vanishes from the page, and a mistaken one takes its words along.
    def: NOT_MARKUP,
    // "~5% to ~10%" is about numbers; and a struck word would read as a plain one in the text form.
    del: NOT_MARKUP,
    fences: (source) => (PLAIN_FENCE.test(source) ? false : undefined),
    list: (source) => (PLUS_BULLET.test(source) || NESTED_TOO_DEEP.test(source) ? undefined : false),
    blockquote: (source) => (NESTED_TOO_DEEP.test(source) ? undefined : false),
  },
  extensions: [
    {
      name: "citation",
      level: "inline",
      start: (source) => {
        const offset = source.indexOf("[@");
        return offset === -1 ? undefined : offset;
      },
      tokenizer(source) {
        const match = matchCitation(source);
        return match === undefined ? undefined : { type: "citation", ...match };
      },
    },
  ],
});

/** The name of a language beside a fence is not shown; more than a name would be words lost. */
const PLAIN_FENCE = /^ {0,3}(?:`{3,}|~{3,})[ \t]*[\w+#.-]*[ \t]*(?:\n|$)/;

/** "+ 3%" at the start of a line is a number, not a list. */
const PLUS_BULLET = /^ {0,3}\+[ \t]/;

/** marked calls itself for each mark that starts a line; a line of thousands would exhaust the stack. */
const NESTED_TOO_DEEP = /^(?:[ \t]*(?:>|[-*]|\d{1,9}[.)])){12}/;
