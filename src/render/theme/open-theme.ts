import type { Place } from "../../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../../diagnostics/outcome.ts";
import type { FontBook } from "../load-fonts.ts";
import type { TemplateSet } from "../template-set.ts";
import type { Brand } from "./brand.ts";
import { colourTokens } from "./colour-tokens.ts";
import { type DecidedToken, decideTokens } from "./decide-tokens.ts";
import { type FontStack, fontTokens } from "./font-tokens.ts";
import type { Shades } from "./swatch.ts";
import { themeCss } from "./theme-css.ts";
import type { ThemeValues, Token } from "./token.ts";

/** A template set’s tokens with their values, ready for its style sheets. */
export interface Theme {
  /** What each token has come to, in the order of template.yaml. */
  readonly values: ReadonlyMap<string, TokenValue>;
  /** Custom properties for page.css, one for each token but choices. */
  readonly pageCss: string;
  /** The same for email.css, with the faces of messages. */
  readonly emailCss: string;
  /** Attributes of the html element, one for each choice: `data-columns` is `two`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly fonts: FontBook;
  /** Names by which its typefaces may go in a PDF; none where not all are known. */
  readonly fontFamilies: readonly string[];
}

/** The value of one token. */
export interface TokenValue {
  readonly token: Token;
  /** As CSS; a choice’s option. */
  readonly value: string;
  /** On a dark screen; the same where there is no other. */
  readonly dark: string;
  /** Where it was decided. */
  readonly from: "set" | "brand" | "project" | "brief";
}

/** What stands before a set’s own values. */
export interface ThemeSources {
  readonly brand: Brand | null;
  /** Where the brand’s settings stand, such as `["colours", "accent"]`. */
  readonly placeOfBrand: (setting: readonly PropertyKey[]) => Place;
  /** From the weakest to the strongest: the project’s, then the brief’s. */
  readonly overrides: readonly ThemeOverride[];
  /** The project’s folder, which font files are seen from. */
  readonly folder: string;
}

export interface ThemeOverride {
  readonly from: "project" | "brief";
  readonly values: ThemeValues;
  readonly placeOf: (token: string) => Place | undefined;
}

/**
 * Gives every token of `set` its value: a brief’s before the project’s, that before the brand’s, that before the set’s own.
 * Every fault of the brand and of the themes is told at once; an info tells what was done to the brand’s colours.
 */
export async function openTheme(set: TemplateSet, sources: ThemeSources): Promise<Outcome<Theme>> {
  const { tokens, diagnostics } = decideTokens(set, sources);
  const [colours, fonts] = await Promise.all([
    colourTokens(tokens, set, sources),
    fontTokens(tokens, set, sources),
  ]);
  const findings = [...diagnostics, ...colours.diagnostics, ...fonts.diagnostics];
  if (diagnostics.length > 0 || !colours.ok || !fonts.ok) return failure(findings);
  const { stacks, book, families } = fonts.value;
  const valuesFor = (medium: keyof FontStack) =>
    new Map(tokens.map((token) => [token.name, tokenValue(token, colours.value, stacks, medium)]));
  const values = valuesFor("page");
  return success(
    {
      values,
      pageCss: themeCss(values, "screen and (prefers-color-scheme:dark)"),
      emailCss: themeCss(valuesFor("email"), "(prefers-color-scheme:dark)"),
      attributes: new Map(
        [...values].flatMap(([name, { token, value }]) =>
          token.type === "choice" ? [[`data-${name}`, value] as const] : [],
        ),
      ),
      fonts: book,
      fontFamilies: families,
    },
    findings,
  );
}

function tokenValue(
  { name, token, decision }: DecidedToken,
  colours: ReadonlyMap<string, Shades>,
  stacks: ReadonlyMap<string, FontStack>,
  medium: keyof FontStack,
): TokenValue {
  const from = decision?.from ?? "set";
  const colour = colours.get(name);
  if (colour !== undefined) return { token, value: colour.light, dark: colour.dark, from };
  const plain = decision?.setting.type === "plain" ? decision.setting.css : String(token.default);
  const value = stacks.get(name)?.[medium] ?? plain;
  return { token, value, dark: value, from };
}
