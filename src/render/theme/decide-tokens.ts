import { type Diagnostic, diagnose, type Place } from "../../diagnostics/diagnostic.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import type { TemplateSet } from "../template-set.ts";
import type { Brand } from "./brand.ts";
import { checkValue, isMisfit, type ThemeValue, type TokenSetting } from "./check-value.ts";
import type { ThemeSources } from "./open-theme.ts";
import type { Token } from "./token.ts";

/** A token with the strongest value that a brand, a project or a brief gives it. */
export interface DecidedToken {
  readonly name: string;
  readonly token: Token;
  /** Undefined where the set’s own value stays. */
  readonly decision: Decision | undefined;
}

export interface Decision {
  readonly setting: TokenSetting;
  readonly from: "brand" | "project" | "brief";
  /** The setting as a person calls it: `theme.accent`. */
  readonly called: string;
  readonly where: Place | undefined;
}

/** Decides who sets each token: a brief before its project, that before the brand, that before the set. */
export function decideTokens(
  set: TemplateSet,
  { brand, placeOfBrand, overrides }: ThemeSources,
): { readonly tokens: readonly DecidedToken[]; readonly diagnostics: readonly Diagnostic[] } {
  const { tokens } = set.manifest;
  const decisions = new Map<string, Decision>();
  const diagnostics: Diagnostic[] = [];
  for (const [name, token] of Object.entries(tokens)) {
    diagnostics.push(...unknownGrounds(name, token, set));
    const given = brand === null ? undefined : ofBrand(token, brand);
    if (given === undefined) continue;
    const { setting, path } = given;
    const called = ["brand", ...path].join(".");
    decisions.set(name, { setting, from: "brand", called, where: placeOfBrand(path) });
  }
  for (const { from, values, placeOf } of overrides) {
    for (const [name, value] of Object.entries(values)) {
      const token = Object.hasOwn(tokens, name) ? tokens[name] : undefined;
      const where = placeOf(name);
      const called = `theme.${name}`;
      if (token === undefined) {
        const known = Object.keys(tokens);
        const facts = { token: name, set: set.name, tokens: known, suggestion: suggest(name, known) };
        diagnostics.push(diagnose("theme-unknown-token", facts, where));
        continue;
      }
      const setting = checkValue(token, value);
      if (isMisfit(setting)) {
        const facts = { setting: called, written: inWords(value), ...setting };
        diagnostics.push(diagnose("theme-value", facts, where));
      } else decisions.set(name, { setting, from, called, where });
    }
  }
  return {
    tokens: Object.entries(tokens).map(([name, token]) => ({ name, token, decision: decisions.get(name) })),
    diagnostics,
  };
}

/** Grounds that a colour is said to stand on, which the set does not have. */
function unknownGrounds(name: string, token: Token, { manifest, placeOf }: TemplateSet): Diagnostic[] {
  if (token.type !== "colour") return [];
  const known = Object.keys(manifest.tokens).filter((other) => manifest.tokens[other]?.type === "colour");
  const setting = ["tokens", name, "on"];
  return token.on
    .filter((ground) => !known.includes(ground))
    .map((ground) =>
      diagnose(
        "template-manifest",
        {
          key: setting.join("."),
          problem: `there is no colour token “${ground}”`,
          suggestion: suggest(ground, known),
        },
        placeOf(setting),
      ),
    );
}

/** What a brand says of a token’s role, and where. */
function ofBrand(
  token: Token,
  { colours, fonts }: Brand,
): { setting: TokenSetting; path: string[] } | undefined {
  if (token.type === "colour") {
    const colour = token.role && colours[token.role];
    if (token.role === undefined || colour === undefined) return undefined;
    const { light, dark } = typeof colour === "string" ? { light: colour } : colour;
    return { setting: { type: "colour", light, dark }, path: ["colours", token.role] };
  }
  if (token.type !== "font" || token.role === undefined) return undefined;
  const font = fonts[token.role];
  return font && { setting: { type: "font", font }, path: ["fonts", token.role] };
}

/** A value as it would be written on one line. */
function inWords(value: ThemeValue): string {
  if (typeof value !== "object") return `“${value}”`;
  const fields = Object.entries(value).map(([key, part]) => `${key}: ${String(part)}`);
  return `“{ ${fields.join(", ")} }”`;
}
