import type { BrowserEvent } from "../index.ts";

/** What is known of the browser so far. */
export interface BrowserJournal {
  /** Notes an event; the printer calls it. */
  readonly record: (event: BrowserEvent) => void;
  /** Calls `listener` after every event. */
  onChange(listener: () => void): void;
  /** What the browser is busy with, to be added to a progress line; empty when it prints. */
  activity(): string;
  /** Which browser it is and how it got on, for --verbose; empty when none was needed. */
  lines(): readonly string[];
}

/** Opens an empty journal. */
export function openBrowserJournal(): BrowserJournal {
  const events: BrowserEvent[] = [];
  let tell = () => {};
  return {
    record: (event) => {
      events.push(event);
      tell();
    },
    onChange: (listener) => {
      tell = listener;
    },
    activity: () => activityAfter(events.at(-1)),
    lines: () => events.flatMap(lineOf),
  };
}

function activityAfter(event: BrowserEvent | undefined): string {
  if (event?.kind === "unpacking") return ", unpacking the embedded browser (once)";
  return event?.kind === "found" ? ", starting the browser" : "";
}

function lineOf(event: BrowserEvent): string[] {
  switch (event.kind) {
    case "unpacking":
      return [`The embedded browser was unpacked into ${event.folder}.`];
    case "found":
      return [
        `Browser: ${event.choice.kind}, ${ORIGINS[event.choice.origin]}, ${event.choice.executablePath}`,
      ];
    case "launched":
      return [`Version: ${event.version}, launched in ${Math.round(event.launchMs)} ms`];
    case "sandbox-off":
      return [
        event.why === "root"
          ? "The browser’s sandbox is off, because it does not work for root."
          : "The browser’s sandbox is off, because this system does not allow it.",
      ];
    case "restarted":
      return [`The browser was restarted: ${event.reason}.`];
  }
}

/** Where a browser came from, in words. */
export const ORIGINS = {
  named: "named by you",
  "puppeteer-cache": "from Puppeteer’s cache",
  "own-cache": "from “brief browser install”",
  system: "from this system",
  embedded: "embedded in Execbrief",
} as const;
