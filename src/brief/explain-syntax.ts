import { type Document, isCollection, isNode, isScalar, visit, type YAMLError } from "yaml";
import { type Diagnostic, diagnose, type Place } from "../diagnostics/diagnostic.ts";
import { shorten } from "../diagnostics/shorten.ts";

/** Explains what the YAML library found, in the author’s words and at the place where the mistake was made. */
export function explainSyntax(
  documents: readonly Document.Parsed[],
  text: string,
  placeAt: (offset: number) => Place,
): Diagnostic[] {
  const errors = documents.flatMap((document) => [...document.errors, ...document.warnings]);
  if (errors.length === 0) return [];
  const opening = firstOpening(documents, errors, text);
  // After a quotation mark or bracket that is not closed, everything is read wrongly.
  const before = errors.filter(({ pos }) => opening === undefined || pos[0] < opening.offset);
  const found = before.map((error) => explain(error, before, text, placeAt));
  return opening === undefined ? found : [...found, diagnoseOpening(opening, placeAt(opening.offset))];
}

interface Opening {
  readonly offset: number;
  readonly end: number;
  readonly character: string;
}

/** The first quotation mark or bracket that is not closed, or is closed by what should open the next; of nested ones the innermost. */
function firstOpening(
  documents: readonly Document.Parsed[],
  errors: readonly YAMLError[],
  text: string,
): Opening | undefined {
  const openings: Opening[] = [];
  const keep = (offset: number, end: number): void => {
    openings.push({ offset, end, character: text.charAt(offset) });
  };
  for (const document of documents) {
    visit(document, (_key, node) => {
      if (!isNode(node) || !node.range) return;
      const [start, end] = node.range;
      if (isScalar(node) && (node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE")) {
        if (isUnclosed(text.slice(start, end)) || isClosedTooLate(text, start, end, errors)) keep(start, end);
      } else if (
        isCollection(node) &&
        node.flow === true &&
        !/[\]}]$/.test(text.slice(start, end).trimEnd())
      ) {
        keep(start, end);
      }
    });
  }
  const [first, ...others] = openings.sort((a, b) => a.offset - b.offset);
  return others.reduce(
    (outer, next) => (outer !== undefined && next.offset < outer.end ? next : outer),
    first,
  );
}

const isUnclosed = (source: string): boolean => source.length < 2 || source.at(-1) !== source[0];

const isClosedTooLate = (text: string, start: number, end: number, errors: readonly YAMLError[]): boolean => {
  const endOfLine = lineEnd(text, end);
  return (
    text.slice(start, end).includes("\n") && errors.some(({ pos }) => pos[0] >= end && pos[0] < endOfLine)
  );
};

const diagnoseOpening = ({ character }: Opening, where: Place): Diagnostic =>
  character === "[" || character === "{"
    ? diagnose("syntax-bracket", { bracket: character }, where)
    : diagnose("syntax-quote", { quote: character }, where);

function explain(
  error: YAMLError,
  errors: readonly YAMLError[],
  text: string,
  placeAt: (offset: number) => Place,
): Diagnostic {
  const [start, end] = error.pos;
  const where = placeAt(start);
  const line = text.slice(lineStart(text, start), lineEnd(text, start));
  switch (error.code) {
    case "TAB_AS_INDENT":
      return diagnose("syntax-tab", {}, placeAt(lineStart(text, start) + Math.max(0, line.indexOf("\t"))));
    case "TAG_RESOLVE_FAILED":
      return diagnose("yaml-tag", { tag: text.slice(start, end) }, where);
    case "BAD_ALIAS":
    case "BAD_SCALAR_START":
      return diagnose("syntax-first-character", { character: text.charAt(start) }, where);
    case "BAD_DQ_ESCAPE":
      return diagnose("syntax-escape", { sequence: text.slice(start, start + 2) }, where);
    case "MULTILINE_IMPLICIT_KEY":
    case "BLOCK_AS_IMPLICIT_KEY": {
      const overLines = errors.find(({ code, pos }) => code === "MULTILINE_IMPLICIT_KEY" && pos[0] === start);
      if (overLines === undefined) return diagnose("syntax-colon", {}, where);
      const beginsField = /^\s*(?:- +)?[\w-]+:(?:\s|$)/.test(line);
      return beginsField
        ? diagnose("syntax-indent", {}, placeAt(firstWord(text, lineStart(text, overLines.pos[1]))))
        : explainNoField(line, lineStart(text, start), placeAt);
    }
    case "BAD_INDENT":
      return diagnose("syntax-indent", {}, placeAt(firstWord(text, lineStart(text, start))));
    case "MISSING_CHAR":
      return explainNoField(line, lineStart(text, start), placeAt);
    case "BLOCK_IN_FLOW":
      return diagnose("syntax-missing-comma", {}, where);
    case "UNEXPECTED_TOKEN":
      return explainUnexpected(text, line, error, where);
    default:
      return diagnose("syntax-other", { problem: lowerFirst(error.message) }, where);
  }
}

/** A line that is no field: `title:text` and `-item` lack a space, others a colon or their indentation. */
function explainNoField(line: string, offset: number, placeAt: (offset: number) => Place): Diagnostic {
  const [start = "", word = "", mark] = /^\s*(?:- +)?([\w-]*)(:?)/.exec(line) ?? [];
  if (mark === ":" && /^[^\s/]/.test(line.slice(start.length))) {
    return diagnose("syntax-missing-space", { after: ":" }, placeAt(offset + start.length - 1));
  }
  if (/^\s*"/.test(line)) return diagnose("syntax-missing-comma", {}, placeAt(firstQuote(line, offset)));
  const wordAt = offset + start.length - word.length - (mark === ":" ? 1 : 0);
  if (word.startsWith("-")) return diagnose("syntax-missing-space", { after: "-" }, placeAt(wordAt));
  return diagnose(mark === ":" ? "syntax-indent" : "syntax-no-field", {}, placeAt(wordAt));
}

const firstQuote = (line: string, offset: number): number => offset + line.indexOf('"');

function explainUnexpected(
  text: string,
  line: string,
  { pos: [start], message }: YAMLError,
  where: Place,
): Diagnostic {
  const previous = text.slice(0, start).trimEnd().at(-1);
  if (text[start] === "-" && /^\s*(- +)?[\w-]+:\s+-/.test(line)) return diagnose("syntax-dash", {}, where);
  if ((previous === '"' || previous === "'") && !/^[,:\]}]/.test(text.slice(start))) {
    return diagnose("syntax-after-quote", { text: shorten(restOfText(text, start)) }, where);
  }
  if (/:\s+[>|]\S/.test(line)) return diagnose("syntax-block-text", {}, where);
  if (text[start] === ",") return diagnose("syntax-comma", {}, where);
  return diagnose("syntax-other", { problem: lowerFirst(message) }, where);
}

/** The rest of the line without a comment. */
const restOfText = (text: string, offset: number): string =>
  text
    .slice(offset, lineEnd(text, offset))
    .replace(/\s#.*$/, "")
    .trim();

const lineStart = (text: string, offset: number): number => text.lastIndexOf("\n", offset - 1) + 1;

const lineEnd = (text: string, offset: number): number => {
  const end = text.indexOf("\n", offset);
  return end === -1 ? text.length : end;
};

const firstWord = (text: string, offset: number): number => offset + text.slice(offset).search(/\S|$/);

const lowerFirst = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);
