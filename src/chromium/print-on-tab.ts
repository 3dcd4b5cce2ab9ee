import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import type { PrintJob, PrintResult, SheetPictures } from "../formats/pdf-printer.ts";
import { drawFlow, drawSheet } from "./draw-sheets.ts";
import { finishViews, glance } from "./look-on-tab.ts";
import { applyFitStep, measureFlow } from "./measure-flow.ts";
import { fitSheet } from "./measure-sheet.ts";
import { type PageForm, readPageForm } from "./page-form.ts";
import { type PdfFacts, readPdfFacts } from "./read-pdf-facts.ts";
import type { Look } from "./see-page.ts";
import { heightPxOf, type Tab } from "./tab.ts";

/** Lays a page out in a tab, makes it fit, prints it and looks at it on paper; `browserPath` is for the messages. */
export async function printOnTab(
  tab: Tab,
  job: PrintJob,
  browserPath: string,
): Promise<Outcome<PrintResult>> {
  await tab.load(job.html, job.page, job.ladder[job.firstRung]);
  const form = await tab.call(readPageForm);
  const result =
    job.maxPages === 1 && form.isSheet ? await printSheet(tab, job, form) : await printFlow(tab, job, form);
  if (tab.hasNavigated()) return failure([diagnose("page-navigated", {})]);
  if (result.kind === "overflow") return success(result);
  const blank = await findBlank(tab, result.facts, browserPath);
  if (blank) return failure([blank]);
  const { bytes, facts, rung, glanced } = result;
  const { pages } = facts;
  const views = glanced ? await finishViews(tab, job.page, form, glanced) : [];
  const pictures =
    result.pictures ?? (job.picture && (await drawFlow(tab, job.picture, job.page, { rung, pages })));
  return success({ kind: "printed", bytes, pages, rung, views, ...(pictures && { pictures }) });
}

interface Attempt {
  readonly kind: "printed";
  readonly bytes: Uint8Array;
  readonly facts: PdfFacts;
  readonly rung: number;
  readonly glanced?: Promise<Look[]>;
  readonly pictures?: SheetPictures;
}

type Overflowing = Extract<PrintResult, { kind: "overflow" }>;

/**
 * Measures before printing. Paper is the judge: should it take a second sheet after all, the next rung is tried. The page
 * is looked at before it is printed, while it is still laid out from the measuring; nobody waits for that.
 */
async function printSheet(tab: Tab, job: PrintJob, form: PageForm): Promise<Attempt | Overflowing> {
  const { ladder, firstRung, page, media = [] } = job;
  for (let roomiest = 0; ; ) {
    const fit = await tab.call(fitSheet, ladder, firstRung, roomiest, job.picture !== undefined);
    if (fit.overflow) return { kind: "overflow", overflow: fit.overflow };
    const { rung } = fit;
    const drawing = job.picture && drawSheet(tab, job.picture, page, fit);
    const glanced = glance(tab, page, form, media);
    const [bytes, pictures] = await Promise.all([tab.print(), drawing]);
    const facts = readPdfFacts(bytes);
    if (facts.pages === 1) {
      job.onPrinted?.(bytes);
      return { kind: "printed", bytes, facts, rung, glanced, ...(pictures && { pictures }) };
    }
    if (rung >= ladder.length - 1) {
      const overflow = await tab.call(measureFlow, ladder[rung], heightPxOf(page), 1);
      return { kind: "overflow", overflow };
    }
    roomiest = rung + 1;
  }
}

/** A page over several sheets breaks where the browser breaks it, so it is printed to be measured, in few steps. */
async function printFlow(tab: Tab, job: PrintJob, form: PageForm): Promise<Attempt | Overflowing> {
  const { ladder, maxPages, page, media = [] } = job;
  const tryRung = async (rung: number) => {
    const step = ladder[rung];
    if (step) await tab.call(applyFitStep, step);
    const bytes = await tab.print();
    return { kind: "printed" as const, bytes, facts: readPdfFacts(bytes), rung };
  };
  const look = async (attempt: Attempt, applied: Attempt): Promise<Attempt> => {
    job.onPrinted?.(attempt.bytes);
    const step = ladder[attempt.rung];
    if (step && attempt !== applied) await tab.call(applyFitStep, step);
    return { ...attempt, glanced: glance(tab, page, form, media) };
  };
  const fits = ({ facts }: { readonly facts: PdfFacts }) => facts.pages <= maxPages;

  const roomiest = await tryRung(0);
  if (fits(roomiest)) return look(roomiest, roomiest);
  const tightest = Math.max(0, ladder.length - 1);
  let best = tightest === 0 ? roomiest : await tryRung(tightest);
  if (!fits(best)) {
    const overflow = await tab.call(measureFlow, ladder[tightest], heightPxOf(page), maxPages);
    return { kind: "overflow", overflow };
  }
  let tooRoomy = 0;
  let applied = best;
  while (tooRoomy + 1 < best.rung) {
    const attempt = await tryRung(Math.floor((tooRoomy + best.rung) / 2));
    applied = attempt;
    if (fits(attempt)) best = attempt;
    else tooRoomy = attempt.rung;
  }
  return look(best, applied);
}

/** A browser without a single font draws nothing where text should be. */
async function findBlank(tab: Tab, { hasFonts }: PdfFacts, path: string): Promise<Diagnostic | undefined> {
  if (hasFonts || !(await tab.call(hasText))) return undefined;
  return diagnose("page-blank", { path });
}

/** Runs inside the page. Not by innerText, which is empty when there is no font to lay the text out with. */
const hasText = (): boolean =>
  [...document.body.querySelectorAll("*:not(style, script, template, noscript)"), document.body].some(
    (element) =>
      element.checkVisibility() &&
      [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== ""),
  );
