import path from "node:path";
import { loadTemplateSet } from "../src/render/template-set.ts";
import { brandSchema } from "../src/render/theme/brand.ts";
import { openTheme, type Theme } from "../src/render/theme/open-theme.ts";

/** Accents of the example: too light for words, nearly dark enough, and dark. */
const ACCENTS = ["#ffcc00", "#008080", "#0b1f4b"] as const;

/** The table of docs/themes.md: what the colours of `executive` become when a brand names its accent and nothing else. */
export async function generatePaletteTable(): Promise<string> {
  const palettes = await Promise.all([undefined, ...ACCENTS].map(executiveWith));
  const [own] = palettes;
  const names = [...(own?.values ?? [])].flatMap(([name, { token }]) =>
    token.type === "colour" ? [name] : [],
  );
  const cell = (theme: Theme, name: string) => {
    const { value = "", dark = "" } = theme.values.get(name) ?? {};
    return value === dark ? `\`${value}\`` : `\`${value}\` \`${dark}\``;
  };
  return [
    ["token", "the set’s own", ...ACCENTS.map((accent) => `accent \`${accent}\``)],
    Array.from({ length: ACCENTS.length + 2 }, () => "---"),
    ...names.map((name) => [`\`${name}\``, ...palettes.map((theme) => cell(theme, name))]),
  ]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

async function executiveWith(accent: string | undefined): Promise<Theme> {
  const set = await loadTemplateSet(path.resolve(import.meta.dirname, "../templates/executive"));
  if (!set.ok) throw new Error(set.diagnostics[0]?.message);
  const theme = await openTheme(set.value, {
    brand: brandSchema.parse({ colours: accent === undefined ? {} : { accent } }),
    placeOfBrand: () => ({ file: "brief.config.yaml", line: 1, column: 1 }),
    overrides: [],
    folder: set.value.folder,
  });
  if (!theme.ok) throw new Error(theme.diagnostics[0]?.message);
  return theme.value;
}
