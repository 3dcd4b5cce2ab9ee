import { type FitStep, PAGE_SIZES, type PageSize, type PrintJob } from "../../src/formats/pdf-printer.ts";

/** 13 rungs from 11 pt to 9 pt, as the research measured them. */
export const LADDER: readonly FitStep[] = Array.from({ length: 13 }, (_, index) => ({
  typePt: 11 - (2 * index) / 12,
  leading: 1.45 - (0.15 * index) / 12,
  space: 1 - (0.45 * index) / 12,
}));

/** Words of English text, the same for the same seed. */
export function someWords(count: number, seed = 1): string {
  let state = seed;
  const next = () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
  return Array.from({ length: count }, () => VOCABULARY[Math.floor(next() * VOCABULARY.length)]).join(" ");
}

const VOCABULARY =
  "growth renewal enterprise pipeline margin decision forecast churn cohort pricing Müller £12.4m quarter headcount of the and a to in".split(
    " ",
  );

/** A section as a template writes it. */
export const section = (name: string, body: string): string =>
  `<section data-section="${name}"><h2>${name}</h2><p>${body}</p></section>`;

/** A job with the page contract that templates keep: a sheet of fixed size, and in it a row that takes what is left. */
export function sheetJob(
  row: string,
  {
    page = PAGE_SIZES.A4,
    ladder = LADDER,
    maxPages = 1,
    css = "",
    head = "",
  }: {
    page?: PageSize;
    ladder?: readonly FitStep[];
    maxPages?: number;
    css?: string;
    head?: string;
  } = {},
): PrintJob {
  const isFlowing = maxPages > 1;
  const box = isFlowing
    ? `@page{size:${page.name};margin:14mm 16mm}`
    : `@page{size:${page.name};margin:0}
       [data-sheet]{width:${page.widthMm}mm;height:calc(${page.heightMm}mm - 1px);padding:14mm 16mm 12mm;
       display:grid;grid-template-rows:auto minmax(0,1fr) auto}`;
  const html = `<!doctype html><html lang="en"${isFlowing ? ` data-pages="${maxPages}"` : ""}>
<head><meta charset="utf-8"><title>A brief</title>${head}<style>${box}
*{box-sizing:border-box}body{margin:0;font:var(--fit-type)/var(--fit-leading) sans-serif}
h1{font-size:20pt;margin:0}h2{font-size:1.2em;line-height:1.25;margin:calc(.5em*var(--fit-space)) 0 0}
p{margin:0 0 calc(.4em*var(--fit-space))}footer{font-size:8pt}
${css}</style></head><body><main data-sheet><header><h1>Pipeline up</h1></header>
<div data-fit>${row}</div><footer>Footer</footer></main></body></html>`;
  return { html, page, ladder, firstRung: Math.floor(ladder.length / 2), maxPages };
}
