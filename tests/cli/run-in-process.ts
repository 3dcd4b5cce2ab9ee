import { EventEmitter } from "node:events";
import { Readable } from "node:stream";
import { runCommandLine } from "../../src/cli/run-command-line.ts";
import { openTestScreen } from "./test-screen.ts";

/** Runs the command line in `folder`, in this process: for commands that need neither a browser nor a terminal of their own. */
export async function runInProcess(args: readonly string[], folder: string) {
  const [out, err] = [openTestScreen(), openTestScreen()];
  const terminal = {
    ...{ folder, out, err, stdin: Readable.from([]), isLive: false, canAsk: false },
    now: () => 0,
    flush: async () => {},
  };
  const code = await runCommandLine(args, terminal, new EventEmitter() as NodeJS.Process);
  return { code, out: out.text(), err: err.text() };
}
