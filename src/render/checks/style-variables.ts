import { type CSSToken, TokenType, tokenize } from "@csstools/css-tokenizer";
import { type Diagnostic, diagnose, type Place } from "../../diagnostics/diagnostic.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import { placesOf } from "../../diagnostics/text-position.ts";
import type { TemplateFile } from "../template-set.ts";

/** The custom properties of style sheets. */
export interface StyleVariables {
  /** Those that the sheets set themselves. */
  readonly set: ReadonlySet<string>;
  /** Each `var(…)`. */
  readonly read: readonly { readonly name: string; readonly hasFallback: boolean; readonly where: Place }[];
}

/** Custom properties that Execbrief sets on every page. */
const OF_EVERY_PAGE = ["--fit-type", "--fit-leading", "--fit-space"] as const;

/** Finds the custom properties that style sheets set and read. */
export function readVariables(sheets: readonly TemplateFile[]): StyleVariables {
  const set = new Set<string>();
  const read: StyleVariables["read"][number][] = [];
  for (const { file, text } of sheets) {
    const placeAt = placesOf(file, text);
    const tokens = tokenize({ css: text }).filter(([type]) => !BETWEEN.has(type));
    for (const [index, token] of tokens.entries()) {
      const [before, after] = [tokens[index - 1], tokens[index + 1]];
      if (token[0] !== TokenType.Ident || !token[1].startsWith("--")) continue;
      const name = token[1];
      if (isVar(before)) {
        read.push({ name, hasFallback: after?.[0] === TokenType.Comma, where: placeAt(token[2]) });
      } else if (after?.[0] === TokenType.Colon) set.add(name);
    }
  }
  return { set, read };
}

/** Custom properties that are read and that nothing sets. */
export function findUnsetVariables({ set, read }: StyleVariables, tokens: readonly string[]): Diagnostic[] {
  const known = [...tokens.map((token) => `--${token}`), ...set, ...OF_EVERY_PAGE];
  return read.flatMap(({ name, hasFallback, where }) =>
    hasFallback || known.includes(name)
      ? []
      : [diagnose("template-variable-unknown", { name, suggestion: suggest(name, known) }, where)],
  );
}

const BETWEEN: ReadonlySet<TokenType> = new Set([TokenType.Whitespace, TokenType.Comment]);

const isVar = (token: CSSToken | undefined): boolean =>
  token?.[0] === TokenType.Function && token[4].value.toLowerCase() === "var";
