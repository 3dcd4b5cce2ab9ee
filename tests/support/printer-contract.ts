import { afterAll, describe, expect, it } from "vitest";
import { PAGE_SIZES, type PdfPrinter, type SheetPictures } from "../../src/formats/pdf-printer.ts";
import { LADDER, section, sheetJob, someWords } from "./sheet.ts";

/** What everyone may expect of a printer; runs on the real one and on the fake. */
export function describePrinterContract(
  name: string,
  open: () => PdfPrinter,
  openForDrawing: () => PdfPrinter = open,
): void {
  describe(`${name} keeps the printer's contract`, () => {
    const printer = open();
    afterAll(() => printer[Symbol.asyncDispose]());

    it("prints a short page on one sheet at the roomiest rung", async () => {
      const outcome = await printer.print(sheetJob(section("Event", someWords(60))));
      expect(outcome).toMatchObject({ ok: true, value: { kind: "printed", pages: 1, rung: 0 } });
    });

    it("hands over the bytes of a PDF", async () => {
      const outcome = await printer.print(sheetJob(section("Event", someWords(60))));
      if (!outcome.ok || outcome.value.kind !== "printed") throw new Error("Nothing was printed.");
      expect(new TextDecoder().decode(outcome.value.bytes.subarray(0, 5))).toBe("%PDF-");
    });

    it("takes a tighter rung for a page that is too long for the roomiest", async () => {
      const outcome = await printer.print(sheetJob(section("Event", someWords(720))));
      if (!outcome.ok || outcome.value.kind !== "printed") throw new Error("Nothing was printed.");
      expect(outcome.value.pages).toBe(1);
      expect(outcome.value.rung).toBeGreaterThan(0);
      expect(outcome.value.rung).toBeLessThan(LADDER.length);
    });

    it("prints nothing that is too long for the tightest rung, and names the sections, the longest first", async () => {
      const outcome = await printer.print(
        sheetJob(section("Short", someWords(200)) + section("Long", someWords(1000))),
      );
      if (!outcome.ok || outcome.value.kind !== "overflow") throw new Error("The page did not overflow.");
      const { lines, sections } = outcome.value.overflow;
      expect(lines).toBeGreaterThanOrEqual(1);
      expect(sections.map((one) => one.name)).toEqual(["Long", "Short"]);
      expect(sections[0]?.wordsToCut).toBeGreaterThan(0);
      expect(sections[0]?.words).toBeGreaterThanOrEqual(1000);
    });

    it("fills as many sheets as it is allowed to", async () => {
      const row = section("Event", someWords(640)) + section("Questions", someWords(640));
      const outcome = await printer.print(sheetJob(row, { maxPages: 2 }));
      expect(outcome).toMatchObject({ ok: true, value: { kind: "printed", pages: 2 } });
    });

    it("reports a page that is too long for the sheets it is allowed", async () => {
      const row = section("Event", someWords(1500)) + section("Questions", someWords(2500));
      const outcome = await printer.print(sheetJob(row, { maxPages: 2 }));
      expect(outcome).toMatchObject({ ok: true, value: { kind: "overflow" } });
    });

    it("prints without a ladder", async () => {
      const outcome = await printer.print(sheetJob("<p>Hello</p>", { ladder: [], page: PAGE_SIZES.Letter }));
      expect(outcome).toMatchObject({ ok: true, value: { kind: "printed", pages: 1, rung: 0 } });
    });

    it("gives each of many jobs at once its own result", async () => {
      const lengths = [40, 2000, 60, 640, 50, 2200];
      const outcomes = await Promise.all(
        lengths.map((words) => printer.print(sheetJob(section("Event", someWords(words))))),
      );
      const kinds = outcomes.map((outcome) => (outcome.ok ? outcome.value.kind : "failed"));
      expect(kinds).toEqual(["printed", "overflow", "printed", "printed", "printed", "overflow"]);
    });

    it("does not print for a request that was taken back", async () => {
      const outcome = await printer.print(sheetJob("<p>Hello</p>"), AbortSignal.abort());
      expect(outcome).toMatchObject({ ok: false, diagnostics: [{ code: "print-cancelled" }] });
    });

    it("looks at a page on each medium that is asked for, printed or not", async () => {
      const media = ["paper", "dark-screen"] as const;
      const job = sheetJob(`<p>Hello, <a href="https://example.org/">reader</a></p>`);
      const printed = await printer.print({ ...job, media });
      if (!printed.ok || printed.value.kind !== "printed") throw new Error("Nothing was printed.");
      const looked = await printer.look({ html: job.html, page: job.page, media });
      if (!looked.ok) throw new Error("Nothing was seen.");
      for (const views of [printed.value.views, looked.value]) {
        expect(views.map(({ medium }) => medium)).toEqual(media);
        for (const { text, links, faults } of views) {
          expect(text).toContain("Hello");
          expect(links).toEqual([{ href: "https://example.org/", text: "reader" }]);
          expect(faults).toEqual([]);
        }
      }
    });

    it("hands over the PDF before the views", async () => {
      const handed: Uint8Array[] = [];
      const outcome = await printer.print({
        ...sheetJob("<p>Hello</p>"),
        onPrinted: (bytes) => void handed.push(bytes),
      });
      expect(handed).toEqual([outcome.ok && outcome.value.kind === "printed" && outcome.value.bytes]);
    });

    it("hands over what it has seen on screens before the result", async () => {
      const handed: string[][] = [];
      await printer.print({
        ...sheetJob("<p>Hello</p>"),
        media: ["screen", "paper", "dark-screen"],
        onSeen: (views) => void handed.push(views.map(({ medium }) => medium).sort()),
      });
      expect(handed).toEqual([["dark-screen", "screen"]]);
    });

    it("looks at nothing for a request that was taken back", async () => {
      const { html, page } = sheetJob("<p>Hello</p>");
      const outcome = await printer.look({ html, page, media: ["screen"] }, AbortSignal.abort());
      expect(outcome).toMatchObject({ ok: false, diagnostics: [{ code: "print-cancelled" }] });
    });

    it("can be warmed up as often as one likes", async () => {
      printer.warmUp();
      printer.warmUp();
      const outcome = await printer.print(sheetJob("<p>Hello</p>"));
      expect(outcome.ok).toBe(true);
    });

    it("can be closed twice, and prints no more after that", async () => {
      const other = open();
      await other[Symbol.asyncDispose]();
      await other[Symbol.asyncDispose]();
      other.warmUp();
      const outcome = await other.print(sheetJob("<p>Hello</p>"));
      expect(outcome).toMatchObject({ ok: false, diagnostics: [{ code: "print-cancelled" }] });
    });
  });

  describe(`${name} keeps the contract of a printer that draws`, () => {
    const printer = openForDrawing();
    afterAll(() => printer[Symbol.asyncDispose]());

    it("draws each sheet that it prints, in the size that is asked for", async () => {
      const row = section("Event", someWords(640)) + section("Questions", someWords(640));
      for (const maxPages of [1, 2]) {
        const job = sheetJob(maxPages === 1 ? section("Event", someWords(300)) : row, { maxPages });
        const outcome = await printer.print({ ...job, picture: { scale: 0.5 } });
        if (!outcome.ok || outcome.value.kind !== "printed") throw new Error("Nothing was printed.");
        const { pages, rung, pictures } = outcome.value;
        expect(pictures?.rung).toBe(rung);
        expect(pages).toBe(maxPages);
        expect(pictures?.sheets.map(sizeOfPng)).toEqual(Array(pages).fill({ width: 397, height: 562 }));
      }
    });

    it("hands over the pictures before the result", async () => {
      const handed: SheetPictures[] = [];
      const onTaken = (pictures: SheetPictures) => void handed.push(pictures);
      const job = sheetJob(section("Event", someWords(300)));
      const outcome = await printer.print({ ...job, picture: { scale: 0.5, onTaken } });
      expect(handed).toEqual([outcome.ok && outcome.value.kind === "printed" && outcome.value.pictures]);
    });

    it.each([300, 520, 600])("tells about how many words would still fit beside %i", async (words) => {
      const job = (more: number) => sheetJob(section("Event", someWords(words + more)));
      const outcome = await printer.print({ ...job(0), picture: { scale: 0.1 } });
      if (!outcome.ok || outcome.value.kind !== "printed") throw new Error("Nothing was printed.");
      const spare = outcome.value.pictures?.spareWords ?? Number.NaN;
      const kindWith = async (more: number) => {
        const printed = await printer.print(job(more));
        return printed.ok && printed.value.kind;
      };
      expect(await kindWith(Math.floor(spare * 0.9))).toBe("printed");
      expect(await kindWith(Math.ceil(spare * 1.1) + 40)).toBe("overflow");
    });

    it("draws nothing that is not asked for", async () => {
      const outcome = await printer.print(sheetJob("<p>Hello</p>"));
      expect(outcome.ok && outcome.value).not.toHaveProperty("pictures");
    });
  });
}

/** Width and height stand at the start of a PNG (its IHDR chunk). */
function sizeOfPng(png: Uint8Array): { width: number; height: number } {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}
