import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Browser } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generateGallery } from "../../scripts/generate-gallery.ts";
import { findBrowser } from "../../src/chromium/find-browser.ts";
import type { Execbrief } from "../../src/open-execbrief.ts";
import { parseManifest } from "../../src/render/manifest.ts";
import { differenceOf } from "../support/compare-pictures.ts";
import { BRIEFS, drawForms, FORMS, type Form, pictureName, SETS } from "../support/draw-gallery.ts";
import { openTestExecbrief } from "../support/open-test-execbrief.ts";
import { openReaderBrowser } from "../support/reader-browser.ts";
import { testSurroundings } from "../support/surroundings.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const FOLDER = path.join(ROOT, "docs/gallery");
/** Whether the pictures are drawn anew (`npm run gallery`). */
const IS_DRAWING = import.meta.env.MODE === "gallery";
/** Share of a picture’s points, at a quarter of its size, that may differ: what compression loses stays below. */
const DIFFERENCE_MAX = 0.004;

const found = await findBrowser({ surroundings: testSurroundings() });
/** Another browser sets lines otherwise. */
const isSameBrowser = found.ok && found.value.origin === "embedded";

let execbrief: Execbrief;
let browser: Browser;
beforeAll(async () => {
  execbrief = await openTestExecbrief({ folder: ROOT, isPrinting: true });
  browser = await openReaderBrowser();
  await mkdir(FOLDER, { recursive: true });
  if (IS_DRAWING) for (const name of await pictures()) await rm(path.join(FOLDER, name));
});
afterAll(async () => {
  await browser.close();
  await execbrief[Symbol.asyncDispose]();
});

/** The whole sheet for each brief, the other forms for the first. */
const formsOf = (brief: string): readonly Form[] => (brief === BRIEFS[0] ? FORMS : ["page"]);

describe.skipIf(!isSameBrowser)("with the browser that Execbrief brings", () => {
  test.each(SETS.flatMap((set) => BRIEFS.map((brief) => [set, brief] as const)))(
    "the pictures of %s with %s are what is built",
    async (set, brief) => {
      const drawn = await drawForms(execbrief, browser, set, brief);
      for (const form of formsOf(brief)) {
        const file = path.join(FOLDER, pictureName(set, brief, form));
        const picture = drawn.get(form) ?? new Uint8Array();
        if (IS_DRAWING) await writeFile(file, picture);
        expect(existsSync(file)).toBe(true);
        expect(await differenceOf(browser, await readFile(file), picture)).toBeLessThan(DIFFERENCE_MAX);
      }
    },
  );
});

test("docs/gallery/README.md shows every set with every brief (npm run docs)", async () => {
  const sets = await Promise.all(
    SETS.map(async (id) => {
      const manifest = parseManifest(
        await readFile(path.join(ROOT, "templates", id, "template.yaml"), "utf8"),
        id,
      );
      return { id, description: (manifest.ok && manifest.value.value.description) || "" };
    }),
  );
  await expect(generateGallery(sets, BRIEFS)).toMatchFileSnapshot("../../docs/gallery/README.md");
});

test("the gallery holds no other picture", async () => {
  const shown = SETS.flatMap((set) =>
    BRIEFS.flatMap((brief) => formsOf(brief).map((form) => pictureName(set, brief, form))),
  );
  expect(await pictures()).toEqual(shown.sort());
});

const pictures = async (): Promise<string[]> =>
  (await readdir(FOLDER)).filter((name) => name.endsWith(".webp")).sort();
