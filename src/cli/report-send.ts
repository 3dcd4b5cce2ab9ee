import { visibleText } from "../diagnostics/visible-text.ts";
import { diagnosticData, type HeldReason, type MailEdition } from "../index.ts";
import { counted } from "./in-words.ts";
import { printJson } from "./json-output.ts";
import type { SendResult } from "./send-result.ts";
import { chooseFindings, showFindings } from "./show-findings.ts";
import type { Screen, Terminal } from "./terminal.ts";

/** Tells a person who gets what, or what became of it. */
export function reportSend(result: SendResult, { out, err }: Terminal, isQuiet: boolean): void {
  showFindings(chooseFindings({ isQuiet })(result.diagnostics), err);
  if (isQuiet) return;
  const { mode } = result;
  if (mode === "refused")
    out.write(`${out.colors.red(out.colors.bold("Nothing was sent."))} The reasons are above.\n`);
  else if (mode === "to-self") tellSelf(result, out);
  else if (mode === "sent") tellSent(result, out);
  else tellDryRun(result, out);
}

function tellDryRun({ editions, recipients, held }: SendResult, out: Screen): void {
  const { bold, cyan, dim } = out.colors;
  for (const edition of editions) {
    const name = nameOf(edition);
    const people = recipients.filter((recipient) => recipient.edition === name);
    out.write(`${bold(name)}  ${counted(people.length, "message")}  ${dim(edition.fingerprint)}\n`);
    out.write(`  ${visibleText(edition.subject)}\n`);
    for (const { person } of people) {
      out.write(
        `  ${visibleText(person.address)}${person.name === "" ? "" : `  ${visibleText(person.name)}`}\n`,
      );
    }
    out.write("\n");
  }
  for (const reason of Object.keys(REASONS) as HeldReason[]) {
    const those = held.filter((one) => one.reason === reason);
    if (those.length === 0) continue;
    out.write(`${bold(`${those.length} ${REASONS[reason]}`)}\n`);
    for (const { person } of those) out.write(`  ${visibleText(person.address)}\n`);
    out.write("\n");
  }
  const count = recipients.length;
  if (count === 0) out.write("There is nobody to send to.\n");
  else {
    out.write(`Nothing was sent; this was a dry run. To send ${count === 1 ? "it" : "them"}: `);
    out.write(`${cyan(`the same command with --confirm ${count}`)}\n`);
  }
}

/** Why people of the list get nothing, in the order in which it is told. */
const REASONS: Record<HeldReason, string> = {
  sent: "already sent",
  "other-edition": "already sent in another edition",
  unknown: "unknown: perhaps sent, perhaps not",
  bounced: "bounced before",
  suppressed: "on the suppression list",
};

function tellSent({ report, held }: SendResult, out: Screen): void {
  if (report === undefined) return;
  const counts = Object.entries(report.counts).filter(([state, count]) => count > 0 || state === "sent");
  const mark = report.end.kind === "done" ? out.colors.green("✓") : out.colors.red("✗");
  const skipped = held.length === 0 ? "" : `, ${held.length} left out as before`;
  out.write(`${mark} ${counts.map(([state, count]) => `${count} ${state}`).join(", ")}${skipped}\n`);
  if (report.end.kind === "interrupted")
    out.write(`${out.colors.red("Stopped.")} The same command goes on.\n`);
}

function tellSelf({ recipients }: SendResult, out: Screen): void {
  for (const { person, edition } of recipients) {
    out.write(`${out.colors.green("✓")} ${edition} sent to ${visibleText(person.address)}\n`);
  }
}

const nameOf = ({ audience, locale }: MailEdition): string => `${audience}/${locale}`;

/** Tells a program the same. */
export function reportSendData(
  result: SendResult,
  brief: string | null,
  ok: boolean,
  { out }: Terminal,
): void {
  const { mode, editions, recipients, held, report, diagnostics } = result;
  printJson(out, {
    ok,
    mode,
    brief,
    editions: editions.map((edition) => ({
      edition: nameOf(edition),
      subject: edition.subject,
      fingerprint: edition.fingerprint,
      messages: recipients.filter((recipient) => recipient.edition === nameOf(edition)).length,
    })),
    recipients: recipients.map(({ person, edition }) => ({
      email: person.address,
      name: person.name,
      edition,
    })),
    held: held.map(({ person, edition, reason }) => ({ email: person.address, edition, reason })),
    counts: report?.counts ?? null,
    end: report?.end.kind ?? null,
    due:
      report?.due.map(({ recipient, dueAtMs }) => ({
        email: recipient.person.address,
        edition: recipient.edition,
        dueAt: new Date(dueAtMs).toISOString(),
      })) ?? [],
    diagnostics: diagnostics.map(diagnosticData),
  });
}
