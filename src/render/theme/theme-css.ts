import type { TokenValue } from "./open-theme.ts";

/** Rules that set the custom properties of a theme, for light grounds and then for dark screens. */
export function themeCss(values: ReadonlyMap<string, TokenValue>, darkScreens: string): string {
  const set = [...values].filter(([, { token }]) => token.type !== "choice");
  const light = set.map(([name, { value }]) => `--${name}:${value}`);
  const dark = set.flatMap(([name, { value, dark: other }]) =>
    other === value ? [] : [`--${name}:${other}`],
  );
  if (light.length === 0) return "";
  const rules = [`:root{${light.join(";")}}`];
  if (dark.length > 0) rules.push(`@media ${darkScreens}{:root{${dark.join(";")}}}`);
  return rules.join("\n");
}
