import { diagnose, openExecbrief } from "../../index.ts";
import type { Context } from "../context.ts";
import type { SendOptions } from "../define-delivery.ts";
import { exitCodeFor } from "../exit-code.ts";
import { type MailBrief, prepareBrief } from "../prepare-mail.ts";
import { reportSend, reportSendData } from "../report-send.ts";
import { dryRun, sendApproved } from "../run-send.ts";
import { refused, type SendResult } from "../send-result.ts";
import { sendToSelf } from "../send-to-self.ts";

/** `brief send`: says who would get what, and sends what was confirmed. */
export async function send(file: string, options: SendOptions, context: Context): Promise<number> {
  const { terminal } = context;
  const { brief, result } = await run(file, options, context);
  const exitCode = exitCodeFor(result.diagnostics);
  if (options.json) reportSendData(result, brief?.id ?? null, exitCode === 0, terminal);
  else reportSend(result, terminal, options.quiet === true);
  return exitCode;
}

interface Ran {
  readonly brief: MailBrief | undefined;
  readonly result: SendResult;
}

async function run(file: string, options: SendOptions, context: Context): Promise<Ran> {
  const fault = refuseOptions(options);
  if (fault !== undefined) return { brief: undefined, result: refused([fault]) };
  const { folder } = context.terminal;
  const opened = await openExecbrief({ folder, browser: options.browser, isPrinting: options.pdf });
  if (!opened.ok) return { brief: undefined, result: refused(opened.diagnostics) };
  await using execbrief = opened.value;
  const prepared = await prepareBrief(execbrief, file, context.terminal);
  const brief = prepared.value;
  if (brief === undefined) return { brief, result: refused(prepared.diagnostics) };
  const result = await choose();
  return { brief, result: { ...result, diagnostics: [...prepared.diagnostics, ...result.diagnostics] } };

  async function choose(): Promise<SendResult> {
    const { toSelf, list, confirm } = options;
    if (brief === undefined) return refused([]);
    if (toSelf !== undefined) return sendToSelf(execbrief, brief, toSelf, options, context);
    const start = { execbrief, brief, list: list ?? "" };
    return confirm === undefined
      ? dryRun(start, options, context)
      : sendApproved(start, { ...options, confirm }, context);
  }
}

function refuseOptions({ list, toSelf, confirm }: SendOptions) {
  if (list === undefined && toSelf === undefined) {
    return diagnose("command-line-invalid", {
      problem: "“brief send” needs to know who to send to.",
      suggestion: "Name a list with --list people.csv, or send it to yourself with --to-self ADDRESS.",
    });
  }
  return toSelf !== undefined && (list !== undefined || confirm !== undefined)
    ? diagnose("command-line-invalid", { problem: "--to-self goes with neither --list nor --confirm." })
    : undefined;
}
