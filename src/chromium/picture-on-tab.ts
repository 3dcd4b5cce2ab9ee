import { type Outcome, success } from "../diagnostics/outcome.ts";
import { PAGE_SIZES } from "../formats/pdf-printer.ts";
import { neutraliseRefresh } from "./neutralise-refresh.ts";
import type { Tab } from "./tab.ts";

/** A page to be drawn as it stands in a window. */
export interface PictureJob {
  /** A complete, self-contained document, with its own policy in force. */
  readonly html: string;
  readonly widthPx: number;
}

/** A window that is not higher than a page, so that no page gets white space below it. */
const HEIGHT_PX = 100;

/** Draws the whole of a page, however long, as a PNG. */
export async function pictureOnTab(tab: Tab, { html, widthPx }: PictureJob): Promise<Outcome<Uint8Array>> {
  await tab.load(neutraliseRefresh(html), PAGE_SIZES.A4, undefined, { isPolicyKept: true });
  await tab.show("screen", widthPx, HEIGHT_PX);
  const heightPx = await tab.call(heightOfPage);
  await tab.show("screen", widthPx, heightPx);
  return success(await tab.picture());
}

/** Runs inside the page. */
const heightOfPage = (): number => Math.ceil(document.documentElement.getBoundingClientRect().height);
