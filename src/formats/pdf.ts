import { diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import type { Artifact } from "./artifact.ts";
import { FIT_LADDER, firstRungFor, fitAt, NOMINAL_STEP } from "./fit.ts";
import { htmlDocument } from "./html.ts";
import type { Page } from "./page.ts";
import type { Overflow, PdfPrinter } from "./pdf-printer.ts";

/** Prints a page at the roomiest setting that fills its sheets, or says how much too long it is. */
export async function toPdf(
  page: Page,
  name: string,
  printer: PdfPrinter,
  signal?: AbortSignal,
): Promise<Outcome<Artifact>> {
  const html = htmlDocument(page, { step: NOMINAL_STEP, isMeasured: true, isFixed: true });
  const firstRung = firstRungFor(page.edition.readingTime.words);
  const job = { html, page: page.size, ladder: FIT_LADDER, firstRung, maxPages: page.maxPages };
  const printed = await printer.print(job, signal);
  if (!printed.ok) return printed;
  if (printed.value.kind === "overflow") return failure([explainOverflow(page, printed.value.overflow)]);
  const { bytes, pages, rung } = printed.value;
  return success(
    { format: "pdf", name: `${name}.pdf`, mediaType: "application/pdf", bytes, pages, fit: fitAt(rung) },
    printed.diagnostics,
  );
}

function explainOverflow(page: Page, { lines, sections }: Overflow) {
  const [longest] = sections;
  return diagnose("page-overflow", {
    audience: page.edition.audience.label,
    page: page.size.name,
    pages: page.maxPages,
    lines,
    section: longest?.name ?? page.edition.labels.sections.event,
    words: longest?.wordsToCut ?? lines * 10,
  });
}
