import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Execbrief } from "../../src/open-execbrief.ts";
import type { BriefResult } from "../../src/project/brief-builder.ts";
import { contrastOf } from "../../src/render/theme/contrast.ts";
import { openTestExecbrief } from "../support/open-test-execbrief.ts";
import { dense, readPdf } from "../support/read-pdf.ts";
import { openReaderBrowser } from "../support/reader-browser.ts";

const root = path.resolve(import.meta.dirname, "../..");
const ALT = "A container ship at a quay below two cranes";
const CREDIT = "Drawing: the harbour’s own";

/** What must stay readable on it needs 4.5:1 (WCAG 2.2, 1.4.3). */
const CONTRAST_MIN = 4.5;

const folder = mkdtempSync(path.join(tmpdir(), "execbrief-marketing-"));
cpSync(path.join(import.meta.dirname, "images"), folder, { recursive: true });
/** A brand so dark that the words on its band are white. */
writeFileSync(
  path.join(folder, "brief.config.yaml"),
  'template: marketing\nbrand: { colours: { accent: "#0b3d91" } }\n',
);

let execbrief: Execbrief;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  [execbrief, browser] = await Promise.all([
    openTestExecbrief({ folder, isPrinting: true }),
    openReaderBrowser(),
  ]);
  page = await browser.newPage();
  await page.setBypassCSP(true);
});
afterAll(async () => {
  await Promise.all([execbrief[Symbol.asyncDispose](), browser.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const briefWith = (image: string): string => `title: The harbour is full
date: 2026-03-02
bottomLine: Every berth is taken until June; book rail now.
${image}
event:
  summary: The port closed its list on Friday.
  figures:
    - { value: "41", label: ships at anchor, sources: [list] }
caveats:
  - { claim: The list reopens in May., caveat: Only the port says so., confidence: low, sources: [list] }
questions:
  - { question: Which goods must not wait?, owner: Head of sales }
sources:
  - { id: list, title: List of berths, publisher: Port of Norhaven, date: 2026-02-27 }
`;
const imageOf = (file: string) => `image: { src: ${file}, alt: ${ALT}, credit: "${CREDIT}" }`;

async function build(image: string, formats: readonly ("pdf" | "html" | "email" | "text")[]) {
  const text = briefWith(image);
  return execbrief.build({ path: path.join(folder, "harbour.yaml"), text }, { formats });
}

const artifactOf = (result: BriefResult, format: string) => {
  const found = result.editions[0]?.artifacts.find((artifact) => artifact.format === format);
  if (found === undefined) throw new Error(`no ${format}`);
  return found;
};
const textOf = (result: BriefResult, format: string): string =>
  new TextDecoder().decode(artifactOf(result, format).bytes);
const codesOf = ({ diagnostics }: BriefResult) => diagnostics.map(({ code }) => code);

describe("with a picture", () => {
  let result: BriefResult;
  beforeAll(async () => {
    result = await build(imageOf("harbour.png"), ["pdf", "html", "email", "text"]);
  });

  test("is built without a finding, but for the brand’s own colour", () => {
    expect(codesOf(result).filter((code) => code !== "brand-colour-moved")).toEqual([]);
  });

  test("prints its credit on the one sheet", async () => {
    const pdf = await readPdf(artifactOf(result, "pdf").bytes);
    expect(pdf.pages).toBe(1);
    expect(dense(pdf.text)).toContain(dense(CREDIT));
  });

  test.each([
    ["paper", 794, "at the edge of the sheet, as high as the band"],
    ["a wide screen", 1280, "at the edge of the window, as high as the band"],
    ["a phone", 390, "as wide as the screen"],
  ])("has it on %s (%i px) %s", async (_medium, width) => {
    await show(textOf(result, "html"), width, width === 794);
    const seen = await page.evaluate(() => {
      const boxOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
      const { left = 0, right = 0, top = 0, bottom = 0 } = boxOf(".crop img") ?? {};
      const band = boxOf(".head");
      const credit = boxOf(".picture figcaption");
      return {
        alt: document.querySelector<HTMLImageElement>(".crop img")?.alt,
        left,
        isAtEdge: Math.abs(right - (band?.right ?? 0)) < 1,
        isAsHigh:
          Math.abs(top - (band?.top ?? 0)) < 1 && Math.abs((credit?.bottom ?? 0) - (band?.bottom ?? 0)) < 1,
        isCreditBelow: credit !== undefined && credit.top >= bottom - 1,
      };
    });
    expect(seen).toMatchObject({ alt: ALT, isAtEdge: true, isCreditBelow: true });
    if (width === 390) expect(seen.left).toBe(0);
    else expect(seen.isAsHigh).toBe(true);
  });

  test("carries it in the message, no wider than its text and as narrow as a phone", () => {
    const { mail } = artifactOf(result, "email");
    const sent = mail?.images.find(({ name }) => name.startsWith("image-"));
    expect(sent?.mediaType).toBe("image/png");
    expect(Buffer.from(sent?.bytes ?? [])).toEqual(readFileSync(path.join(folder, "harbour.png")));
    const html = textOf(result, "email");
    const [tag = ""] = new RegExp(`<img[^>]*alt="${ALT}"[^>]*>`).exec(html) ?? [];
    expect(tag).toContain(`src="cid:${sent?.contentId}"`);
    expect(tag).toContain('width="536"');
    expect(tag).toMatch(/width:100%;max-width:536px/);
    expect(html).toContain(CREDIT);
  });
});

test("a picture that mail programs do not show stands on the page, and its words in the message", async () => {
  const result = await build(imageOf("harbour.svg"), ["html", "email"]);
  const told = codesOf(result).filter((code) => code !== "brand-colour-moved");
  expect([...new Set(told)]).toEqual(["email-image-form"]);
  expect(textOf(result, "html")).toContain("data:image/svg+xml");
  expect(textOf(result, "email")).toContain(ALT);
  expect(textOf(result, "email")).not.toContain("data:image");
});

describe("without a picture", () => {
  let html: string;
  let message: string;
  beforeAll(async () => {
    const result = await build("", ["html", "email"]);
    html = textOf(result, "html");
    message = textOf(result, "email");
  });

  test("leaves no hole: title and bottom line fill the band", async () => {
    await show(html, 1280, false);
    const free = await page.evaluate(() => {
      const rightOf = (selector: string) =>
        document.querySelector(selector)?.getBoundingClientRect().right ?? 0;
      return {
        pictures: document.querySelectorAll(".picture, main img").length,
        inEndMargin: rightOf(".head") - rightOf(".bottom-line"),
        margin: document.querySelector("h1")?.getBoundingClientRect().left ?? 0,
      };
    });
    expect(free.pictures).toBe(0);
    expect(message).not.toContain("<img");
    expect(free.inEndMargin).toBeCloseTo(free.margin, 0);
  });

  test("stays readable where a printer leaves grounds out: the band is painted all the same", async () => {
    await show(html, 794, true);
    await page.addStyleTag({
      content: "*,::before,::after{background:none!important;background-color:transparent!important}",
    });
    expect(await colourOf("h1")).toBe("rgb(255, 255, 255)");
    for (const selector of [".head", ".question .number"]) {
      expect(await pixelAt(selector)).toEqual([0x0b, 0x3d, 0x91]);
    }
  });
});

test.each(["light", "dark"] as const)(
  "the set’s own words on the band can be read on %s ground",
  (scheme) => {
    const { tokens } = parse(readFileSync(path.join(root, "templates/marketing/template.yaml"), "utf8"));
    const colour = (name: string): string => tokens[name].default[scheme];
    expect(contrastOf(colour("on-accent"), colour("band"))).toBeGreaterThanOrEqual(CONTRAST_MIN);
  },
);

async function show(html: string, width: number, isPaper: boolean): Promise<void> {
  await page.setViewport({ width, height: 1123 });
  await page.emulateMediaType(isPaper ? "print" : "screen");
  await page.setContent(html, { waitUntil: "load" });
}

const colourOf = (selector: string) => page.$eval(selector, (element) => getComputedStyle(element).color);

/** What is painted in the first corner of an element, as the eye has it. */
async function pixelAt(selector: string): Promise<number[]> {
  const box = await page.$eval(selector, (element) => {
    const { left, top } = element.getBoundingClientRect();
    return { left, top };
  });
  const clip = { x: box.left + 2, y: box.top + 2, width: 1, height: 1 };
  const picture = await page.screenshot({ clip, encoding: "base64" });
  return page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const context = new OffscreenCanvas(1, 1).getContext("2d");
    context?.drawImage(bitmap, 0, 0);
    return [...(context?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3);
  }, picture);
}
