import { type CSSToken, TokenType, tokenize } from "@csstools/css-tokenizer";
import { diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import { placesOf } from "../diagnostics/text-position.ts";
import type { TemplateFile } from "./template-set.ts";

/** A rule, or an at-rule with rules in it. */
export interface StyleBlock {
  /** The selector, or the at-rule up to its brace, white space made single. */
  readonly prelude: string;
  readonly declarations: readonly Declaration[];
  /** Rules in an at-rule. */
  readonly blocks: readonly StyleBlock[];
}

/** One property and its value. */
export interface Declaration {
  readonly name: string;
  readonly value: string;
  /** Where it stands in the sheet. */
  readonly offset: number;
}

/** Reads a plain style sheet: rules, and at-rules that hold rules. What mail programs cannot take is refused. */
export function parseStylesheet(sheet: TemplateFile): Outcome<StyleBlock[]> {
  const faults = new Map<number, string>();
  const refuse = (what: string, offset: number) => faults.set(offset, what);
  const tokens = tokenize(
    { css: sheet.text },
    {
      onParseError: ({ sourceStart }) =>
        refuse("a string, comment or escape that is not finished", sourceStart),
    },
  ).filter(([type]) => type !== TokenType.Comment);
  for (const token of tokens) {
    const refused = refusedToken(token);
    if (refused !== undefined) refuse(refused, token[2]);
  }
  const blocks = readBlocks(tokens, refuse);
  const placeAt = placesOf(sheet.file, sheet.text);
  return faults.size > 0
    ? failure([...faults].map(([offset, what]) => diagnose("template-style", { what }, placeAt(offset))))
    : success(blocks);
}

/** Why a token may not stand in an e-mail’s sheet: it loads something, could end the style element, or holds a comment’s end. */
function refusedToken([type, written, , , facts]: CSSToken): string | undefined {
  if (type === TokenType.AtKeyword && !/^media$/i.test(facts.value))
    return `${written}, where @media alone is known`;
  if (
    type === TokenType.URL ||
    (type === TokenType.Function && /^(?:url|src|image-set)$/i.test(facts.value))
  ) {
    return `${written}, which would load something`;
  }
  if (type === TokenType.CDO || type === TokenType.CDC || type === TokenType.BadString) return written;
  return /[<\\]/.test(written) ? `“${written}”` : undefined;
}

type Refuse = (what: string, offset: number) => void;

function readBlocks(tokens: readonly CSSToken[], refuse: Refuse): StyleBlock[] {
  const blocks: StyleBlock[] = [];
  let start = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const [type, , offset] = tokens[index] as CSSToken;
    if (type === TokenType.Semicolon || type === TokenType.CloseCurly)
      refuse("a rule without its braces", offset);
    if (type !== TokenType.OpenCurly) continue;
    const end = closingCurly(tokens, index);
    if (end === undefined) {
      refuse("a bracket without its }", offset);
      return blocks;
    }
    const prelude = textOf(tokens.slice(start, index));
    const inside = tokens.slice(index + 1, end);
    const isGroup = prelude.startsWith("@");
    blocks.push({
      prelude,
      declarations: isGroup ? [] : readDeclarations(inside, refuse),
      blocks: isGroup ? readBlocks(inside, refuse) : [],
    });
    index = end;
    start = end + 1;
  }
  return blocks;
}

function closingCurly(tokens: readonly CSSToken[], open: number): number | undefined {
  let depth = 0;
  for (let index = open; index < tokens.length; index += 1) {
    const type = tokens[index]?.[0];
    if (type === TokenType.OpenCurly) depth += 1;
    if (type === TokenType.CloseCurly) depth -= 1;
    if (depth === 0) return index;
  }
  return undefined;
}

function readDeclarations(tokens: readonly CSSToken[], refuse: Refuse): Declaration[] {
  const declarations: Declaration[] = [];
  let start = 0;
  for (let index = 0; index <= tokens.length; index += 1) {
    const type = tokens[index]?.[0];
    if (type === TokenType.OpenCurly) refuse("a rule inside a rule", tokens[index]?.[2] ?? 0);
    if (index < tokens.length && type !== TokenType.Semicolon) continue;
    const piece = tokens.slice(start, index).filter(([kind], at) => at > 0 || kind !== TokenType.Whitespace);
    start = index + 1;
    const text = textOf(piece);
    if (text === "") continue;
    const offset = piece.find(([kind]) => kind !== TokenType.Whitespace)?.[2] ?? 0;
    const colon = text.indexOf(":");
    if (colon <= 0) refuse(`“${text}”, which is no property with a value`, offset);
    else
      declarations.push({ name: text.slice(0, colon).trim(), value: text.slice(colon + 1).trim(), offset });
  }
  return declarations;
}

/** The tokens as written, white space made single. */
function textOf(tokens: readonly CSSToken[]): string {
  return tokens
    .map(([type, written]) => (type === TokenType.Whitespace ? " " : written))
    .join("")
    .replace(/ +/g, " ")
    .trim();
}
