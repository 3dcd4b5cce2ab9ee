import { afterAll, describe, expect, it } from "vitest";
import { openChromiumPrinter } from "../../src/chromium/chromium-printer.ts";
import { PAGE_SIZES, type PrintJob, type PrintResult } from "../../src/formats/pdf-printer.ts";
import { LADDER, section, sheetJob, someWords } from "../support/sheet.ts";
import { testSurroundings } from "../support/surroundings.ts";

const printer = openChromiumPrinter({ surroundings: testSurroundings(), tabs: 2 });
afterAll(() => printer[Symbol.asyncDispose]());

async function print(job: PrintJob): Promise<PrintResult> {
  const outcome = await printer.print(job);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value;
}

async function overflowOf(job: PrintJob) {
  const result = await print(job);
  if (result.kind !== "overflow") throw new Error(`It fitted at rung ${result.rung}.`);
  return result.overflow;
}

const COLUMNS = "[data-fit]{display:grid;grid-template-columns:1fr 1fr;gap:10mm}";
const columns = (left: string, right: string) => `<div>${left}</div><div>${right}</div>`;

describe("Fitting a page", () => {
  it.each([40, 300, 500, 560, 600, 640, 680, 720])(
    "takes the roomiest rung at which %i words are on one sheet, as each rung printed alone confirms",
    async (words) => {
      const row = section("Event", someWords(words, words));
      const alone = await Promise.all(LADDER.map((step) => print(sheetJob(row, { ladder: [step] }))));
      const roomiest = alone.findIndex(({ kind }) => kind === "printed");
      expect(await print(sheetJob(row))).toMatchObject({ kind: "printed", pages: 1, rung: roomiest });
    },
  );

  it.each([
    { about: "a long word", row: `<p>${"W".repeat(80)}</p>` },
    { about: "a wide box", row: `<div style="width:300mm;height:1px;background:red"></div>` },
    {
      about: "a wide table",
      row: `<table><tr>${"<td>Quarterly&nbsp;figures&nbsp;here</td>".repeat(12)}</tr></table>`,
    },
  ])("refuses $about that leaves the sheet sideways", async ({ row }) => {
    expect((await overflowOf(sheetJob(row))).lines).toBeGreaterThanOrEqual(1);
  });

  it("refuses a header that leaves no room for the row", async () => {
    const css = "header{height:300mm}";
    expect((await overflowOf(sheetJob("<p>Hello</p>", { css }))).lines).toBeGreaterThanOrEqual(1);
  });

  it("does not count what a drawing clips", async () => {
    const drawing = `<svg width="100" height="50" viewBox="0 0 100 50"><rect x="0" y="0" width="9000" height="9000"/></svg>`;
    expect(await print(sheetJob(drawing))).toMatchObject({ kind: "printed", rung: 0 });
  });

  it("does not count what is hidden", async () => {
    const row = `<p>Hello</p><div style="display:none;height:900mm">x</div>`;
    expect(await print(sheetJob(row))).toMatchObject({ kind: "printed", rung: 0 });
  });

  it("prints on both sizes of sheet", async () => {
    const row = section("Event", someWords(640));
    for (const page of Object.values(PAGE_SIZES)) {
      expect(await print(sheetJob(row, { page }))).toMatchObject({ kind: "printed", pages: 1 });
    }
  });

  it("finds the roomiest rung for several sheets too", async () => {
    const row = section("Event", someWords(700)) + section("Questions", someWords(700));
    const result = await print(sheetJob(row, { maxPages: 2 }));
    expect(result).toMatchObject({ kind: "printed", pages: 2 });
    if (result.kind !== "printed" || result.rung === 0) throw new Error("The roomiest rung should not do.");
    const roomier = LADDER.slice(result.rung - 1, result.rung);
    expect(await print(sheetJob(row, { maxPages: 2, ladder: roomier }))).toMatchObject({ kind: "overflow" });
  });
});

describe("The advice for a page that is too long", () => {
  // Far more than a sheet holds in any font that a machine may have.
  const LENGTHS = [1350, 1450, 1600, 1900, 2200];
  const withoutLast = (text: string, words: number) => text.split(" ").slice(0, -Math.round(words)).join(" ");

  it.each(LENGTHS)("is enough when taken, give or take a tenth: %i words", async (words) => {
    const short = section("Short", someWords(120, 3));
    const long = someWords(words, words);
    const [advice] = (await overflowOf(sheetJob(short + section("Long", long)))).sections;
    if (!advice) throw new Error("There is no advice.");
    expect(advice.name).toBe("Long");
    const shortened = withoutLast(long, advice.wordsToCut * 1.1);
    expect(await print(sheetJob(short + section("Long", shortened)))).toMatchObject({ kind: "printed" });
  });

  it.each(LENGTHS)("asks for little more than is needed: %i words", async (words) => {
    const long = someWords(words, words);
    const [advice] = (await overflowOf(sheetJob(section("Long", long)))).sections;
    if (!advice) throw new Error("There is no advice.");
    const shortened = withoutLast(long, advice.wordsToCut * 0.9);
    expect(await print(sheetJob(section("Long", shortened)))).toMatchObject({ kind: "overflow" });
  });

  it("names only sections of the column that is too long", async () => {
    const left = section("Left", someWords(150));
    const right = section("Right one", someWords(120)) + section("Right two", someWords(900));
    const { sections } = await overflowOf(sheetJob(columns(left, right), { css: COLUMNS }));
    expect(sections.map(({ name }) => name)).toEqual(["Right two", "Right one"]);
  });

  it("names no section below which a column is short, though its box is stretched", async () => {
    const row = section("Left", someWords(100)) + section("Right", someWords(900));
    const { sections } = await overflowOf(sheetJob(row, { css: COLUMNS }));
    expect(sections.map(({ name }) => name)).toEqual(["Right"]);
  });

  it("names a section across the columns, because shortening it moves them both", async () => {
    const row = `<div style="grid-column:1/-1">${section("Top", someWords(200))}</div>${columns(
      section("Left", someWords(50)),
      section("Right", someWords(900)),
    )}`;
    const { sections } = await overflowOf(sheetJob(row, { css: COLUMNS }));
    expect(sections.map(({ name }) => name).sort()).toEqual(["Right", "Top"]);
  });

  it("counts the lines that are over", async () => {
    const line = (index: number) => `<div style="height:20px">${index}</div>`;
    const ladder = [{ typePt: 15, leading: 1, space: 1 }];
    const rows = (count: number) => Array.from({ length: count }, (_, index) => line(index)).join("");
    const fitting = [40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52];
    const results = await Promise.all(fitting.map((count) => print(sheetJob(rows(count), { ladder }))));
    const most = fitting[results.findLastIndex(({ kind }) => kind === "printed")] ?? Number.NaN;
    expect((await overflowOf(sheetJob(rows(most + 7), { ladder }))).lines).toBe(7);
  });
});
