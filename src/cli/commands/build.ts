import { openExecbrief } from "../../index.ts";
import { openBrowserJournal } from "../browser-journal.ts";
import type { Context } from "../context.ts";
import type { BuildOptions } from "../options.ts";
import { runBuild } from "../run-build.ts";

/** `brief build`: builds briefs into the output folder. */
export async function build(
  paths: readonly string[],
  options: BuildOptions,
  context: Context,
): Promise<number> {
  const { terminal } = context;
  const startedAtMs = terminal.now();
  const journal = openBrowserJournal();
  const opened = await openExecbrief({
    folder: terminal.folder,
    browser: options.browser,
    sign: options.sign,
    jobs: options.jobs,
    isPrinting: options.format === undefined || options.format.includes("pdf"),
    onBrowserEvent: journal.record,
  });
  try {
    return await runBuild(opened, { paths, options, journal, startedAtMs }, context);
  } finally {
    if (opened.ok) await opened.value[Symbol.asyncDispose]();
  }
}
