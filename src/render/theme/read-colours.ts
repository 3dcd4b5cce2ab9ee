import { type Diagnostic, diagnose, type Place } from "../../diagnostics/diagnostic.ts";
import type { Brand } from "./brand.ts";
import type { ColourSpace } from "./colour-space.ts";
import { darkForm } from "./dark-form.ts";
import type { DecidedToken } from "./decide-tokens.ts";
import type { BrandColours, Chosen, Swatch } from "./swatch.ts";
import { COLOUR_ROLES, type ColourRole, type ColourToken } from "./token.ts";

/** Where colours were written. */
export interface ColourPlaces {
  readonly ofBrand: (setting: readonly PropertyKey[]) => Place;
  readonly ofSet: (setting: readonly PropertyKey[]) => Place;
}

/** The colour tokens and the colours of a brand, read; every one that is no colour is told at its place. */
export function readColours(
  tokens: readonly DecidedToken[],
  brand: Brand | null,
  places: ColourPlaces,
  space: ColourSpace,
): { swatches: Swatch[]; brandColours: BrandColours; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const read = (css: string, setting: string, where: Place | undefined): string => {
    const colour = space.read(css);
    if ("hex" in colour) return colour.hex;
    diagnostics.push(diagnose("theme-value", { setting, written: `“${css}”`, ...colour }, where));
    // Any colour will do: nothing is made of a palette with a fault.
    return "#808080";
  };
  const readBoth = (
    { light, dark }: { readonly light: string; readonly dark?: string | undefined },
    setting: string,
    where: Place | undefined,
  ) => ({
    light: read(light, setting, where),
    dark: dark === undefined ? undefined : read(dark, setting, where),
  });

  const brandColours = new Map<ColourRole, Chosen>();
  for (const role of COLOUR_ROLES) {
    const written = brand?.colours[role];
    if (written === undefined) continue;
    const where = places.ofBrand(["colours", role]);
    const both = readBoth(
      typeof written === "string" ? { light: written } : written,
      `brand.colours.${role}`,
      where,
    );
    brandColours.set(role, { ...both, from: "brand", where });
  }

  const swatches = tokens.flatMap(({ name, token, decision }): Swatch[] => {
    if (token.type !== "colour") return [];
    const own = readBoth(ownPair(token), name, places.ofSet(["tokens", name, "default"]));
    const dark = own.dark ?? darkForm(own.light, token, undefined, space);
    const swatch = { name, token, own: { light: own.light, dark }, isDarkWorkedOut: own.dark === undefined };
    if (decision?.from === "brand") {
      const ofBrand = token.role && brandColours.get(token.role);
      return [{ ...swatch, chosen: ofBrand }];
    }
    if (decision?.setting.type !== "colour") return [{ ...swatch, chosen: undefined }];
    const { setting, called, from, where } = decision;
    return [{ ...swatch, chosen: { ...readBoth(setting, called, where), from, where } }];
  });
  return { swatches, brandColours, diagnostics };
}

/** The set’s own colours of a token, as they are written. */
export const ownPair = ({ default: own }: ColourToken): { light: string; dark?: string | undefined } =>
  typeof own === "string" ? { light: own } : own;
