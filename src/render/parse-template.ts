import Handlebars from "handlebars";

/** What is used of the parser that Handlebars generates with Jison. */
interface Parser {
  readonly lexer: { readonly yylloc: { readonly first_line: number; readonly first_column: number } };
  parseError: (this: Parser, message: string, found: { readonly text: string }) => never;
}

/**
 * Parses a template. Handlebars’ parser knows the place of a syntax error and drops it, so its reporter is replaced for
 * the time of this call; the exception has `lineNumber` and `column` as Handlebars’ other exceptions have.
 */
export function parseTemplate(text: string): hbs.AST.Program {
  const { Parser: parser } = Handlebars as unknown as { Parser: Parser };
  const { parseError } = parser;
  parser.parseError = function (_message, { text: token }) {
    const { first_line: lineNumber, first_column: column } = this.lexer.yylloc;
    const problem = token === "" ? "it ends before every block is closed" : `“${token}” is out of place here`;
    throw Object.assign(new Error(problem), { lineNumber, column });
  };
  try {
    return Handlebars.parse(text);
  } finally {
    parser.parseError = parseError;
  }
}
