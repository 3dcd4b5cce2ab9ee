import { PNG } from "pngjs";
import { diagnose } from "../../src/diagnostics/diagnostic.ts";
import { failure, success } from "../../src/diagnostics/outcome.ts";
import type { Medium, PageView } from "../../src/formats/page-view.ts";
import type {
  FitStep,
  PageSize,
  PdfPrinter,
  PrintJob,
  SectionLength,
} from "../../src/formats/pdf-printer.ts";
import { buildPdf } from "../pdf/build-pdf.ts";

/** Words that a sheet holds at the roomiest setting of a ladder that starts at 11 pt. */
const WORDS_PER_SHEET = 450;

/** A printer without a browser: it counts words where a browser measures, and its PDF is the page's text. */
export function openFakePrinter(): PdfPrinter & { readonly jobs: readonly PrintJob[] } {
  const jobs: PrintJob[] = [];
  let isClosed = false;
  return {
    jobs,
    warmUp: () => undefined,
    async print(job, signal) {
      if (isClosed || signal?.aborted) return failure([diagnose("print-cancelled", {})]);
      jobs.push(job);
      const words = countWords(textOf(job.html));
      const pagesAt = (step: FitStep | undefined) => Math.max(1, Math.ceil(words / capacityOf(step)));
      const rung = Math.max(
        0,
        job.ladder.findIndex((step) => pagesAt(step) <= job.maxPages),
      );
      const pages = pagesAt(job.ladder[rung]);
      if (pages <= job.maxPages) {
        const bytes = pdfOf(textOf(job.html), pages);
        job.onPrinted?.(bytes);
        const pictures = job.picture && {
          sheets: Array.from({ length: pages }, () => pngOf(job.page, job.picture?.scale ?? 1)),
          rung,
          spareWords: job.maxPages > 1 ? null : Math.floor(capacityOf(job.ladder.at(-1)) - words),
        };
        if (pictures) job.picture?.onTaken?.(pictures);
        const screens = (job.media ?? []).filter((medium) => medium !== "paper");
        if (screens.length > 0) job.onSeen?.(viewsOf(job.html, screens));
        const views = viewsOf(job.html, job.media);
        return success({ kind: "printed", bytes, pages, rung, views, ...(pictures && { pictures }) });
      }
      const wordsToCut = Math.ceil(words - capacityOf(job.ladder.at(-1)) * job.maxPages);
      const lines = Math.ceil(wordsToCut / 12);
      return success({ kind: "overflow", overflow: { lines, sections: sectionsOf(job.html, wordsToCut) } });
    },
    async look(job, signal) {
      if (isClosed || signal?.aborted) return failure([diagnose("print-cancelled", {})]);
      return success(viewsOf(job.html, job.media));
    },
    async [Symbol.asyncDispose]() {
      isClosed = true;
    },
  };
}

/** A PDF whose pages are blank; what stood on them lies in a stream that no page draws. */
const pdfOf = (text: string, pages: number): Uint8Array => {
  const numbers = Array.from({ length: pages }, (_, index) => index + 4);
  return buildPdf({
    1: "<< /Type /Catalog /Pages 2 0 R /Text 3 0 R >>",
    2: `<< /Type /Pages /Kids [${numbers.map((number) => `${number} 0 R`).join(" ")}] /Count ${pages} >>`,
    3: ["", new TextEncoder().encode(text)],
    ...Object.fromEntries(
      numbers.map((number) => [number, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"]),
    ),
  });
};

const viewsOf = (html: string, media: readonly Medium[] = []): PageView[] =>
  media.map((medium) => ({ medium, text: textOf(html).trim(), links: linksOf(html), faults: [] }));

/** A white sheet. */
function pngOf({ widthMm, heightMm }: PageSize, scale: number): Uint8Array {
  const pixels = (mm: number) => Math.ceil(Math.round((mm * 96) / 25.4) * scale);
  const png = new PNG({ width: pixels(widthMm), height: pixels(heightMm) });
  png.data.fill(255);
  return PNG.sync.write(png);
}

const linksOf = (html: string) =>
  [...html.matchAll(/<a[^>]*\bhref="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g)].map(([, href = "", text = ""]) => ({
    href,
    text: textOf(text).trim(),
  }));

const capacityOf = (step: FitStep | undefined): number =>
  step ? WORDS_PER_SHEET * (11 / step.typePt) ** 2 * (1.45 / step.leading) : WORDS_PER_SHEET;

const textOf = (html: string): string =>
  html.replace(/<(style|title)\b[\s\S]*?<\/\1>/g, " ").replace(/<[^>]*>/g, " ");

const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length;

const sectionsOf = (html: string, wordsToCut: number): SectionLength[] =>
  [...html.matchAll(/<section[^>]*data-section="([^"]*)"[^>]*>([\s\S]*?)<\/section>/g)]
    .map(([, name = "", body = ""]) => ({ name, words: countWords(textOf(body)) }))
    .map(({ name, words }) => ({ name, words, heightPx: words * 2, wordsToCut }))
    .sort((one, other) => other.heightPx - one.heightPx);
