import { type Execbrief, loadDelivery, surroundingsOfProcess } from "../index.ts";
import { answerFinding } from "./answer-finding.ts";
import { commandLineAddresses } from "./command-line-address.ts";
import type { Context } from "./context.ts";
import type { SendOptions } from "./define-delivery.ts";
import { exitCodeFor } from "./exit-code.ts";
import { openMailer } from "./open-mailer.ts";
import { type MailBrief, prepareEditions } from "./prepare-mail.ts";
import { reach } from "./run-send.ts";
import { refused, type SendResult } from "./send-result.ts";

/** Sends every edition to one address, as a test; the ledger knows nothing of it. */
export async function sendToSelf(
  execbrief: Execbrief,
  brief: MailBrief,
  address: string,
  options: SendOptions,
  context: Context,
): Promise<SendResult> {
  const { openComposer, unsubscribeHeaders, editionName } = await loadDelivery();
  const { delivery } = execbrief.project.config;
  const self = await commandLineAddresses("--to-self", [address], delivery?.allowedDomains ?? []);
  const [to] = self.addresses;
  if (to === undefined) return refused(self.diagnostics);
  const { mailer, diagnostics: faults } = await openMailer(execbrief, surroundingsOfProcess());
  if (mailer === undefined) return refused(faults);
  await using transport = mailer.transport;
  const wanted = brief.audiences.map((audience) => ({ audience, locale: brief.locale }));
  const editions = await prepareEditions(execbrief, brief, wanted, options, context);
  if (editions.value === undefined) return refused(editions.diagnostics);
  const unreachable = await reach(mailer);
  if (unreachable !== undefined) return refused([...editions.diagnostics, unreachable]);

  const person = {
    ...to,
    name: "",
    audience: "all",
    locale: brief.locale,
    fields: {},
    where: { file: "--to-self", line: 1, column: 1 },
  };
  const diagnostics = [...editions.diagnostics];
  const sent: string[] = [];
  for (const edition of editions.value) {
    if (context.signal.aborted) break;
    const compose = await openComposer(edition);
    const { bytes } = compose({
      // The content is part of it: a second test of a mended brief must not be taken for the first.
      key: `self ${brief.id} ${editionName(edition)} ${edition.fingerprint} ${context.terminal.now()}`,
      from: mailer.from,
      to: [{ address: to.address }],
      replyTo: delivery?.replyTo === undefined ? undefined : { address: delivery.replyTo },
      date: new Date(context.terminal.now()),
      headers: { "Auto-Submitted": "auto-generated", ...unsubscribeHeaders(delivery?.unsubscribe, person) },
    });
    const envelope = {
      from: mailer.from.address,
      to: to.address,
      bytes: await mailer.sign(bytes),
    };
    const answer = await transport.send(envelope, async () => true);
    const finding = answerFinding(answer);
    if (finding === undefined) sent.push(editionName(edition));
    else diagnostics.push(finding);
  }
  return {
    mode: exitCodeFor(diagnostics) === 0 ? "to-self" : "refused",
    editions: editions.value,
    recipients: sent.map((edition) => ({ person, edition })),
    held: [],
    report: undefined,
    diagnostics,
  };
}
