import { diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import type { PageView } from "../formats/page-view.ts";
import type { LookJob } from "../formats/pdf-printer.ts";
import { neutraliseRefresh } from "./neutralise-refresh.ts";
import type { Tab } from "./tab.ts";

/** Lays a page out in a tab, under the page’s own policy, and looks at it. */
export async function lookOnTab(tab: Tab, job: LookJob): Promise<Outcome<readonly PageView[]>> {
  await tab.load(neutraliseRefresh(job.html), job.page, undefined);
  if (tab.hasNavigated()) return failure([diagnose("page-navigated", {})]);
  const text = await tab.call(() => document.body.innerText);
  return success(job.media.map((medium) => ({ medium, text, links: [], faults: [] })));
}
