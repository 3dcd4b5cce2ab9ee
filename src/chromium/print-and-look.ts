import { type Outcome, success } from "../diagnostics/outcome.ts";
import type { PageView } from "../formats/page-view.ts";
import type { PrintJob, PrintResult, SheetPictures } from "../formats/pdf-printer.ts";
import { lookOnScreens } from "./look-on-tab.ts";
import { neutraliseRefresh } from "./neutralise-refresh.ts";
import { printOnTab } from "./print-on-tab.ts";
import type { TabRole } from "./supervise-browser.ts";
import type { Tab } from "./tab.ts";

/** Does something with a tab on loan; `browserPath` is for the messages. */
export type LendTab = <Value>(
  role: TabRole,
  run: (tab: Tab, browserPath: string) => Promise<Outcome<Value>>,
) => Promise<Outcome<Value>>;

/**
 * Prints a page in one tab and looks at it on screens in another at the same time: tabs are processes of their own, and to
 * lay the page out again in the first would take a third as long as all of its printing.
 */
export async function printAndLook(lend: LendTab, asked: PrintJob): Promise<Outcome<PrintResult>> {
  const { job, drawn } = observed({ ...asked, html: neutraliseRefresh(asked.html) });
  const media = job.media ?? [];
  const paper = media.filter((medium) => medium === "paper");
  const screens = media.filter((medium) => medium !== "paper");
  const printing = lend("paper", (tab, path) => printOnTab(tab, { ...job, media: paper }, path));
  const rung = printing.then(rungOf, () => undefined);
  const look = async () => {
    if (screens.length === 0) return success([]);
    // Somebody waits for the picture, and on two cores all that is done beside it makes it late.
    await Promise.race([drawn, printing]);
    const seen = await lend("screen", (tab) => lookOnScreens(tab, job, screens, rung));
    if (seen.ok) job.onSeen?.(seen.value);
    return seen;
  };
  const [printed, seen] = await Promise.all([printing, look()]);
  if (!printed.ok || printed.value.kind === "overflow") return printed;
  if (!seen.ok) return seen;
  const views = [...printed.value.views, ...seen.value];
  const inOrder = media.map((medium) => views.find((view) => view.medium === medium));
  return success({ ...printed.value, views: inOrder.filter(isView) }, printed.diagnostics);
}

const rungOf = (printed: Outcome<PrintResult>): number | undefined =>
  printed.ok && printed.value.kind === "printed" ? printed.value.rung : undefined;

const isView = (view: PageView | undefined): view is PageView => view !== undefined;

/** The job, and a promise that is kept as soon as its pictures are there; at once where it asks for none. */
function observed(job: PrintJob): { readonly job: PrintJob; readonly drawn: Promise<void> } {
  const { picture } = job;
  if (!picture) return { job, drawn: Promise.resolve() };
  let onDrawn = () => {};
  const drawn = new Promise<void>((resolve) => {
    onDrawn = resolve;
  });
  const onTaken = (pictures: SheetPictures) => {
    picture.onTaken?.(pictures);
    onDrawn();
  };
  return { job: { ...job, picture: { ...picture, onTaken } }, drawn };
}
