import type { Page } from "./page.ts";
import type { FitStep } from "./pdf-printer.ts";

/** How a sheet is set. */
export interface SheetOptions {
  readonly step: FitStep;
  /** Whether the sheet has its paper’s height: while its fit is measured, and ever after with the step that was found. */
  readonly isFixed: boolean;
}

/**
 * The sheet of paper, the same for every template. `@page` has no margin and the sheet is a box of the paper’s size less
 * one pixel with padding for margins: Chromium rounds the page area to whole pixels, and this is the one arrangement in
 * which what is measured is what is printed. A sheet of fixed height lets text too many stand out below its flexible part;
 * where no fit is known, as in HTML without a PDF, the sheet grows onto a second page instead.
 */
export function sheetCss(page: Page, options: SheetOptions): string {
  const { widthMm, heightMm } = page.size;
  const { typePt, leading, space } = options.step;
  const variables = `:root{--fit-type:${typePt}pt;--fit-leading:${leading};--fit-space:${space}}`;
  if (page.maxPages > 1) return `${variables}\n${flowingPages(page)}`;

  const height = `calc(${heightMm}mm - 1px)`;
  const rows = options.isFixed
    ? `height:${height};grid-template-rows:auto minmax(0,1fr) auto`
    : `min-height:${height};grid-template-rows:auto 1fr auto`;
  return [
    variables,
    `@page{size:${widthMm}mm ${heightMm}mm;margin:0}`,
    "@media print{html,body{margin:0;padding:0}",
    `[data-sheet]{box-sizing:border-box;width:${widthMm}mm;display:grid;grid-template-columns:minmax(0,1fr);${rows}}}`,
    "",
  ].join("\n");
}

/** Several sheets: the text flows, each sheet has real margins and says which it is. */
function flowingPages({ size, edition, typefaces }: Page): string {
  const pageOf = edition.labels.fields.page
    .split(/(\{page\}|\{pages\})/)
    .map((part) =>
      part === "{page}" ? "counter(page)" : part === "{pages}" ? "counter(pages)" : cssString(part),
    )
    .join(" ");
  return [
    `@page{size:${size.widthMm}mm ${size.heightMm}mm;margin:14mm 15mm 16mm;`,
    `@bottom-right{content:${pageOf};font:8pt ${typefaces ?? "system-ui,sans-serif"};color:#555}}`,
    "@media print{html,body{margin:0;padding:0}[data-sheet]{padding:0}}",
    "",
  ].join("\n");
}

const cssString = (text: string): string =>
  `"${text.replace(/["\\<\n\r\f]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`;
