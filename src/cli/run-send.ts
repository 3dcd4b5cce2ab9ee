import { mkdir } from "node:fs/promises";
import path from "node:path";
import {
  type Approval,
  type Diagnostic,
  diagnose,
  type Execbrief,
  type Ledger,
  loadDelivery,
  type MailEdition,
  surroundingsOfProcess,
} from "../index.ts";
import type { Context } from "./context.ts";
import type { SendOptions } from "./define-delivery.ts";
import { deliveryFiles, readApproval } from "./delivery-files.ts";
import { endFindings } from "./end-findings.ts";
import { exitCodeFor } from "./exit-code.ts";
import { lockOwner } from "./lock-owner.ts";
import { type Mailer, openMailer } from "./open-mailer.ts";
import { planSend, type SendPlan } from "./plan-send.ts";
import type { MailBrief } from "./prepare-mail.ts";
import { openProgress } from "./progress.ts";
import { refused, type SendResult } from "./send-result.ts";
import { shownPath } from "./shown-path.ts";
import { wallClock } from "./wall-clock.ts";
import { writeWhole } from "./write-artifacts.ts";

/** What a dry run or a delivery works on. */
export interface SendStart {
  readonly execbrief: Execbrief;
  readonly brief: MailBrief;
  readonly list: string;
}

/** Says who would get what, and writes it down so that exactly this can be confirmed. */
export async function dryRun(start: SendStart, options: SendOptions, context: Context): Promise<SendResult> {
  const { readLedger, approvalOf } = await loadDelivery();
  const files = deliveryFiles(start.execbrief);
  const records = await readLedger(files.ledger);
  if (!records.ok) return refused(records.diagnostics);
  const planned = await planSend({ ...start, files, records: records.value }, options, context);
  if (exitCodeFor(planned.diagnostics) !== 0) return refused(planned.diagnostics, seenIn(planned));

  const at = new Date(context.terminal.now()).toISOString();
  const approval = approvalOf(start.brief.id, at, fingerprintsOf(planned.editions), planned.plan);
  const file = files.approval(start.brief.id);
  const shown = shownPath(context.terminal.folder, file);
  await makePrivate(path.dirname(file));
  const fault = await writeWhole(file, `${JSON.stringify(approval, null, 2)}\n`, shown);
  const diagnostics = [...planned.diagnostics, ...(fault === undefined ? [] : [fault])];
  return { mode: "dry-run", ...seenIn(planned), report: undefined, diagnostics };
}

/** Sends what the last dry run showed, if it is still what would be sent. */
export async function sendApproved(
  start: SendStart,
  options: SendOptions & { readonly confirm: number },
  context: Context,
): Promise<SendResult> {
  const { openLedger, compareWithApproval } = await loadDelivery();
  const { execbrief, brief } = start;
  const files = deliveryFiles(execbrief);
  const approval = await readApproval(files, brief.id);
  if (approval?.brief !== brief.id) return refused([diagnose("delivery-not-approved", { brief: brief.id })]);
  const { mailer, diagnostics: faults } = await openMailer(execbrief, surroundingsOfProcess());
  if (mailer === undefined) return refused(faults);
  await using _transport = mailer.transport;

  // From here on nobody else can send, so that what is planned is what is sent.
  const opened = await openLedger(files.ledger, lockOwner());
  if (!opened.ok) return refused(opened.diagnostics);
  await using ledger = opened.value;
  const planned = await planSend({ ...start, files, records: ledger.records }, options, context);
  // What cannot be planned cannot be compared either.
  const differences =
    exitCodeFor(planned.diagnostics) === 0
      ? compareWithApproval(approval, options.confirm, fingerprintsOf(planned.editions), planned.plan)
      : [];
  const diagnostics = [...planned.diagnostics, ...differences];
  if (exitCodeFor(diagnostics) !== 0) return refused(diagnostics, seenIn(planned));

  if (planned.plan.recipients.length > 0) {
    const unreachable = await reach(mailer);
    if (unreachable !== undefined) return refused([...diagnostics, unreachable], seenIn(planned));
  }
  for (const record of planned.allowed) {
    const fault = await ledger.append(record);
    if (fault !== undefined) return refused([...diagnostics, fault], seenIn(planned));
  }
  const report = await deliverPlan(start, planned, { approval, mailer, ledger }, context);
  return {
    mode: "sent",
    ...seenIn(planned),
    report,
    diagnostics: [...diagnostics, ...endFindings(report, execbrief.project.config.delivery?.pauseAfter ?? 0)],
  };
}

async function deliverPlan(
  { execbrief, brief }: SendStart,
  { plan, editions }: SendPlan,
  { approval, mailer, ledger }: { approval: Approval; mailer: Mailer; ledger: Ledger },
  { terminal, signal }: Context,
) {
  const { deliver, openComposer, editionName, unsubscribeHeaders } = await loadDelivery();
  const { delivery } = execbrief.project.config;
  const composers = new Map<string, Awaited<ReturnType<typeof openComposer>>>();
  for (const edition of editions) composers.set(editionName(edition), await openComposer(edition));
  using progress = openProgress(terminal);
  let done = 0;
  const total = plan.recipients.length;
  progress.show(`Sending to ${total}`);
  return deliver(plan.recipients, {
    transport: mailer.transport,
    ledger,
    clock: wallClock(terminal.now),
    envelopeFrom: mailer.from.address,
    ratePerMinute: delivery?.rate ?? 60,
    pauseAfter: delivery?.pauseAfter ?? 10,
    signal,
    compose: async ({ person, edition, key }) => {
      const compose = composers.get(edition);
      if (compose === undefined) throw new Error(`There is no composer of ${edition}.`);
      const message = compose({
        key: `${brief.id} ${key}`,
        from: mailer.from,
        to: [{ name: person.name, address: person.address }],
        replyTo: delivery?.replyTo === undefined ? undefined : { address: delivery.replyTo },
        date: new Date(approval.at),
        headers: { "Auto-Submitted": "auto-generated", ...unsubscribeHeaders(delivery?.unsubscribe, person) },
      });
      return { messageId: message.messageId, bytes: await mailer.sign(message.bytes) };
    },
    onMessage: () => {
      done += 1;
      progress.show(`Sending ${done} of ${total}`);
    },
  });
}

/** Reaches the server before anything is written down; undefined when that went well. */
export async function reach({ transport, server: { host, port } }: Mailer): Promise<Diagnostic | undefined> {
  const fault = await transport.open();
  if (fault === undefined) return undefined;
  const stage = fault.kind === "lost" ? "no connection" : STAGES[fault.stage];
  return diagnose("smtp-unreachable", { host, port, stage, response: fault.response });
}

const STAGES = {
  greeting: "it turns visitors away",
  tls: "the connection could not be encrypted",
  login: "it refused the login",
  sender: "it refused the sender",
  recipient: "it refused the recipient",
  content: "it refused the message",
  busy: "it is busy",
} as const;

/** What is kept of deliveries names people. A folder that cannot be made is told of when something is written to it. */
const makePrivate = (folder: string) =>
  mkdir(folder, { recursive: true, mode: 0o700 }).catch(() => undefined);

const seenIn = ({ plan, editions }: SendPlan) => ({ editions, recipients: plan.recipients, held: plan.held });

const fingerprintsOf = (editions: readonly MailEdition[]): Record<string, string> =>
  Object.fromEntries(
    editions.map((edition) => [`${edition.audience}/${edition.locale}`, edition.fingerprint]),
  );
