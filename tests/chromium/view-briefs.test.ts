import { readdirSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readBriefFile } from "../../src/brief/read-brief-file.ts";
import { openChromiumPrinter } from "../../src/chromium/chromium-printer.ts";
import type { Medium, ViewFault } from "../../src/formats/page-view.ts";
import { PAGE_SIZES } from "../../src/formats/pdf-printer.ts";
import { openTestExecbrief } from "../support/open-test-execbrief.ts";
import { testSurroundings } from "../support/surroundings.ts";

const MEDIA: readonly Medium[] = ["paper", "screen", "dark-screen"];
const root = path.resolve(import.meta.dirname, "../..");
const FILES = readdirSync(path.join(root, "briefs")).filter((name) => name.endsWith(".yaml"));

const execbrief = await openTestExecbrief({ folder: root, isPrinting: true });
const printer = openChromiumPrinter({ surroundings: testSurroundings(), tabs: 1 });
afterAll(async () => {
  await execbrief[Symbol.asyncDispose]();
  await printer[Symbol.asyncDispose]();
});

describe.each(FILES)("The finished page of %s", (file) => {
  test.each(["A4", "Letter"] as const)(
    "can be read in every edition, made for %s and without paper",
    async (size) => {
      const source = await readBriefFile(path.join(root, "briefs", file));
      if (!source.ok) throw new Error("unreadable");
      const results = [
        await execbrief.build(source.value, { page: size }),
        await execbrief.build(source.value, { page: size, formats: ["html"] }),
      ];
      const pages = results.flatMap(({ editions }) => editions.flatMap(({ artifacts }) => artifacts));
      const htmls = pages.filter(({ format }) => format === "html");
      expect(htmls.length).toBeGreaterThanOrEqual(4);
      for (const { name, bytes } of htmls) {
        const html = new TextDecoder().decode(bytes);
        const looked = await printer.look({ html, page: PAGE_SIZES[size], media: MEDIA });
        if (!looked.ok) throw new Error(JSON.stringify(looked.diagnostics));
        const faults = looked.value.flatMap(({ medium, faults: found }) =>
          found
            .filter(isNoTable)
            .map(({ kind, text, detail }) => `${name}, ${medium}: ${kind}, ${detail}: ${text}`),
        );
        expect(faults).toEqual([]);
      }
    },
  );
});

/** The numbers of a chart stand in it; its table is folded away on screens, and left out on paper. */
const isNoTable = ({ kind, text }: ViewFault): boolean =>
  kind !== "hidden" || !/^(?:Show the numbers ?)?ItemValue/.test(text);
