import { diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import type { Artifact } from "./artifact.ts";
import { FIT_LADDER, firstRungFor, fitAt, NOMINAL_STEP } from "./fit.ts";
import { htmlDocument } from "./html.ts";
import type { Page } from "./page.ts";
import type { Medium, PageView } from "./page-view.ts";
import type { Overflow, PdfPrinter, PrintJob } from "./pdf-printer.ts";

/** A PDF and how its page looks. */
export interface PrintedPdf {
  readonly artifact: Artifact;
  /** The document that was printed and looked at, set at the artifact’s fit. */
  readonly html: string;
  /** What a reader sees of it, one view a medium that was asked for. */
  readonly views: readonly PageView[];
}

/** How a page is printed. */
export interface PdfOptions {
  readonly signal?: AbortSignal | undefined;
  /** How the page is looked at as well. */
  readonly media?: readonly Medium[];
  /** Called with the PDF as soon as it is there; see {@link PrintJob}. */
  readonly onPrinted?: PrintJob["onPrinted"];
  /** Called with the views of screens as soon as they are there. */
  readonly onSeen?: PrintJob["onSeen"];
}

/** Prints a page at the roomiest setting that fills its sheets, or says how much too long it is. */
export async function toPdf(
  page: Page,
  name: string,
  printer: PdfPrinter,
  { signal, media = [], onPrinted, onSeen }: PdfOptions = {},
): Promise<Outcome<PrintedPdf>> {
  const html = htmlDocument(page, { step: NOMINAL_STEP, isMeasured: true, isFixed: true });
  const firstRung = firstRungFor(page.edition.readingTime.words);
  const job: PrintJob = {
    html,
    page: page.size,
    ladder: FIT_LADDER,
    firstRung,
    maxPages: page.maxPages,
    media,
    ...(onPrinted && { onPrinted }),
    ...(onSeen && { onSeen }),
  };
  const printed = await printer.print(job, signal);
  if (!printed.ok) return printed;
  if (printed.value.kind === "overflow") return failure([explainOverflow(page, printed.value.overflow)]);
  const { bytes, pages, rung, views } = printed.value;
  const artifact: Artifact = {
    format: "pdf",
    name: `${name}.pdf`,
    mediaType: "application/pdf",
    bytes,
    pages,
    fit: fitAt(rung),
    mail: null,
  };
  return success({ artifact, html, views }, printed.diagnostics);
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
