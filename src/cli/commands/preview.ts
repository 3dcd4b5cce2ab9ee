import { once } from "node:events";
import { diagnose, openPreview } from "../../index.ts";
import type { Context } from "../context.ts";
import type { PreviewCommandOptions } from "../define-preview.ts";
import { EXIT, exitCodeFor } from "../exit-code.ts";
import { openAddress } from "../open-address.ts";
import { showFindings } from "../show-findings.ts";
import { shownPath } from "../shown-path.ts";
import { writeWhole } from "../write-artifacts.ts";

/** `brief preview`: shows a brief in the web browser until it is told to stop. */
export async function preview(
  file: string | undefined,
  options: PreviewCommandOptions,
  { terminal, signal }: Context,
): Promise<number> {
  const { folder, out, err } = terminal;
  const { open: isOpening, ...asked } = options;
  const opened = await openPreview({
    ...asked,
    folder,
    brief: file,
    writeConfig: (config, text) => writeWhole(config, text, shownPath(folder, config)),
  });
  if (!opened.ok) {
    showFindings(opened.diagnostics, err);
    return exitCodeFor(opened.diagnostics);
  }
  await using running = opened.value;
  out.write(`${out.colors.bold(running.brief)} at ${out.colors.cyan(running.address)}\n`);
  out.write(
    out.colors.dim("Save the brief, its data or its template to see the change. Ctrl-C ends the preview.\n"),
  );
  if (isOpening && !(await openAddress(running.address)))
    showFindings([diagnose("preview-not-shown", { address: running.address })], err);
  if (!signal.aborted) await once(signal, "abort");
  return EXIT.done;
}
