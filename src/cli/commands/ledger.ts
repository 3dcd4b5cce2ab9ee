import path from "node:path";
import { visibleText } from "../../diagnostics/visible-text.ts";
import {
  type Diagnostic,
  diagnosticData,
  type LedgerRecord,
  loadDelivery,
  type MessageStatus,
  openExecbrief,
} from "../../index.ts";
import type { Context } from "../context.ts";
import type { LedgerOptions } from "../define-delivery.ts";
import { deliveryFiles } from "../delivery-files.ts";
import { exitCodeFor } from "../exit-code.ts";
import { counted } from "../in-words.ts";
import { printJson } from "../json-output.ts";
import { showFindings } from "../show-findings.ts";
import { shownPath } from "../shown-path.ts";
import { writeWhole } from "../write-artifacts.ts";

interface Found {
  readonly messages: readonly MessageStatus[];
  readonly diagnostics: readonly Diagnostic[];
}

/** `brief ledger`: shows where messages stand, or exports every attempt and answer. */
export async function ledger(
  file: string | undefined,
  options: LedgerOptions,
  context: Context,
): Promise<number> {
  const { folder } = context.terminal;
  const opened = await openExecbrief({ folder });
  if (!opened.ok) return tell({ messages: [], diagnostics: opened.diagnostics }, options, context);
  await using execbrief = opened.value;
  const { readLedger, messageStates } = await loadDelivery();
  const read = await readLedger(deliveryFiles(execbrief).ledger);
  if (!read.ok) return tell({ messages: [], diagnostics: read.diagnostics }, options, context);

  const relative = file && path.relative(execbrief.project.folder, path.resolve(folder, file));
  const brief = relative
    ?.split(path.sep)
    .join("/")
    .replace(/\.[^./]+$/, "");
  const isAsked = await filterOf(brief, options);
  const messages = [...messageStates(read.value).values()].filter(
    (status) => isAsked(status) && (options.state?.includes(status.state) ?? true),
  );
  const diagnostics = [...read.diagnostics];
  if (options.export !== undefined) {
    // With --state, everything about the messages that stand so now.
    const keys = new Set(messages.map(keyOf));
    const records = read.value.filter((record) => keys.has(keyOf(record)));
    const fault = await exportTo(options.export, records, context);
    if (fault !== undefined) diagnostics.push(fault);
  }
  return tell({ messages, diagnostics }, options, context);
}

const keyOf = ({ brief, edition, to }: Pick<MessageStatus, "brief" | "edition" | "to">): string =>
  JSON.stringify([brief, edition, to]);

async function filterOf(brief: string | undefined, { to }: LedgerOptions) {
  const { parseAddress } = await loadDelivery();
  const address = to === undefined ? undefined : parseAddress(to);
  const wanted = typeof address === "object" ? address.normalised : to;
  return (status: MessageStatus) =>
    (brief === undefined || status.brief === brief) && (wanted === undefined || status.to === wanted);
}

async function exportTo(
  file: string,
  records: readonly LedgerRecord[],
  { terminal: { folder } }: Context,
): Promise<Diagnostic | undefined> {
  const { ledgerTable } = await loadDelivery();
  const absolute = path.resolve(folder, file);
  return writeWhole(absolute, ledgerTable(records), shownPath(folder, absolute));
}

function tell({ messages, diagnostics }: Found, options: LedgerOptions, { terminal }: Context): number {
  const { out, err } = terminal;
  const exitCode = exitCodeFor(diagnostics);
  if (options.json) {
    printJson(out, {
      ok: exitCode === 0,
      messages: messages.map(dataOf),
      diagnostics: diagnostics.map(diagnosticData),
    });
    return exitCode;
  }
  showFindings(diagnostics, err);
  if (exitCode !== 0) return exitCode;
  if (options.export !== undefined) out.write(`${out.colors.green("✓")} Wrote ${options.export}\n`);
  else for (const message of messages) out.write(`${line(message)}\n`);
  out.write(`${counted(messages.length, "message")}${countsOf(messages)}\n`);
  return exitCode;
}

function line({ brief, edition, to, state, attempts, last }: MessageStatus): string {
  const due = last.dueAt === undefined || state !== "deferred" ? "" : `  due ${last.dueAt}`;
  const words = state === "sent" || !last.response ? "" : `  ${visibleText(last.response)}`;
  const tried = attempts > 0 ? `  put off ${attempts}×` : "";
  return `${last.at}  ${state.padEnd(9)}  ${visibleText(to)}  ${visibleText(brief)}  ${edition}${tried}${due}${words}`;
}

function countsOf(messages: readonly MessageStatus[]): string {
  const states = [...new Set(messages.map(({ state }) => state))];
  const counts = states.map((state) => `${messages.filter((one) => one.state === state).length} ${state}`);
  return counts.length === 0 ? "" : `: ${counts.join(", ")}`;
}

const dataOf = ({ brief, edition, to, state, attempts, last }: MessageStatus) => ({
  brief,
  edition,
  to,
  state,
  attempts,
  at: last.at,
  dueAt: last.dueAt ?? null,
  code: last.code ?? null,
  response: last.response ?? null,
  messageId: last.messageId ?? null,
});
