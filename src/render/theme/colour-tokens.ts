import { failure, hasError, type Outcome, success } from "../../diagnostics/outcome.ts";
import type { TemplateSet } from "../template-set.ts";
import { openColourSpace } from "./colour-space.ts";
import { leastContrast } from "./contrast.ts";
import type { DecidedToken } from "./decide-tokens.ts";
import { explainShortfalls } from "./explain-shortfalls.ts";
import type { ThemeSources } from "./open-theme.ts";
import { ownPair, readColours } from "./read-colours.ts";
import { SCHEMES, type Shades } from "./swatch.ts";
import { workOutPalette } from "./work-out-palette.ts";

/** The colours of all colour tokens by name; every one has its contrast, or is told. */
export async function colourTokens(
  tokens: readonly DecidedToken[],
  set: TemplateSet,
  { brand, placeOfBrand }: ThemeSources,
): Promise<Outcome<ReadonlyMap<string, Shades>>> {
  const own = finishedPalette(tokens);
  const isUntouched = tokens.every(
    ({ token, decision }) => token.type !== "colour" || decision === undefined,
  );
  if (own !== undefined && isUntouched && Object.keys(brand?.colours ?? {}).length === 0) return success(own);

  const space = await openColourSpace();
  const places = { ofBrand: placeOfBrand, ofSet: set.placeOf };
  const { swatches, brandColours, diagnostics } = readColours(tokens, brand, places, space);
  if (diagnostics.length > 0) return failure(diagnostics);
  const { shades, shortfalls } = workOutPalette(swatches, brandColours, space);
  const findings = explainShortfalls(shortfalls, set.placeOf);
  return hasError(findings) ? failure(findings) : success(shades, findings);
}

/** The set’s own palette where nothing about it has to be worked out: the usual case, which needs no colour space. */
function finishedPalette(tokens: readonly DecidedToken[]): ReadonlyMap<string, Shades> | undefined {
  const palette = new Map<string, Shades>();
  for (const { name, token } of tokens) {
    if (token.type !== "colour") continue;
    const { light, dark = "" } = ownPair(token);
    if (!HEX.test(light) || !HEX.test(dark)) return undefined;
    palette.set(name, { light, dark });
  }
  const isLegible = tokens.every(({ name, token }) => {
    if (token.type !== "colour") return true;
    return SCHEMES.every((scheme) => {
      const grounds = token.on.flatMap((ground) => palette.get(ground)?.[scheme] ?? []);
      return leastContrast(palette.get(name)?.[scheme] ?? "", grounds) >= token.contrast;
    });
  });
  return isLegible ? palette : undefined;
}

const HEX = /^#[0-9a-f]{6}$/i;
