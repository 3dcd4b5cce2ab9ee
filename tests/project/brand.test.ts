import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Execbrief } from "../../src/open-execbrief.ts";
import type { BriefResult, BuildOrder } from "../../src/project/brief-builder.ts";
import { openTestExecbrief } from "../support/open-test-execbrief.ts";
import { readPdf } from "../support/read-pdf.ts";

const DEEPSEEK = readFileSync(path.resolve(import.meta.dirname, "../../briefs/deepseek.yaml"), "utf8");

const CONFIG = `brand:
  colours: { accent: "#ffcc00", paper: "#fffdf7" }
  fonts:
    headings: { family: Bricolage Grotesque, package: "@fontsource/bricolage-grotesque" }
    text: { family: Inter, package: "@fontsource/inter" }
  classifications: { Public: For everybody }
theme: { bar: 0.6em }
`;

const folder = mkdtempSync(path.join(tmpdir(), "execbrief-test-"));
let execbrief: Execbrief;
beforeAll(async () => {
  writeFileSync(path.join(folder, "brief.config.yaml"), CONFIG);
  execbrief = await openTestExecbrief({ folder, isPrinting: true });
});
afterAll(async () => {
  await execbrief[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const UNPROVED: BuildOrder = { formats: ["html", "email"], audiences: ["all"], preflight: false };

const build = (more = "", order = UNPROVED): Promise<BriefResult> =>
  execbrief.build({ path: "deepseek.yaml", text: `${DEEPSEEK}\n${more}` }, order);

function textOf(result: BriefResult, format: "html" | "email"): string {
  const artifact = result.editions[0]?.artifacts.find((made) => made.format === format);
  return new TextDecoder().decode(artifact?.bytes);
}

/** Findings but for what is told of the brand’s yellow. */
const faults = ({ diagnostics }: BriefResult) =>
  diagnostics
    .filter(({ code }) => code !== "brand-colour-moved")
    .map(({ code, where }) => `${where?.file} ${where?.column} ${code}`);

test("a brand is seen in the PDF: its colours, its typefaces and what it calls the class", async () => {
  const result = await build("", { formats: ["pdf"], audiences: ["all"] });
  expect(faults(result)).toEqual([]);
  const pdf = await readPdf(result.editions[0]?.artifacts[0]?.bytes ?? new Uint8Array());
  expect([...new Set(pdf.fonts.map((font) => font.replace(/^[A-Z]{6}\+/, "").split("-")[0]))].sort()).toEqual(
    [expect.stringMatching(/^BricolageGrotesque/), expect.stringMatching(/^Inter/)],
  );
  expect(pdf.text).toContain("For everybody");
});

test("it is seen in the page and in the message, and told once", async () => {
  const result = await build();
  expect(faults(result)).toEqual([]);
  const told = result.diagnostics.map(({ code, where }) => `${code} ${where?.line}:${where?.column}`);
  expect(told).toEqual(["brand-colour-moved 2:14"]);
  const page = textOf(result, "html");
  for (const rule of ["--paper:#fffdf7", "--band:#ffcc00", "--bar:0.6em", '--display:"Bricolage Grotesque"'])
    expect(page).toContain(rule);
  const message = textOf(result, "email");
  expect(message).toContain("#ffcc00");
  expect(message).not.toContain("Georgia");
});

test("a brief changes tokens for itself", async () => {
  const page = textOf(await build('theme: { band: "#00695c", serif: Georgia, line: 3px }'), "html");
  for (const rule of ["--band:#00695c", '--serif:"Georgia"', "--line:3px", "--bar:0.6em"])
    expect(page).toContain(rule);
});

test("a brief names its template set, to which the project’s theme does not apply", async () => {
  const result = await build("template: memo");
  expect(faults(result)).toEqual([]);
  expect(textOf(result, "html")).not.toContain("--bar:0.6em");
});

test.each([
  ["theme: { bnad: teal }", ["deepseek.yaml 16 theme-unknown-token"]],
  ["theme: { band: teel, line: 9px }", ["deepseek.yaml 28 theme-value", "deepseek.yaml 16 theme-value"]],
  ['theme: { accent: "#ffcc00" }', ["deepseek.yaml 18 theme-contrast"]],
  ["template: memmo", ["deepseek.yaml 11 template-missing"]],
])("a fault of a brief’s look is told in the brief: %s", async (more, expected) => {
  const result = await build(more);
  expect(result.ok).toBe(false);
  expect(faults(result)).toEqual(expected);
});

test("a classification that the project does not have is refused in check and build", async () => {
  const text = DEEPSEEK.replace(/^classification: .*$/m, "classification: Publik");
  const checked = await execbrief.check({ path: "deepseek.yaml", text });
  const built = await execbrief.build({ path: "deepseek.yaml", text }, UNPROVED);
  for (const { diagnostics } of [checked, built]) {
    expect(diagnostics).toMatchObject([{ code: "classification-unknown", hint: "Did you mean “Public”?" }]);
  }
});

test("letters without a typeface are told where the brief first has them, each script once", async () => {
  const text = DEEPSEEK.replace(/^bottomLine: .*\n/m, (line) => `${line}  返品 נייר.\n`);
  const result = await execbrief.build({ path: "deepseek.yaml", text }, { ...UNPROVED, audiences: [] });
  const found = result.diagnostics.filter(({ code }) => code === "font-script-missing");
  const line = DEEPSEEK.split("\n").findIndex((written) => written.startsWith("bottomLine:")) + 1;
  expect(found.map(({ message, where }) => `${where?.line} ${message.split(" ")[3]}`)).toEqual([
    `${line} Chinese`,
    `${line} Hebrew`,
  ]);
});
