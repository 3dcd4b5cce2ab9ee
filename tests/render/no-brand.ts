import type { ThemeSources } from "../../src/render/theme/open-theme.ts";

/** A project without a brand and a theme of its own. */
export const NO_BRAND: ThemeSources = {
  brand: null,
  placeOfBrand: () => ({ file: "brief.config.yaml", line: 1, column: 1 }),
  overrides: [],
  folder: "",
};
