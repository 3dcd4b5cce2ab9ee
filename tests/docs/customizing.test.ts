import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBrowser } from "../../src/chromium/find-browser.ts";
import { useBriefProgram } from "../cli/brief-program.ts";
import { differenceOf } from "../support/compare-pictures.ts";
import { draw } from "../support/draw-gallery.ts";
import { openReaderBrowser } from "../support/reader-browser.ts";
import { testSurroundings } from "../support/surroundings.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const PICTURE = path.join(ROOT, "docs/images/customized.webp");
const page = readFileSync(path.join(ROOT, "docs/customizing.md"), "utf8").replaceAll("\r\n", "\n");
const program = useBriefProgram();

/** What a reader does, in order: writes a file, or types a command. */
type Step = { readonly file: string; readonly text: string } | { readonly command: string };

const steps: Step[] = [...page.matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm)].flatMap(
  ([, language, file, text = ""]): Step[] => {
    if (file !== undefined) return [{ file, text }];
    return language === "sh"
      ? text
          .trim()
          .split("\n")
          .map((command) => ({ command }))
      : [];
  },
);

/** The preview stays open until somebody closes it. */
const isEndless = (command: string): boolean => command.startsWith("brief preview");

describe("the steps of docs/customizing.md", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "execbrief-customizing-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const runs: { command: string; code: number | null; out: string; err: string }[] = [];

  test("can be done as they stand, without an error", async () => {
    for (const step of steps) {
      if ("file" in step) {
        const file = path.join(folder, step.file);
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, step.text);
      } else if (!isEndless(step.command)) {
        const [, ...args] = step.command.split(" ");
        runs.push({ command: step.command, ...(await program.run(args, { folder })) });
      }
    }
    expect(runs.map(({ command, code, err }) => `${command}: ${code}\n${code === 0 ? "" : err}`)).toEqual(
      runs.map(({ command }) => `${command}: 0\n`),
    );
    expect(runs.length).toBeGreaterThan(6);
  });

  test("tell the shade in which a colour that is too light is set", () => {
    const [first] = runs.filter(({ command }) => command === "brief build");
    expect(`${first?.out}${first?.err}`).toMatch(/#00897b/);
  });

  test("end in a page with the logo, the typeface, the footer and the turned caveat", () => {
    const html = readFileSync(path.join(folder, "output/returns/returns.html"), "utf8");
    expect(html).toContain("Northwind Trading, Corporate Affairs");
    expect(html).toContain('font-family:"Bricolage Grotesque"');
    expect(html).toMatch(/<img class="logo" src="data:image\/svg\+xml;base64,/);
  });

  test("leave copies that brief template status knows", () => {
    const status = runs.find(({ command }) => command === "brief template status");
    expect(status?.out).toContain("partials/caveat.hbs");
  });

  test("make the page that is shown", async ({ skip }) => {
    const found = await findBrowser({ surroundings: testSurroundings() });
    skip(!found.ok || found.value.origin !== "embedded", "another browser sets lines otherwise");
    // A new brief is of the day on which it is begun.
    const brief = path.join(folder, "briefs/returns.yaml");
    writeFileSync(brief, readFileSync(brief, "utf8").replace(/\d{4}-\d\d-\d\d/g, "2026-03-02"));
    await program.run(["build", "--template", "executive", "--audience", "all"], { folder });
    const html = readFileSync(path.join(folder, "output/returns/returns.html"), "utf8");
    const browser = await openReaderBrowser();
    try {
      const picture = await draw(await browser.newPage(), html, "page");
      if (import.meta.env.MODE === "gallery") writeFileSync(PICTURE, picture);
      expect(await differenceOf(browser, readFileSync(PICTURE), picture)).toBeLessThan(0.004);
    } finally {
      await browser.close();
    }
  });
});
