import { EventEmitter } from "node:events";
import { PassThrough } from "node:stream";
import { runCommandLine } from "../../src/cli/run-command-line.ts";
import type { Terminal } from "../../src/cli/terminal.ts";
import { openTestScreen } from "../cli/test-screen.ts";

/** What a run of the program left behind. */
export interface RunResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/**
 * Starts the program without a process of its own, which takes a tenth of the time. `interrupt` is Ctrl-C. The environment is
 * that of the test.
 */
export function startInProcess(
  args: readonly string[],
  folder: string,
): { done: Promise<RunResult>; interrupt(): void } {
  const out = openTestScreen();
  const err = openTestScreen();
  const terminal: Terminal = {
    folder,
    stdin: new PassThrough(),
    out,
    err,
    isLive: false,
    canAsk: false,
    now: () => Date.now(),
    flush: async () => {},
  };
  const process = Object.assign(new EventEmitter(), { exit: () => {} }) as unknown as NodeJS.Process;
  const done = runCommandLine(args, terminal, process).then((code) => ({
    code,
    out: out.text(),
    err: err.text(),
  }));
  return { done, interrupt: () => process.emit("SIGINT") };
}
