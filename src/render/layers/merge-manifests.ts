import { type Diagnostic, diagnose, type Place } from "../../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../../diagnostics/outcome.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import type { CompleteManifest, Manifest } from "../manifest.ts";
import type { Settings } from "../parse-settings.ts";
import { checkValue, isMisfit, type ThemeValue, type TokenSetting } from "../theme/check-value.ts";
import { type Token, tokenSchema } from "../theme/token.ts";

/** A token with where its declaration and its value stand. */
interface MergedToken {
  readonly token: Token;
  readonly declaredAt: PlaceOf;
  readonly valueAt: PlaceOf;
  /** Whether a theme gave it its value. */
  readonly isThemed: boolean;
}

/** Place of a part of a token, seen from the token. */
type PlaceOf = (rest: readonly PropertyKey[]) => Place;

/**
 * One manifest of those of all layers, the nearest first: tokens by name, where the nearest declaration counts; values of a
 * layer’s theme as the defaults of these tokens; the fonts of all. `placeOf` leads into the layer that says so.
 */
export function mergeManifests(
  nearestFirst: readonly Settings<Manifest>[],
): Outcome<Settings<CompleteManifest>> {
  const diagnostics: Diagnostic[] = [];
  const tokens = new Map<string, MergedToken>();
  const fonts: { readonly font: Manifest["fonts"][number]; readonly placeOf: PlaceOf }[] = [];
  for (const { value, placeOf } of nearestFirst.toReversed()) {
    for (const [name, token] of Object.entries(value.tokens)) {
      const at: PlaceOf = (rest) => placeOf(["tokens", name, ...rest]);
      const valueAt: PlaceOf = (rest) => at(["default", ...rest]);
      tokens.set(name, { token, declaredAt: at, valueAt, isThemed: false });
    }
    for (const [name, wanted] of Object.entries(value.theme)) {
      const at: PlaceOf = (rest) => placeOf(["theme", name, ...rest]);
      const inherited = tokens.get(name);
      if (inherited === undefined) {
        diagnostics.push(unknownToken(name, value.extends, [...tokens.keys()], at([])));
        continue;
      }
      const token = withDefault(name, inherited.token, wanted, at([]));
      diagnostics.push(...token.diagnostics);
      if (token.ok) tokens.set(name, { ...inherited, token: token.value, valueAt: at, isThemed: true });
    }
    fonts.push(
      ...value.fonts.map((font, index) => ({
        font,
        placeOf: (rest: readonly PropertyKey[]) => placeOf(["fonts", index, ...rest]),
      })),
    );
  }
  const [own] = nearestFirst;
  if (diagnostics.length > 0 || own === undefined) return failure(diagnostics);

  const say = (key: "name" | "description") => nearestFirst.find(({ value }) => value[key] !== undefined);
  const value: CompleteManifest = {
    ...own.value,
    name: say("name")?.value.name ?? "",
    description: say("description")?.value.description ?? "",
    tokens: Object.fromEntries([...tokens].map(([name, { token }]) => [name, token])),
    fonts: fonts.map(({ font }) => font),
  };
  const placeOf = (setting: readonly PropertyKey[]): Place => {
    const [area, key, ...rest] = setting;
    if (area === "fonts") return fonts[Number(key)]?.placeOf(rest) ?? own.placeOf(setting);
    if (area === "name" || area === "description") return (say(area) ?? own).placeOf(setting);
    const merged = area === "tokens" ? tokens.get(String(key)) : undefined;
    if (merged === undefined) return own.placeOf(setting);
    const [part, ...inner] = rest;
    const isOfValue = part === "default" || (part === undefined && merged.isThemed);
    return isOfValue ? merged.valueAt(inner) : merged.declaredAt(rest);
  };
  return success({ value, placeOf });
}

function unknownToken(token: string, base: string | undefined, tokens: readonly string[], where: Place) {
  const facts = { token, set: base ?? "", tokens, suggestion: suggest(token, tokens) };
  return diagnose("theme-unknown-token", facts, where);
}

/** The token with another default; a value that it cannot have is a finding at `where`. */
function withDefault(name: string, token: Token, wanted: ThemeValue, where: Place): Outcome<Token> {
  const checked = checkValue(token, wanted);
  if (!isMisfit(checked)) return success(tokenSchema.parse({ ...token, default: defaultOf(checked, token) }));
  const { problem, suggestion } = checked;
  const written = typeof wanted === "string" ? `“${wanted}”` : JSON.stringify(wanted);
  return failure([
    diagnose("theme-value", { setting: `theme.${name}`, written, problem, suggestion }, where),
  ]);
}

function defaultOf(setting: TokenSetting, { type }: Token) {
  if (setting.type === "font") return setting.font;
  if (setting.type === "plain") return type === "number" ? Number(setting.css) : setting.css;
  return setting.dark === undefined ? setting.light : { light: setting.light, dark: setting.dark };
}
