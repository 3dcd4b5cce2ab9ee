import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import type { TemplateSet } from "../../../src/render/template-set.ts";
import { brandSchema } from "../../../src/render/theme/brand.ts";
import { colourTokens } from "../../../src/render/theme/colour-tokens.ts";
import { decideTokens } from "../../../src/render/theme/decide-tokens.ts";
import type { Shades } from "../../../src/render/theme/swatch.ts";
import type { ThemeValues } from "../../../src/render/theme/token.ts";
import { NO_BRAND } from "../no-brand.ts";

/** Colours of a brand as brief.config.yaml has them. */
export type WrittenColours = Readonly<Record<string, string | { light: string; dark?: string }>>;

/** The palette that a set has with these colours of a brand and this theme; empty where they are refused. */
export async function paletteOf(
  set: TemplateSet,
  colours: WrittenColours,
  theme: ThemeValues = {},
): Promise<{ shades: ReadonlyMap<string, Shades>; findings: readonly Diagnostic[] }> {
  const sources = {
    ...NO_BRAND,
    brand: brandSchema.parse({ colours }),
    overrides: [{ from: "project" as const, values: theme, placeOf: () => undefined }],
  };
  const { tokens, diagnostics } = decideTokens(set, sources);
  const palette = await colourTokens(tokens, set, sources);
  const findings = [...diagnostics, ...palette.diagnostics];
  return { shades: palette.ok ? palette.value : new Map(), findings };
}
