import { diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome } from "../diagnostics/outcome.ts";
import type { PdfPrinter, PrintJob, PrintResult } from "../formats/pdf-printer.ts";
import type { BrowserChoice, BrowserEvent } from "./browser-choice.ts";
import { printOnTab } from "./print-on-tab.ts";
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
  /** The browser that runs now; undefined before the first page and after the end. */
  describe(): BrowserDescription | undefined;
}

const DEFAULT_DEADLINE_MS = 60_000;

/** Opens a printer on a browser that is found and launched when it is first needed, and supervised from then on. */
export function openChromiumPrinter(options: ChromiumPrinterOptions): ChromiumPrinter {
  const { surroundings, browser, tabs, deadlineMs = DEFAULT_DEADLINE_MS, onEvent } = options;
  const supervised = superviseBrowser({ surroundings, browser, deadlineMs, onEvent });
  const inTurn = takeTurns(tabs);
  const disposal = new AbortController();

  return {
    warmUp: supervised.start,
    print: (job, signal) =>
      inTurn(() => {
        const cancelled = AbortSignal.any([disposal.signal, ...(signal ? [signal] : [])]);
        return printSupervised({ supervised, job, cancelled, deadlineMs, onEvent });
      }),
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

interface SupervisedJob {
  readonly supervised: SupervisedBrowser;
  readonly job: PrintJob;
  readonly cancelled: AbortSignal;
  readonly deadlineMs: number;
  readonly onEvent: ((event: BrowserEvent) => void) | undefined;
}

/** Prints one job under one deadline; a job whose browser or tab crashed is tried once more. */
async function printSupervised(supervisedJob: SupervisedJob): Promise<Outcome<PrintResult>> {
  const { supervised, cancelled, deadlineMs, onEvent } = supervisedJob;
  const deadline = AbortSignal.timeout(deadlineMs);
  const signal = AbortSignal.any([cancelled, deadline]);
  try {
    const first = await printOnce(supervisedJob, signal);
    if ("outcome" in first) return first.outcome;
    onEvent?.({ kind: "restarted", reason: first.crash.message });
    const second = await printOnce(supervisedJob, signal);
    if ("outcome" in second) return second.outcome;
    return failure([diagnose("browser-crashed", { path: supervised.path(), reason: second.crash.message })]);
  } catch (error) {
    if (cancelled.aborted) return failure([diagnose("print-cancelled", {})]);
    if (deadline.aborted) return failure([diagnose("print-timeout", { seconds: deadlineMs / 1000 })]);
    throw error;
  }
}

type Attempt = { readonly outcome: Outcome<PrintResult> } | { readonly crash: TargetGone };

async function printOnce({ supervised, job }: SupervisedJob, signal: AbortSignal): Promise<Attempt> {
  try {
    const borrowed = await supervised.borrowTab(signal);
    if (!borrowed.ok) return { outcome: borrowed };
    const { tab, browser } = borrowed.value;
    let isReusable = false;
    try {
      const outcome = await untilAborted(printOnTab(tab, job, browser.choice.executablePath), signal);
      isReusable = outcome.ok;
      return { outcome };
    } finally {
      // A tab whose job did not end well may still be at it, or be elsewhere.
      if (isReusable) supervised.giveBack(borrowed.value);
      else tab.close();
    }
  } catch (error) {
    if (error instanceof TargetGone && !signal.aborted) return { crash: error };
    throw error;
  }
}
