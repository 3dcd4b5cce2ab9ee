import { readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openTestExecbrief } from "../support/open-test-execbrief.ts";
import { browserProcessesOf } from "../support/processes.ts";
import { randomBrief } from "../support/random-brief.ts";
import { readPdf } from "../support/read-pdf.ts";
import { testSurroundings } from "../support/surroundings.ts";

/** `npm run test:soak` runs a thousand; every test run some. */
const COUNT = import.meta.env.MODE === "soak" ? 1000 : 25;
const SEED = 20250203;

test(`${COUNT} random briefs are each one page, or told to be too long or in letters that no font has`, async () => {
  const tempFolder = await mkdtemp(path.join(tmpdir(), "execbrief-random-"));
  const briefs = fc.sample(randomBrief, { numRuns: COUNT, seed: SEED });
  const inputs = briefs.map((brief, index) => ({
    path: `random-${index}.json`,
    text: JSON.stringify(brief),
  }));
  const outcomes = { fits: 0, tooLong: 0, withoutFont: 0 };
  {
    await using execbrief = await openTestExecbrief({
      surroundings: testSurroundings({ tempFolder }),
      isPrinting: true,
    });
    for (const page of ["A4", "Letter"] as const) {
      const half = inputs.filter((_, index) => (index % 2 === 0) === (page === "A4"));
      for await (const result of execbrief.buildAll(half, { page, audiences: ["all"] })) {
        const errors = result.diagnostics.filter(({ severity }) => severity === "error");
        const [edition] = result.editions;
        const pdf = edition?.artifacts.find(({ format }) => format === "pdf");
        if (errors.some(({ code }) => code === "glyph-missing")) {
          outcomes.withoutFont += 1;
          continue;
        }
        if (pdf === undefined) {
          expect(
            errors.map(({ code }) => code),
            `${result.file} ${errors[0]?.message}`,
          ).toEqual(["page-overflow"]);
          outcomes.tooLong += 1;
        } else {
          expect(errors).toEqual([]);
          const { pages, text } = await readPdf(pdf.bytes);
          expect(pages, result.file).toBe(1);
          expect(text.length, result.file).toBeGreaterThan(100);
          outcomes.fits += 1;
        }
        expect(edition?.artifacts.some(({ format }) => format === "html")).toBe(true);
      }
    }
  }
  expect(outcomes.fits + outcomes.tooLong + outcomes.withoutFont).toBe(COUNT);
  expect(Math.min(outcomes.fits, outcomes.tooLong)).toBeGreaterThan(0);

  expect(readdirSync(tempFolder)).toEqual([]);
  if (process.platform !== "win32") expect(browserProcessesOf(process.pid)).toEqual([]);
  await rm(tempFolder, { recursive: true });
}, 600_000);
