import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readBriefFile } from "../../src/brief/read-brief-file.ts";
import { FORMAT_NAMES } from "../../src/formats/artifact.ts";
import { openTestExecbrief } from "../support/open-test-execbrief.ts";
import { dense, readPdf } from "../support/read-pdf.ts";
import { openReaderBrowser } from "../support/reader-browser.ts";

const root = path.resolve(import.meta.dirname, "../..");
const EDITIONS = ["all", "c-level", "marketing"] as const;

/** The beginnings of a brief’s parts, in the order in which a board reads them. */
const PAPERS = [
  {
    name: "crowdstrike-outage",
    parts: [
      "How should security updates reach our machines?",
      "Test machines first",
      "Price a second vendor",
      "30 Sept",
      "A faulty CrowdStrike file",
      "On 19 July 2024",
      "the file was live",
      "The outage lasted 78 minutes",
      "Update rights are",
      "Which suppliers can change",
      "Falcon Content Update",
    ],
  },
  {
    name: "deepseek",
    parts: [
      "DeepSeek gives buyers",
      "On 27 January 2025 NVIDIA’s",
      "NVIDIA’s share price",
      "one-day losses of market value",
      "DeepSeek built its model",
      "Bargain at renewal",
      "What would this year’s AI contracts",
      "DeepSeek-V3 Technical Report",
    ],
  },
  {
    name: "third-party-cookies",
    parts: [
      "Chrome keeps third-party cookies",
      "Google spent years",
      "reversals by Google in nine months",
      "Google drops the phase-out",
      "Campaigns can see everyone",
      "Move tests off Topics",
      "What share of our customers",
      "Update on Plans for Privacy Sandbox",
    ],
  },
] as const;

/** How much less high than the other a column may be, as a share of that: two or three lines of thirty. */
const UNEVEN_MAX = 0.15;

let reader: Browser;
let folder: string;
const artifacts = new Map<string, Uint8Array>();

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "execbrief-boardroom-"));
  reader = await openReaderBrowser();
  await using execbrief = await openTestExecbrief({ folder: root, isPrinting: true });
  for (const { name } of PAPERS) {
    const source = await readBriefFile(path.join(root, `briefs/${name}.yaml`));
    if (!source.ok) throw new Error(`${name} cannot be read.`);
    const order = { template: "boardroom", formats: FORMAT_NAMES };
    const { editions, diagnostics } = await execbrief.build(source.value, order);
    expect(diagnostics).toEqual([]);
    for (const { audience, artifacts: made } of editions) {
      for (const { format, bytes } of made) {
        artifacts.set(`${name} ${audience} ${format}`, bytes);
        if (format === "html") await writeFile(fileOf(name, audience), bytes);
      }
    }
  }
});
afterAll(async () => {
  await reader.close();
  await rm(folder, { recursive: true, force: true });
});

describe.each(PAPERS)("the board paper of $name", ({ name, parts }) => {
  test.each(FORMAT_NAMES)("is read in its order in %s", async (format) => {
    const text = await wordsOf(format, artifacts.get(`${name} all ${format}`) ?? new Uint8Array());
    // What a list of messages shows of the bottom line stands before an e-mail, so that the last place counts.
    const places = parts.map((part) => text.lastIndexOf(dense(part)));
    expect(Math.min(...places)).toBeGreaterThan(0);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  test.each(EDITIONS)("has two columns on paper that end near each other, for %s", async (audience) => {
    await withPage(name, audience, async (page) => {
      await page.emulateMediaType("print");
      const { evidence, judgement } = await measureColumns(page);
      expect(evidence.right).toBeLessThanOrEqual(judgement.left + 1);
      expect(judgement.top).toBeCloseTo(evidence.top, 0);
      const heights = [evidence, judgement].map(({ top, bottom }) => bottom - top);
      expect(1 - Math.min(...heights) / Math.max(...heights)).toBeLessThan(UNEVEN_MAX);
    });
  });

  test("has one column on a phone", async () => {
    await withPage(name, "all", async (page) => {
      const { evidence, judgement } = await measureColumns(page);
      expect(judgement.left).toBe(evidence.left);
      expect(judgement.top).toBeGreaterThanOrEqual(evidence.bottom);
    });
  });

  test("has columns of one width where a brand wants them even", async () => {
    await withPage(name, "all", async (page) => {
      await page.emulateMediaType("print");
      await page.evaluate(() => document.documentElement.setAttribute("data-columns", "even"));
      const widths = await page.$$eval(".columns .event, .columns .implications", (sections) =>
        sections.map((section) => Math.round(section.getBoundingClientRect().width)),
      );
      expect(widths).toHaveLength(2);
      expect(new Set(widths).size).toBe(1);
    });
  });
});

test.each([
  { name: "crowdstrike-outage", first: "decision" },
  { name: "deepseek", first: "bottom-line" },
])("the $first of $name comes first, on the ground of the brand", async ({ name, first }) => {
  await withPage(name, "all", async (page) => {
    const { section, ground, band } = await page.$eval(".body > :first-child", (part) => {
      const probe = document.body.appendChild(document.createElement("p"));
      probe.style.background = "var(--band)";
      const groundOf = (element: Element) => getComputedStyle(element).backgroundColor;
      const filled = part.querySelector(".band") ?? part;
      return { section: [...part.classList], ground: groundOf(filled), band: groundOf(probe) };
    });
    expect(section).toContain(first);
    expect(ground).toBe(band);
  });
});

const fileOf = (name: string, audience: string) => path.join(folder, `${name}.${audience}.html`);

/** What is read, without any white space. */
async function wordsOf(format: string, bytes: Uint8Array): Promise<string> {
  if (format === "pdf") return dense((await readPdf(bytes)).text);
  const text = new TextDecoder().decode(bytes);
  if (format === "text") return dense(text);
  return dense(text.replace(/<(style|head)\b[\s\S]*?<\/\1>/g, "").replace(/<[^>]+>|&nbsp;/g, ""));
}

async function withPage<T>(name: string, audience: string, look: (page: Page) => Promise<T>): Promise<T> {
  const page = await reader.newPage();
  try {
    await page.setViewport({ width: 390, height: 844 });
    await page.goto(pathToFileURL(fileOf(name, audience)).href, { waitUntil: "load" });
    return await look(page);
  } finally {
    await page.close();
  }
}

/** Where each column begins and where its last words end, in px. */
const measureColumns = (page: Page) =>
  page.evaluate(() => {
    const measure = (selector: string) => {
      const column = document.querySelector(selector);
      if (column === null) throw new Error(`no ${selector}`);
      const { left, right, top } = column.getBoundingClientRect();
      const sections = [...column.querySelectorAll("section")];
      const bottom = Math.max(...sections.map((section) => section.getBoundingClientRect().bottom));
      return { left, right, top, bottom };
    };
    return { evidence: measure(".evidence"), judgement: measure(".judgement") };
  });
