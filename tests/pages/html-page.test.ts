import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { HtmlValidate } from "html-validate";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readBriefFile } from "../../src/brief/read-brief-file.ts";
import { openTestExecbrief } from "../support/open-test-execbrief.ts";
import { dense, readPdf } from "../support/read-pdf.ts";
import { openReaderBrowser } from "../support/reader-browser.ts";

const root = path.resolve(import.meta.dirname, "../..");
const require = createRequire(import.meta.url);

/** The bundled briefs between them use most parts of the page. */
const BRIEFS = ["briefs/deepseek.yaml", "briefs/crowdstrike-outage.yaml", "briefs/third-party-cookies.yaml"];

/** Ways to look at a page. */
const VIEWS = [
  { name: "light on a desktop", width: 1280, scheme: "light" },
  { name: "dark on a desktop", width: 1280, scheme: "dark" },
  { name: "light on a phone of 320 px", width: 320, scheme: "light" },
  { name: "dark on a phone of 320 px", width: 320, scheme: "dark" },
  { name: "light on a tablet", width: 768, scheme: "light" },
] as const;

let reader: Browser;
let folder: string;
const files = new Map<string, string>();
const pdfs = new Map<string, Uint8Array>();

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "execbrief-pages-"));
  reader = await openReaderBrowser();
  await using execbrief = await openTestExecbrief({ folder: root, isPrinting: true });
  for (const name of BRIEFS) {
    const source = await readBriefFile(path.join(root, name));
    if (!source.ok) throw new Error(`${name} cannot be read.`);
    const { editions } = await execbrief.build(source.value, { audiences: ["all"] });
    for (const { format, bytes } of editions.flatMap(({ artifacts }) => artifacts)) {
      if (format === "pdf") pdfs.set(name, bytes);
      else files.set(name, await keep(name, bytes));
    }
  }
});
afterAll(async () => {
  await reader.close();
  await rm(folder, { recursive: true, force: true });
});

async function keep(name: string, bytes: Uint8Array): Promise<string> {
  const file = path.join(folder, `${path.basename(name, ".yaml")}.html`);
  await writeFile(file, bytes);
  return file;
}

describe.each(BRIEFS)("the page of %s", (name) => {
  const html = () => readFile(files.get(name) ?? "", "utf8");

  describe.each(VIEWS)("$name", ({ width, scheme }) => {
    test("meets WCAG 2.2 AA by axe-core", async () => {
      await withPage(name, { width, scheme }, async (page) => {
        await page.evaluate(await readFile(require.resolve("axe-core/axe.min.js"), "utf8"));
        const violations = await page.evaluate(async () => {
          const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
          const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
          const { violations } = await axe.run({ runOnly: tags });
          return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
        });
        expect(violations).toEqual([]);
      });
    });

    test("needs no sideways scrolling, even with wide text spacing (WCAG 1.4.10, 1.4.12)", async () => {
      await withPage(name, { width, scheme }, async (page) => {
        const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(await sideways()).toBeLessThanOrEqual(0);
        await page.evaluate(() => {
          for (const element of document.querySelectorAll<HTMLElement>("body *")) {
            element.style.cssText =
              "line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important";
          }
        });
        expect(await sideways()).toBeLessThanOrEqual(0);
      });
    });
  });

  test("asks for nothing, runs nothing and breaks no rule of its own policy", async () => {
    await withPage(name, { width: 1280, scheme: "light" }, async (page, log) => {
      await page.reload({ waitUntil: "load" });
      expect(log).toEqual([]);
      expect(
        await page.evaluate(() => document.scripts.length + document.querySelectorAll("[style]").length),
      ).toBe(0);
    });
  });

  test("says what it is to those who preview, search and archive it", async () => {
    const head = (await html()).split("</head>")[0] ?? "";
    expect(head).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-`,
    );
    for (const meta of ["description", "og:title", "og:description", "og:type", "viewport", "color-scheme"]) {
      expect(head).toMatch(new RegExp(`="${meta}" content="[^"]+"`));
    }
  });

  test("is valid HTML by html-validate", async () => {
    const validator = new HtmlValidate({
      extends: ["html-validate:standard"],
      // CSS is read by the browser tests; a style element’s size says nothing about validity.
      rules: { "no-inline-style": "off", "long-title": "off" },
    });
    const { results } = await validator.validateString(await html());
    expect(
      results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
      ),
    ).toEqual([]);
  });

  test("prints like the PDF: one sheet, the same words at the same size", async () => {
    const fromPdf = await readPdf(pdfs.get(name) ?? new Uint8Array());
    await withPage(name, { width: 1280, scheme: "dark" }, async (page) => {
      const printed = await readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
      expect(printed.pages).toBe(1);
      expect(dense(printed.text)).toBe(dense(fromPdf.text));
      expect(printed.typeSizes).toEqual(fromPdf.typeSizes);
    });
  });
});

const java = await promisify(execFile)("java", ["-version"]).then(
  () => true,
  () => false,
);
if (!java) process.stderr.write("Skipped: the Nu HTML checker needs Java, which is not on this machine.\n");

test.skipIf(!java)("all pages are valid by the Nu HTML checker", async () => {
  const jar: string = require("vnu-jar");
  const pages = [...files.values()];
  const check = promisify(execFile)("java", ["-jar", jar, "--format", "json", ...pages], { maxBuffer: 1e8 });
  const { stderr } = await check.catch((error: { stderr: string }) => error);
  const { messages } = JSON.parse(stderr) as {
    messages: { type: string; message: string; lastLine: number }[];
  };
  expect(messages.filter(({ type, message }) => type === "error" && !UNKNOWN_TO_NU.test(message))).toEqual(
    [],
  );
});

/** The checker’s release is older than these parts of CSS and of Content Security Policy. */
const UNKNOWN_TO_NU = /^CSS:|Content-Security-Policy/;

async function withPage<T>(
  name: string,
  { width, scheme }: { width: number; scheme: "light" | "dark" },
  look: (page: Page, log: string[]) => Promise<T>,
): Promise<T> {
  const page = await reader.newPage();
  const log: string[] = [];
  const url = pathToFileURL(files.get(name) ?? "").href;
  page.on("console", (message) => log.push(message.text()));
  page.on("pageerror", (error) => log.push(String(error)));
  page.on("request", (request) => {
    if (!request.url().startsWith("data:") && request.url() !== url) log.push(request.url());
  });
  try {
    await page.setViewport({ width, height: 800 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await page.goto(url, { waitUntil: "load" });
    return await look(page, log);
  } finally {
    await page.close();
  }
}
