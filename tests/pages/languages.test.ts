import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { judgePdf } from "../../src/conformance/index.ts";
import { folderOf } from "../render/folder-of.ts";
import { openTestExecbrief } from "../support/open-test-execbrief.ts";
import { readPdf } from "../support/read-pdf.ts";

const BRIEFS = path.resolve(import.meta.dirname, "../briefs/languages");
/** `npm run test:soak` builds every language with every set; every test run builds each with some. */
const IS_SOAKING = import.meta.env.MODE === "soak";
const SETS = readdirSync(path.resolve(import.meta.dirname, "../../templates"));

const LANGUAGES = [
  {
    lang: "ar",
    dir: "rtl",
    own: ["executive", "memo"],
    family: "Noto Sans Arabic",
    script: "Arabic",
    advised: "@fontsource/noto-sans-arabic",
  },
  {
    lang: "he",
    dir: "rtl",
    own: ["boardroom", "marketing"],
    family: "Noto Sans Hebrew",
    script: "Hebrew",
    advised: "@fontsource/noto-sans-hebrew",
  },
  {
    lang: "ja",
    dir: "ltr",
    own: ["executive"],
    family: "Sawarabi Gothic",
    script: "Japanese",
    advised: "@fontsource/noto-sans-jp",
  },
  {
    lang: "zh",
    dir: "ltr",
    own: ["marketing"],
    family: "ZCOOL XiaoWei",
    script: "Chinese",
    advised: "@fontsource/noto-sans-sc",
  },
] as const;

const packageOf = (family: string): string => `@fontsource/${family.toLowerCase().replaceAll(" ", "-")}`;

const sourceOf = (lang: string) => {
  const file = path.join(BRIEFS, `${lang}.yaml`);
  return { path: file, text: readFileSync(file, "utf8") };
};

test.each(LANGUAGES)(
  "a brief in $lang is shown whole, in every format",
  async ({ lang, dir, family, own }) => {
    const also = `[{ family: ${family}, package: "${packageOf(family)}" }]`;
    const folder = folderOf({ "brief.config.yaml": `brand: { fonts: { also: ${also} } }\n` });
    await using execbrief = await openTestExecbrief({ folder, isPrinting: true });
    for (const template of IS_SOAKING ? SETS : own) {
      const formats = ["pdf", "html", "email", "text"] as const;
      const order = { template, formats, audiences: ["all"] };
      const { editions, diagnostics } = await execbrief.build(sourceOf(lang), order);
      const findings = diagnostics.map(({ code, message }) => `${code}: ${message}`);
      expect({ template, findings }).toEqual({ template, findings: [] });
      const artifacts = new Map(editions[0]?.artifacts.map((artifact) => [artifact.format, artifact.bytes]));
      expect([...artifacts.keys()]).toEqual([...formats]);
      const html = new TextDecoder().decode(artifacts.get("html"));
      expect(html).toContain(`<html lang="${lang}" dir="${dir}"`);
      const pdf = await readPdf(artifacts.get("pdf") ?? new Uint8Array());
      expect(pdf.lang).toBe(lang);
      expect(pdf.fonts.some((font) => font.includes(family.replaceAll(" ", "")))).toBe(true);
      for (const font of pdf.fonts) expect(font).toMatch(/^[A-Z]{6}\+/);
      expect(judgePdf(artifacts.get("pdf") ?? new Uint8Array(), ["pdfua-1", "pdfa-3a"])).toEqual([]);
    }
  },
);

test.each(LANGUAGES)(
  "without a typeface of its alphabet, a brief in $lang is told which package has it",
  async ({ lang, script, advised }) => {
    await using execbrief = await openTestExecbrief({ folder: folderOf({}) });
    const { diagnostics } = await execbrief.build(sourceOf(lang), {
      formats: ["html"],
      audiences: ["all"],
      preflight: false,
    });
    const finding = diagnostics.find(({ code }) => code === "font-script-missing");
    expect(finding?.message).toContain(script);
    expect(finding?.hint).toContain(`npm install ${advised}`);
  },
);
