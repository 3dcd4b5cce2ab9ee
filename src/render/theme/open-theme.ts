import type { Place } from "../../diagnostics/diagnostic.ts";
import { type Outcome, success } from "../../diagnostics/outcome.ts";
import { type FontBook, loadFonts } from "../load-fonts.ts";
import type { FontFace } from "../manifest.ts";
import type { TemplateSet } from "../template-set.ts";
import type { Brand } from "./brand.ts";
import type { FontToken, ThemeValues, Token } from "./token.ts";

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
  /** Names by which embedded typefaces may go in a PDF. */
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

/** Gives every token of `set` its value. */
export async function openTheme(set: TemplateSet, _sources: ThemeSources): Promise<Outcome<Theme>> {
  const { tokens, fonts: listed } = set.manifest;
  const values = new Map(Object.entries(tokens).map(([name, token]) => [name, ownValue(token)] as const));
  const ofTokens = Object.entries(tokens).flatMap(([name, token]) =>
    token.type === "font" ? facesOf(token).map((face) => ({ face, place: ["tokens", name] })) : [],
  );
  const faces = [...listed.map((face, index) => ({ face, place: ["fonts", index] })), ...ofTokens];
  const pageCss = propertiesOf(values, "page");
  const fonts = await loadFonts(
    faces.map(({ face }) => face),
    set.folder,
    (index) => set.placeOf(faces[index]?.place ?? []),
    `${pageCss}${set.pageCss}`,
  );
  if (!fonts.ok) return fonts;
  return success({
    values,
    pageCss,
    emailCss: propertiesOf(values, "email"),
    attributes: new Map(
      [...values].flatMap(([name, { token, value }]) =>
        token.type === "choice" ? [[`data-${name}`, value] as const] : [],
      ),
    ),
    fonts: fonts.value,
    fontFamilies: [
      ...new Set(faces.flatMap(({ face }) => [face.family, face.package.split("/").at(-1) ?? ""])),
    ],
  });
}

function ownValue(token: Token): TokenValue {
  switch (token.type) {
    case "colour": {
      const pair = typeof token.default === "string" ? { light: token.default } : token.default;
      return { token, value: pair.light, dark: pair.dark ?? pair.light, from: "set" };
    }
    case "font": {
      const stack = `"${token.default.family}", ${token.fallback}`;
      return { token, value: stack, dark: stack, from: "set" };
    }
    default:
      return { token, value: String(token.default), dark: String(token.default), from: "set" };
  }
}

function facesOf(token: FontToken): FontFace[] {
  const { family, package: name } = token.default;
  if (name === undefined) return [];
  return token.faces.map((face) => ({
    family,
    package: name,
    weight: Number.parseInt(face, 10),
    style: face.endsWith("italic") ? "italic" : "normal",
  }));
}

/** Rules that set the custom properties, for light grounds and then for dark screens. */
function propertiesOf(values: ReadonlyMap<string, TokenValue>, medium: "page" | "email"): string {
  const ofMedium = ({ token, value }: TokenValue) =>
    medium === "email" && token.type === "font" ? (token.email ?? token.fallback) : value;
  const set = [...values].filter(([, { token }]) => token.type !== "choice");
  const light = set.map(([name, value]) => `--${name}:${ofMedium(value)}`);
  const dark = set.flatMap(([name, { value, dark: other }]) =>
    other === value ? [] : [`--${name}:${other}`],
  );
  if (light.length === 0) return "";
  const media = medium === "page" ? "screen and (prefers-color-scheme:dark)" : "(prefers-color-scheme:dark)";
  return [`:root{${light.join(";")}}`, dark.length === 0 ? "" : `@media ${media}{:root{${dark.join(";")}}}`]
    .filter((rule) => rule !== "")
    .join("\n");
}
