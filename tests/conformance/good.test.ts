import { expect, test } from "vitest";
import { judgePdf } from "../../src/conformance/index.ts";
import { fileOf, goodParts, goodPartsWithAttachment } from "./good-file.ts";

test("a file that is all that PDF/UA-1 and PDF/A-2a ask breaks no rule", () => {
  expect(judgePdf(fileOf(goodParts()), ["pdfua-1", "pdfa-2a"])).toEqual([]);
});

test("a file with another attached is all that PDF/UA-1 and PDF/A-3a ask", () => {
  expect(judgePdf(fileOf(goodPartsWithAttachment()), ["pdfua-1", "pdfa-3a"])).toEqual([]);
});
