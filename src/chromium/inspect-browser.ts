import { type Outcome, success } from "../diagnostics/outcome.ts";
import { PAGE_SIZES } from "../formats/pdf-printer.ts";
import { type BrowserDescription, openChromiumPrinter } from "./chromium-printer.ts";
import type { BrowserSearch } from "./find-browser.ts";

/** A browser that has proved that it prints. */
export interface BrowserInspection extends BrowserDescription {
  /** Size of the page that was printed as a proof. */
  readonly pdfBytes: number;
}

/** Finds the browser, really launches it and prints a page, which must be one sheet with its text on it. */
export async function inspectBrowser({
  surroundings,
  browser,
  onEvent,
  signal,
}: BrowserSearch): Promise<Outcome<BrowserInspection>> {
  await using printer = openChromiumPrinter({ surroundings, browser, tabs: 1, onEvent });
  const printed = await printer.print(
    { html: PROOF, page: PAGE_SIZES.A4, ladder: [], firstRung: 0, maxPages: 1 },
    signal,
  );
  if (!printed.ok) return printed;
  const description = printer.describe();
  // A page without text or fonts has been reported already, and this one is far too short for a second sheet.
  if (!description || printed.value.kind !== "printed") {
    throw new Error("The browser printed a page of one line on more than one sheet.");
  }
  return success({ ...description, pdfBytes: printed.value.bytes.length });
}

const PROOF = `<!doctype html><html lang="en"><title>Proof</title><body><p>The quick brown fox jumps over the lazy dog.</p></body></html>`;
