import { type Outcome, success } from "../diagnostics/outcome.ts";
import type { BrowserEvent } from "./browser-choice.ts";
import { findBrowser } from "./find-browser.ts";
import { launchBrowser, type RunningBrowser } from "./launch-browser.ts";
import type { Surroundings } from "./surroundings.ts";
import { openTab, type Tab } from "./tab.ts";
import { untilAborted } from "./until-aborted.ts";

/**
 * What a tab is for. One that prints and one that is looked at are on different media, and what each has laid out is of no
 * use to the other. A tab for one page alone is never used again.
 */
export type TabRole = "paper" | "screen" | "single";

/** A tab on loan and the browser that it belongs to. */
interface Loan {
  readonly role: TabRole;
  readonly tab: Tab;
  readonly browser: RunningBrowser;
}

/** One browser, launched when it is first needed and again after it has ended. */
export interface SupervisedBrowser {
  /** Launches the browser and opens its first tab in the background. */
  readonly start: () => void;
  /** A tab that nobody else uses. Throws the signal's reason when that comes first. */
  readonly borrowTab: (role: TabRole, signal: AbortSignal) => Promise<Outcome<Loan>>;
  /** Takes a tab back to be used again. */
  readonly giveBack: (loan: Loan) => void;
  /** The browser that runs now. */
  readonly current: () => RunningBrowser | undefined;
  /** The program that was launched last; empty before that. */
  readonly path: () => string;
  /** Ends the browser and whatever is being launched; safe to call again. */
  readonly close: () => Promise<void>;
}

/** What supervising takes. */
export interface Supervision {
  readonly surroundings: Surroundings;
  readonly browser?: string | undefined;
  /** Whether the browser will be asked for pictures of pages. */
  readonly isDrawing?: boolean | undefined;
  /** Time that a launch may take. */
  readonly deadlineMs: number;
  readonly onEvent?: ((event: BrowserEvent) => void) | undefined;
}

/** Makes a supervised browser, which does nothing until it is needed. */
export function superviseBrowser(supervision: Supervision): SupervisedBrowser {
  const closing = new AbortController();
  let running: RunningBrowser | undefined;
  let launching: Promise<Outcome<RunningBrowser>> | undefined;
  let idle: Loan[] = [];
  let path = "";
  // Browsers that have crashed and are being cleared away, and the one that runs.
  const endings = new Set<Promise<void>>();

  const launch = async (): Promise<Outcome<RunningBrowser>> => {
    const launched = await findAndLaunch(supervision, closing.signal);
    // A failed launch is forgotten, so that the next job tries again.
    if (!launched.ok) {
      launching = undefined;
      return launched;
    }
    running = launched.value;
    path = running.choice.executablePath;
    const { ended } = running;
    endings.add(ended);
    ended.then(() => endings.delete(ended));
    return launched;
  };
  const forgetEnded = () => {
    if (!running || running.connection.isOpen()) return;
    running = undefined;
    launching = undefined;
    idle = [];
  };
  const ensureLaunched = () => {
    forgetEnded();
    launching ??= launch().catch((error) => {
      launching = undefined;
      throw error;
    });
    return launching;
  };
  let isFirstTaken: RunningBrowser | undefined;
  const open = async (role: TabRole): Promise<Outcome<Loan>> => {
    const launched = await ensureLaunched();
    if (!launched.ok) return launched;
    const browser = launched.value;
    const isFirst = isFirstTaken !== browser;
    isFirstTaken = browser;
    return success({ role, browser, tab: await openTab(browser, isFirst) });
  };
  let firstTab: Promise<Outcome<Loan>> | undefined;
  const giveBack = (loan: Loan) => {
    if (loan.browser === running && loan.role !== "single") idle.push(loan);
    else loan.tab.close();
  };

  return {
    start() {
      if (launching || closing.signal.aborted) return;
      firstTab = open("paper");
      firstTab.catch(() => undefined);
    },
    async borrowTab(role, signal) {
      closing.signal.throwIfAborted();
      forgetEnded();
      const spare = idle.findLastIndex((loan) => loan.role === role);
      const [loan] = spare < 0 ? [] : idle.splice(spare, 1);
      if (loan) return success(loan);
      const opening = (role === "paper" && firstTab) || open(role);
      if (role === "paper") firstTab = undefined;
      try {
        return await untilAborted(opening, AbortSignal.any([signal, closing.signal]));
      } catch (error) {
        // Whoever waited has gone; the tab is for the next.
        opening.then((opened) => opened.ok && giveBack(opened.value)).catch(() => undefined);
        throw error;
      }
    },
    giveBack,
    current: () => running,
    path: () => path,
    async close() {
      closing.abort();
      const launched = await launching?.catch(() => undefined);
      if (launched?.ok) await launched.value.close();
      await Promise.all(endings);
    },
  };
}

async function findAndLaunch(
  { surroundings, browser, isDrawing = false, deadlineMs, onEvent }: Supervision,
  closing: AbortSignal,
): Promise<Outcome<RunningBrowser>> {
  const found = await findBrowser({ surroundings, browser, onEvent, signal: closing });
  if (!found.ok) return found;
  onEvent?.({ kind: "found", choice: found.value });
  const signal = AbortSignal.any([closing, AbortSignal.timeout(deadlineMs)]);
  return launchBrowser({ choice: found.value, surroundings, isDrawing, signal, onEvent });
}
