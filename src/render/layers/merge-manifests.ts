import { type Diagnostic, diagnose, type Place } from "../../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../../diagnostics/outcome.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import type { CompleteManifest, Manifest } from "../manifest.ts";
import type { Settings } from "../parse-settings.ts";
import { type Token, tokenSchema } from "../theme/token.ts";

/** A token with where its declaration and its value stand. */
interface MergedToken {
  readonly token: Token;
  readonly declaredAt: PlaceOf;
  readonly valueAt: PlaceOf;
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
      tokens.set(name, { token, declaredAt: at, valueAt: (rest) => at(["default", ...rest]) });
    }
    for (const [name, wanted] of Object.entries(value.theme)) {
      const at: PlaceOf = (rest) => placeOf(["theme", name, ...rest]);
      const inherited = tokens.get(name);
      if (inherited === undefined) {
        const suggestion = suggest(name, [...tokens.keys()]);
        diagnostics.push(diagnose("template-theme-unknown", { name, suggestion }, at([])));
        continue;
      }
      const token = withDefault(inherited.token, wanted);
      if (token.ok) tokens.set(name, { ...inherited, token: token.value, valueAt: at });
      else diagnostics.push(diagnose("template-theme-value", { name, problem: token.problem }, at([])));
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
    return part === "default" ? merged.valueAt(inner) : merged.declaredAt(rest);
  };
  return success({ value, placeOf });
}

/** The token with another default, or why it cannot have this one. */
function withDefault(
  token: Token,
  wanted: Manifest["theme"][string],
): { readonly ok: true; readonly value: Token } | { readonly ok: false; readonly problem: string } {
  const parsed = tokenSchema.safeParse({ ...token, default: wanted });
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, problem: EXPECTED[token.type] };
}

const EXPECTED: Readonly<Record<Token["type"], string>> = {
  colour: "it must be a colour such as “#0a5c44”, or { light: …, dark: … }",
  font: 'it must be a typeface such as { family: Inter, package: "@fontsource/inter" }',
  length: "it must be a length such as 9mm or 0.5rem",
  number: "it must be a number",
  choice: "it must be one of its options, as a text",
};
