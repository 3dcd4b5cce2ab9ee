import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { generatePaletteTable } from "../../scripts/generate-palette-table.ts";
import { configSchema } from "../../src/project/config.ts";
import { parseSettings } from "../../src/render/parse-settings.ts";
import { COLOUR_ROLES, tokenSchema } from "../../src/render/theme/token.ts";

const page = readFileSync(path.resolve(import.meta.dirname, "../../docs/themes.md"), "utf8").replaceAll(
  "\r\n",
  "\n",
);

test("the palette of the example is what is worked out", async () => {
  expect(page).toContain(`\n\n${await generatePaletteTable()}\n\n`);
});

test.each([...page.matchAll(/^```yaml.*\n([\s\S]*?)^```$/gm)].map(([, text = ""]) => [text]))(
  "an example is a valid configuration: %s",
  (text) => {
    const settings = parseSettings(configSchema, text, "brief.config.yaml", ({ key, problem }, where) => {
      throw new Error(`${where.line}: ${key}: ${problem}`);
    });
    expect(settings.ok).toBe(true);
  },
);

test.each([...COLOUR_ROLES, ...tokenSchema.options.map(({ shape }) => shape.type.value)])(
  "%s is explained",
  (name) => {
    expect(page).toMatch(new RegExp(`^\\| \`${name}\` \\|`, "m"));
  },
);
