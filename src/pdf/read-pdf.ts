import { collectPages, type PageNode } from "./collect-pages.ts";
import { contentOf } from "./content-of.ts";
import { type Box, boxAround } from "./geometry.ts";
import { interpretContent } from "./interpret-content.ts";
import { inLogicalOrder } from "./logical-line.ts";
import { type LogicalOrder, readLogicalOrder } from "./logical-order.ts";
import type { DrawnRun, PageContent } from "./page-content.ts";
import { openPdfFile, type PdfFile } from "./pdf-file.ts";
import { openFonts, type PdfFont } from "./pdf-font.ts";
import type { PdfValue } from "./pdf-value.ts";
import { type PdfLink, readLinks } from "./read-links.ts";

/** What a PDF file shows, page by page. */
export interface PdfContent {
  readonly pages: readonly PdfPage[];
}

/** One page: its text in reading order, and what else is drawn on it. */
export interface PdfPage extends PageContent {
  /** The box of the sheet, in points. */
  readonly sheet: Box;
  readonly links: readonly PdfLink[];
}

/** Why a file cannot be read. */
export interface PdfProblem {
  readonly problem: "damaged" | "encrypted";
}

/**
 * Reads what the pages of a PDF show: text, its place, size and colour, boxes, pictures and links. Nothing is drawn, so a
 * page of text takes a few milliseconds. A file that is open already is not opened twice. `direction` is that in which the page’s lines run.
 */
export function readPdf(
  source: Uint8Array | PdfFile,
  direction: "ltr" | "rtl" = "ltr",
): PdfContent | PdfProblem {
  const file = source instanceof Uint8Array ? openPdfFile(source) : source;
  if (file.dictionary(file.trailer.get("Encrypt")).size > 0) return { problem: "encrypted" };
  const nodes = collectPages(file);
  if (nodes.length === 0) return { problem: "damaged" };
  const order = readLogicalOrder(file);
  const fontOf = openFonts(file);
  const pages = nodes.map((node) => readPage(file, node, order, fontOf, direction));
  return pages.some((page) => page === undefined)
    ? { problem: "damaged" }
    : { pages: pages.filter((page) => page !== undefined) };
}

function readPage(
  file: PdfFile,
  { object, dictionary }: PageNode,
  order: LogicalOrder,
  fontOf: (value: PdfValue) => PdfFont,
  direction: "ltr" | "rtl",
): PdfPage | undefined {
  const content = contentOf(file, dictionary.get("Contents"));
  if (content === undefined) return undefined;
  const corners = file.array(dictionary.get("CropBox") ?? dictionary.get("MediaBox"));
  const sheet = boxAround(
    corners.length === 4 ? corners.map((corner) => Number(file.resolve(corner))) : LETTER,
  );
  const resources = file.dictionary(dictionary.get("Resources"));
  const drawn = interpretContent(file, content, resources, sheet, fontOf);
  return {
    ...drawn,
    runs: inLogicalOrder(inReadingOrder(drawn.runs, order.get(object) ?? new Map()), direction),
    sheet,
    links: readLinks(file, dictionary),
  };
}

const LETTER = [0, 0, 612, 792];

/** What the structure tree does not name keeps its place behind what was drawn before it. */
function inReadingOrder(runs: readonly DrawnRun[], places: ReadonlyMap<number, number>): readonly DrawnRun[] {
  if (places.size === 0) return runs;
  let last = -1;
  return runs
    .map((run) => {
      last = (run.mark === undefined ? undefined : places.get(run.mark)) ?? last;
      return { run, place: last };
    })
    .sort((one, other) => one.place - other.place)
    .map(({ run }) => run);
}
