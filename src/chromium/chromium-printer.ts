import { diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome } from "../diagnostics/outcome.ts";
import type { PdfPrinter } from "../formats/pdf-printer.ts";
import type { BrowserChoice, BrowserEvent } from "./browser-choice.ts";
import { lookOnTab } from "./look-on-tab.ts";
import { type PictureJob, pictureOnTab } from "./picture-on-tab.ts";
import { type LendTab, printAndLook } from "./print-and-look.ts";
import { type SupervisedBrowser, superviseBrowser } from "./supervise-browser.ts";
import type { Surroundings } from "./surroundings.ts";
import { takeTurns } from "./take-turns.ts";
import { TargetGone } from "./target-gone.ts";
import { untilAborted } from "./until-aborted.ts";

/** How a printer shall work. */
export interface ChromiumPrinterOptions {
  readonly surroundings: Surroundings;
  /** The browser that the user named; found when left out. */
  readonly browser?: string | undefined;
  /** Whether it will be asked for pictures, which a browser that only prints cannot give. */
  readonly isDrawing?: boolean;
  /** Pages that are printed at once. */
  readonly tabs: number;
  /** Time that launching and printing one page may take together; a minute when left out. */
  readonly deadlineMs?: number | undefined;
  readonly onEvent?: ((event: BrowserEvent) => void) | undefined;
}

/** The browser that a printer runs. */
export interface BrowserDescription {
  readonly choice: BrowserChoice;
  readonly version: string;
  readonly processId: number;
  readonly launchMs: number;
  readonly isSandboxed: boolean;
}

/** A printer that says which browser it runs. */
export interface ChromiumPrinter extends PdfPrinter {
  /** Draws a page as a PNG; only a printer that was opened for drawing can. */
  picture(job: PictureJob, signal?: AbortSignal): Promise<Outcome<Uint8Array>>;
  /** The browser that runs now; undefined before the first page and after the end. */
  describe(): BrowserDescription | undefined;
}

const DEFAULT_DEADLINE_MS = 60_000;

/** Opens a printer on a browser that is found and launched when it is first needed, and supervised from then on. */
export function openChromiumPrinter(options: ChromiumPrinterOptions): ChromiumPrinter {
  const { surroundings, browser, isDrawing, tabs, deadlineMs = DEFAULT_DEADLINE_MS, onEvent } = options;
  const supervised = superviseBrowser({ surroundings, browser, isDrawing, deadlineMs, onEvent });
  const inTurn = takeTurns(tabs);
  const disposal = new AbortController();

  const doInTurn = <Value>(task: Task<Value>, signal: AbortSignal | undefined) =>
    inTurn(() => {
      const cancelled = AbortSignal.any([disposal.signal, ...(signal ? [signal] : [])]);
      return doSupervised({ supervised, task, cancelled, deadlineMs, onEvent });
    });

  return {
    warmUp: supervised.start,
    print(job, signal) {
      const { picture, ...plain } = job;
      return doInTurn((lend) => printAndLook(lend, isDrawing ? job : plain), signal);
    },
    // The policy of a finished page stays in force in its tab, and would forbid the style of the next.
    look: (job, signal) => doInTurn((lend) => lend("single", (tab) => lookOnTab(tab, job)), signal),
    picture: (job, signal) => doInTurn((lend) => lend("single", (tab) => pictureOnTab(tab, job)), signal),
    describe() {
      const running = supervised.current();
      if (!running) return undefined;
      const { choice, version, processId, launchMs, isSandboxed } = running;
      return { choice, version, processId, launchMs, isSandboxed };
    },
    async [Symbol.asyncDispose]() {
      disposal.abort();
      await supervised.close();
    },
  };
}

/** Something to be done with tabs on loan. */
type Task<Value> = (lend: LendTab) => Promise<Outcome<Value>>;

interface SupervisedTask<Value> {
  readonly supervised: SupervisedBrowser;
  readonly task: Task<Value>;
  readonly cancelled: AbortSignal;
  readonly deadlineMs: number;
  readonly onEvent: ((event: BrowserEvent) => void) | undefined;
}

/** Does one task under one deadline; a task whose browser or tab crashed is tried once more. */
async function doSupervised<Value>(supervisedTask: SupervisedTask<Value>): Promise<Outcome<Value>> {
  const { supervised, cancelled, deadlineMs, onEvent } = supervisedTask;
  const deadline = AbortSignal.timeout(deadlineMs);
  const signal = AbortSignal.any([cancelled, deadline]);
  try {
    const first = await doOnce(supervisedTask, signal);
    if ("outcome" in first) return first.outcome;
    onEvent?.({ kind: "restarted", reason: first.crash.message });
    const second = await doOnce(supervisedTask, signal);
    if ("outcome" in second) return second.outcome;
    return failure([diagnose("browser-crashed", { path: supervised.path(), reason: second.crash.message })]);
  } catch (error) {
    if (cancelled.aborted) return failure([diagnose("print-cancelled", {})]);
    if (deadline.aborted) return failure([diagnose("print-timeout", { seconds: deadlineMs / 1000 })]);
    throw error;
  }
}

type Attempt<Value> = { readonly outcome: Outcome<Value> } | { readonly crash: TargetGone };

async function doOnce<Value>(
  { supervised, task }: SupervisedTask<Value>,
  signal: AbortSignal,
): Promise<Attempt<Value>> {
  const lend: LendTab = async (role, run) => {
    const borrowed = await supervised.borrowTab(role, signal);
    if (!borrowed.ok) return borrowed;
    const { tab, browser } = borrowed.value;
    let isReusable = false;
    try {
      const outcome = await untilAborted(run(tab, browser.choice.executablePath), signal);
      isReusable = outcome.ok;
      return outcome;
    } finally {
      // A tab whose task did not end well may still be at it, or be elsewhere.
      if (isReusable) supervised.giveBack(borrowed.value);
      else tab.close();
    }
  };
  try {
    return { outcome: await task(lend) };
  } catch (error) {
    if (error instanceof TargetGone && !signal.aborted) return { crash: error };
    throw error;
  }
}
