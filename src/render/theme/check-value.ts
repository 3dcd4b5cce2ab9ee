import { suggest } from "../../diagnostics/suggest.ts";
import { lengthDifference, readLength } from "./length.ts";
import type { Font, ThemeValues, Token } from "./token.ts";

/** What a theme may set a token to. */
export type ThemeValue = ThemeValues[string];

/** A value that suits its token; colours are still as they were written. */
export type TokenSetting =
  | { readonly type: "colour"; readonly light: string; readonly dark: string | undefined }
  | { readonly type: "font"; readonly font: Font }
  | { readonly type: "plain"; readonly css: string };

/** Why a value does not suit its token: a clause without a full stop, and what was probably meant. */
export interface Misfit {
  readonly problem: string;
  readonly suggestion?: string | undefined;
}

/** Whether `value` is one that `token` can have. */
export function checkValue(token: Token, value: ThemeValue): TokenSetting | Misfit {
  switch (token.type) {
    case "colour":
      return asColour(value);
    case "font":
      return asFont(value);
    case "length":
      return asLength(value, token);
    case "number":
      return asNumber(value, token);
    case "choice":
      return asChoice(value, token.options);
  }
}

export const isMisfit = (checked: TokenSetting | Misfit): checked is Misfit => "problem" in checked;

function asColour(value: ThemeValue): TokenSetting | Misfit {
  if (typeof value === "string") return { type: "colour", light: value, dark: undefined };
  if (typeof value === "object" && "light" in value)
    return { type: "colour", light: value.light, dark: value.dark };
  return { problem: "it must be a colour such as #0b5394, or { light, dark }" };
}

const FAMILY = /^[\w .-]{1,60}$/;

function asFont(value: ThemeValue): TokenSetting | Misfit {
  if (typeof value === "object" && "family" in value) return { type: "font", font: value };
  if (typeof value !== "string")
    return { problem: "it must be the name of a typeface, or { family, package }" };
  return FAMILY.test(value)
    ? { type: "font", font: { family: value } }
    : { problem: "it must be the name of one typeface: letters, digits, spaces, points and hyphens" };
}

function asLength(
  value: ThemeValue,
  { min, max, default: usual }: { min?: string | undefined; max?: string | undefined; default: string },
): TokenSetting | Misfit {
  const length = typeof value === "string" ? readLength(value) : undefined;
  if (length === undefined) return { problem: `it must be a length such as ${usual}` };
  const bounds = [min, max].map((bound) => (bound === undefined ? undefined : readLength(bound)));
  const [below, above] = bounds.map((bound) => bound && lengthDifference(length, bound));
  const isComparable = [below, above].every((way, index) => bounds[index] === undefined || way !== undefined);
  if (!isComparable) return { problem: `it must be in a unit that can be compared with ${min ?? max}` };
  if ((below ?? 0) < 0 || (above ?? 0) > 0) return { problem: outside(min, max) };
  return { type: "plain", css: `${length.number}${length.unit}` };
}

function asNumber(
  value: ThemeValue,
  { min, max, default: usual }: { min?: number | undefined; max?: number | undefined; default: number },
): TokenSetting | Misfit {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof number !== "number" || !Number.isFinite(number))
    return { problem: `it must be a number such as ${usual}` };
  if (number < (min ?? number) || number > (max ?? number)) return { problem: outside(min, max) };
  return { type: "plain", css: String(number) };
}

function asChoice(value: ThemeValue, options: readonly string[]): TokenSetting | Misfit {
  if (typeof value !== "object" && options.includes(String(value)))
    return { type: "plain", css: String(value) };
  const problem = `it must be one of ${options.join(", ")}`;
  return typeof value === "string" ? { problem, suggestion: suggest(value, options) } : { problem };
}

function outside(min: string | number | undefined, max: string | number | undefined): string {
  if (min === undefined) return `it must be at most ${max}`;
  return max === undefined ? `it must be at least ${min}` : `it must be from ${min} to ${max}`;
}
