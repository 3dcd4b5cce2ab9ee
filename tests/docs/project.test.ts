import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { configSchema } from "../../src/project/config.ts";
import { loadProject } from "../../src/project/load-project.ts";
import { fontSchema } from "../../src/render/theme/token.ts";
import { folderOf } from "../render/folder-of.ts";
import { SAMPLE_IMAGES } from "../render/sample-images.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const page = readFileSync(path.join(ROOT, "docs/project.md"), "utf8").replaceAll("\r\n", "\n");

/** Rows of the table under a heading, by the setting in their first cell; code marks are left out. */
function rowsUnder(heading: string): ReadonlyMap<string, readonly string[]> {
  const section = page.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? "";
  const rows = [...section.matchAll(/^\| `(.+?)` \|(.*)\|$/gm)];
  return new Map(
    rows.map(([, key = "", cells = ""]) => [
      key,
      cells.split("|").map((cell) => cell.trim().replaceAll("`", "")),
    ]),
  );
}

/** Every setting: a key of a map of any ids stands as `<id>`. */
function settingsOf(schema: unknown, way: readonly string[] = []): string[] {
  const here = way.length === 0 ? [] : [way.join(".")];
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodOptional)
    return settingsOf(schema.unwrap(), way);
  if (schema instanceof z.ZodRecord && schema.valueType instanceof z.ZodObject)
    return [...here, ...settingsOf(schema.valueType, [...way, "<id>"])];
  if (!(schema instanceof z.ZodObject) || schema === fontSchema) return here;
  const inside = Object.entries(schema.shape).flatMap(([key, field]) => settingsOf(field, [...way, key]));
  return way.at(-1) === "<id>" ? inside : [...here, ...inside];
}

test("every setting is in the reference, and no other", () => {
  const settings = settingsOf(configSchema);
  expect(settings).toContain("organisation.logo");
  expect([...rowsUnder("Every setting").keys()].sort()).toEqual(settings.sort());
});

const { audiences: _none, ...defaults } = configSchema.parse({});
const { editorial, email, pdf, brand: _brand, theme: _theme, ...plainDefaults } = defaults;

test.each([
  ...Object.entries(plainDefaults),
  ["editorial.sourceMaxAgeMonths", editorial.sourceMaxAgeMonths] as const,
  ["pdf.source", pdf.source] as const,
  ["email.clients", email.clients] as const,
  ["email.allow", email.allow] as const,
])("the default of %s is told", (setting, value) => {
  const told = Array.isArray(value) ? `[${value.join(", ")}]` : String(value);
  expect(rowsUnder("Every setting").get(setting)?.[1]).toBe(told);
});

test.each(Object.keys(defaults))("what goes before %s is told", (setting) => {
  expect([...rowsUnder("Which setting counts").keys()]).toContain(setting);
});

test("the settings of the example are read", async () => {
  const [, config = ""] = /^```yaml brief\.config\.yaml\n([\s\S]*?)^```$/m.exec(page) ?? [];
  const folder = folderOf({ "brief.config.yaml": config, "logo/northwind.png": SAMPLE_IMAGES["a.png"] });
  const project = await loadProject(folder);
  expect(project.diagnostics).toEqual([]);
  expect(project.ok && project.value).toMatchObject({
    config: {
      locale: "en-GB",
      audiences: { board: { label: { de: "Aufsichtsrat" } }, sales: { label: "Sales" } },
    },
    organisation: { name: "Northwind Trading", logo: expect.stringMatching(/^data:image\/png;base64,/) },
  });
});
