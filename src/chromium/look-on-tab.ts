import { diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import type { Medium, PageView } from "../formats/page-view.ts";
import type { LookJob, PageSize, PrintJob } from "../formats/pdf-printer.ts";
import { applyFitStep } from "./measure-flow.ts";
import { neutraliseRefresh } from "./neutralise-refresh.ts";
import { type PageForm, readPageForm } from "./page-form.ts";
import type { Look, LookRequest } from "./see-page.ts";
import { FLAT_PX, heightPxOf, SCREEN, type Tab, widthPxOf } from "./tab.ts";

/** Lays a page out in a tab, under the page’s own policy, and looks at it. */
export async function lookOnTab(tab: Tab, job: LookJob): Promise<Outcome<readonly PageView[]>> {
  await tab.load(neutraliseRefresh(job.html), job.page, undefined, { isPolicyKept: true });
  const form = await tab.call(readPageForm);
  const views = await finishViews(tab, job.page, form, glance(tab, job.page, form, job.media));
  if (tab.hasNavigated()) return failure([diagnose("page-navigated", {})]);
  return success(views);
}

/**
 * Looks at a page on screens while it is printed elsewhere. It is looked at again when it had not all its pictures and
 * fonts, and, where screens follow the fit too, once that is known.
 */
export async function lookOnScreens(
  tab: Tab,
  job: PrintJob,
  media: readonly Medium[],
  rung: Promise<number | undefined>,
): Promise<Outcome<readonly PageView[]>> {
  const { page, ladder } = job;
  // The tab was left on one of them: that comes first.
  const inOrder = tab.medium() === "dark-screen" ? media.toReversed() : media;
  const isReady = tab.isReadyFor(job.html);
  const loading = tab.load(job.html, page, undefined, { medium: inOrder[0] ?? "screen" });
  if (!isReady) await loading;
  let [looks] = await Promise.all([glance(tab, page, NO_SHEET, inOrder), loading]);
  if (!looks.every(({ isSettled }) => isSettled)) looks = await glance(tab, page, NO_SHEET, inOrder);
  if (looks.some(({ followsFit }) => followsFit)) {
    const step = ladder[(await rung) ?? -1];
    if (step) {
      await tab.call(applyFitStep, step);
      looks = await glance(tab, page, NO_SHEET, inOrder);
    }
  }
  const views = await finishViews(tab, page, NO_SHEET, Promise.resolve(looks));
  if (tab.hasNavigated()) return failure([diagnose("page-navigated", {})]);
  return success(views);
}

/** Screens have no sheets. */
const NO_SHEET: PageForm = { isSheet: false, sheetHeightPx: 0, marginPx: 0 };

/**
 * Looks at a page on each medium, and leaves it on the last: who wants it on paper shows it there. All commands are sent at
 * once; what is sent after them waits in the browser, not here.
 */
export function glance(tab: Tab, page: PageSize, form: PageForm, media: readonly Medium[]): Promise<Look[]> {
  const looks = media.map((medium) => {
    const request = requestFor(medium, page, form, false);
    const shown = tab.show(medium, windowWidth(medium, page, form), FLAT_PX);
    return Promise.all([shown, tab.look(request)]);
  });
  const all = Promise.all(looks).then((seen) => seen.map(([, look]) => look));
  // Whoever waits for something else of the tab first may never come to wait for this.
  all.catch(() => undefined);
  return all;
}

/** The views of a page that was glanced at; where a glance left doubts, the page is looked at in a window of real height. */
export async function finishViews(
  tab: Tab,
  page: PageSize,
  form: PageForm,
  glanced: Promise<readonly Look[]>,
): Promise<PageView[]> {
  const looks = await glanced;
  const views: PageView[] = [];
  for (const look of looks) {
    const { isInDoubt, followsFit, isSettled, ...view } = look.isInDoubt
      ? await lookClosely(tab, page, form, look.medium)
      : look;
    views.push(view);
  }
  return views;
}

async function lookClosely(tab: Tab, page: PageSize, form: PageForm, medium: Medium): Promise<Look> {
  const height = medium === "paper" ? heightPxOf(page) : SCREEN.height;
  await tab.show(medium, windowWidth(medium, page, form), height);
  return tab.look(requestFor(medium, page, form, true));
}

function requestFor(medium: Medium, page: PageSize, form: PageForm, isCertain: boolean): LookRequest {
  const sheet = {
    width: widthPxOf(page),
    height: form.isSheet && form.sheetHeightPx <= heightPxOf(page) + 1 ? heightPxOf(page) : null,
    margin: form.marginPx,
  };
  return { medium, sheet: medium === "paper" ? sheet : null, isCertain };
}

function windowWidth(medium: Medium, page: PageSize, { marginPx }: PageForm): number {
  return medium === "paper" ? widthPxOf(page) - 2 * marginPx : SCREEN.width;
}
