import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { FIT_LADDER, NOMINAL_STEP } from "../../src/formats/fit.ts";
import { HELPER_NAMES } from "../../src/render/helpers.ts";
import { folderOf } from "../render/folder-of.ts";
import { openTestExecbrief } from "../support/open-test-execbrief.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const read = (file: string) => readFileSync(path.join(ROOT, file), "utf8");
const page = read("docs/templates.md");

test.each([...HELPER_NAMES])("the helper %s is described", (helper) => {
  expect(page).toMatch(new RegExp(`[{(]#?${helper} \\w`));
});

test.each([
  [
    "--fit-type",
    `${NOMINAL_STEP.typePt}pt | 9pt to 12.5pt`,
    ({ typePt }: (typeof FIT_LADDER)[number]) => typePt,
    [12.5, 9],
  ],
  [
    "--fit-leading",
    `${NOMINAL_STEP.leading} | 1.3 to 1.5`,
    ({ leading }: (typeof FIT_LADDER)[number]) => leading,
    [1.5, 1.3],
  ],
  [
    "--fit-space",
    `${NOMINAL_STEP.space} | 0.55 to 1.7`,
    ({ space }: (typeof FIT_LADDER)[number]) => space,
    [1.7, 0.55],
  ],
] as const)("the range of %s is the ladder’s", (variable, row, of, range) => {
  expect(page).toContain(`| \`${variable}\` | ${row} |`);
  const values = FIT_LADDER.map(of);
  expect([Math.max(...values), Math.min(...values)]).toEqual(range);
});

test("the set of the example builds the bundled briefs, and loses nothing of them", async () => {
  const files = Object.fromEntries(
    [...page.matchAll(/^```\w+ (templates\/\S+)\n([\s\S]*?)^```$/gm)].map(([, name = "", text = ""]) => [
      name,
      text,
    ]),
  );
  expect(Object.keys(files).length).toBeGreaterThan(4);
  const folder = folderOf({ ...files, "brief.config.yaml": "template: plain\n" });
  await using execbrief = await openTestExecbrief({ folder, isPrinting: true });
  for (const name of ["deepseek", "crowdstrike-outage", "third-party-cookies"]) {
    const brief = path.join(ROOT, `briefs/${name}.yaml`);
    const result = await execbrief.build(
      { path: brief, text: readFileSync(brief, "utf8") },
      { formats: ["pdf", "html"] },
    );
    expect(result.diagnostics.map(({ message }) => message)).toEqual([]);
    const html = result.editions[0]?.artifacts.find(({ format }) => format === "html");
    expect(new TextDecoder().decode(html?.bytes)).toContain(
      'font-family:"Source Sans 3";font-style:normal;font-weight:700',
    );
  }
});
