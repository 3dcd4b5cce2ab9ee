import type { Theme, TokenValue } from "../render/theme/open-theme.ts";
import type { ThemeValues } from "../render/theme/token.ts";
import type { ThemeToken } from "./preview-api.ts";

/** The tokens of a theme as controls show them. */
export const themeTokens = ({ values }: Theme, tried: ThemeValues): ThemeToken[] =>
  [...values].map(([name, value]) => ({
    name,
    type: value.token.type,
    description: value.token.description,
    value: shownValue(value),
    from: value.from,
    isTried: Object.hasOwn(tried, name),
    ...limitsOf(value),
  }));

/** A face is shown by its own name; what stands in for it is the set’s affair. */
function shownValue({ token, value }: TokenValue): string {
  if (token.type !== "font") return value;
  const [, family = value] = /^"([^"]*)"/.exec(value) ?? [];
  return family;
}

function limitsOf({ token }: TokenValue): Pick<ThemeToken, "min" | "max" | "options"> {
  if (token.type === "choice") return { options: token.options };
  if (token.type !== "length" && token.type !== "number") return {};
  const { min, max } = token;
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}
