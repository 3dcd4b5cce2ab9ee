import { entry } from "./entry.ts";
import { listCatalogue } from "./list.ts";

/** Findings on messages and on their delivery, and on the lists of people who get them. */
export const deliveryCatalogue = {
  ...listCatalogue,
  "delivery-edition-missing": entry<{ format: string; audience: string }>({
    severity: "error",
    cause: "content",
    about:
      "A message needs the edition as email and as plain text, and as PDF unless --no-pdf leaves it out.",
    message: ({ format, audience }) =>
      `The “${audience}” edition has no ${format} form, so there is no message.`,
    hint: () => "Build it with “brief build --format email,text,pdf” to see why.",
  }),
  "delivery-brief-refused": entry<{ count: number }>({
    severity: "error",
    cause: "content",
    about: "A brief with errors, from its check or from a look at what was built, is not mailed.",
    message: ({ count }) =>
      `Nothing is mailed: the brief has ${count === 1 ? "an error" : `${count} errors`}.`,
    hint: () => "Mend what “brief check” and “brief build” report, then try again.",
  }),
  "delivery-not-configured": entry<{ setting: string }>({
    severity: "error",
    cause: "usage",
    about: "Sending needs a server and a sender in brief.config.yaml.",
    message: ({ setting }) => `There is no “${setting}” in brief.config.yaml, and sending needs it.`,
    hint: () => "See docs/delivery.md for an example. To mail by hand, “brief draft” needs no settings.",
  }),
  "delivery-address-invalid": entry<{ option: string; text: string; why: string }>({
    severity: "error",
    cause: "usage",
    about: "An address on the command line is not one that mail can be sent to.",
    message: ({ option, text, why }) =>
      `${option}: “${text}” is no address that mail is sent to, because ${why}.`,
  }),
  "delivery-domain-refused": entry<{ option: string; domain: string; allowed: readonly string[] }>({
    severity: "error",
    cause: "usage",
    about: "An address on the command line is outside the domains that delivery.allowedDomains names.",
    message: ({ option, domain, allowed }) =>
      `${option}: mail may not go to ${domain}; delivery.allowedDomains names ${allowed.join(", ")}.`,
  }),
  "delivery-unsubscribe-missing": entry<Record<string, never>>({
    severity: "error",
    cause: "usage",
    about: "A message to a list must offer a way to leave it (RFC 8058), and none is configured.",
    message: () =>
      "The list offers no way to unsubscribe: there is no “delivery.unsubscribe” in brief.config.yaml.",
    hint: () =>
      "Add delivery.unsubscribe.url or .mailto. For mail that its readers must get, add --transactional.",
  }),
  "delivery-not-approved": entry<{ brief: string }>({
    severity: "error",
    cause: "usage",
    about: "--confirm sends what a dry run showed before, and there was none for this brief.",
    message: ({ brief }) => `Nothing was sent: there was no dry run of “${brief}” yet.`,
    hint: () => "Run the same command without --confirm, look at who gets what, then confirm that number.",
  }),
  "delivery-count-differs": entry<{ count: number; approved: number }>({
    severity: "error",
    cause: "usage",
    about: "The number after --confirm is not the number of people that the dry run showed.",
    message: ({ count, approved }) =>
      `Nothing was sent: --confirm says ${count}, but the dry run showed ${approved}.`,
    hint: () => "Look at the dry run again: the same command without --confirm.",
  }),
  "delivery-edition-changed": entry<{ edition: string; approved: string; now: string }>({
    severity: "error",
    cause: "usage",
    about:
      "An edition is not the one that the dry run showed: the brief, a template or a setting has changed since.",
    message: ({ edition, approved, now }) =>
      `Nothing was sent: the ${edition} edition has changed since the dry run (${approved.slice(0, 8)}, now ${now.slice(0, 8)}).`,
    hint: () => "Read it again, then make a new dry run: the same command without --confirm.",
  }),
  "delivery-people-differ": entry<{
    added: readonly string[];
    addedCount: number;
    gone: readonly string[];
    goneCount: number;
  }>({
    severity: "error",
    cause: "usage",
    about: "The people who would get a message are not those that the dry run showed.",
    message: ({ added, addedCount, gone, goneCount }) =>
      `Nothing was sent: the list has changed since the dry run${some("new", added, addedCount)}${some("gone", gone, goneCount)}.`,
    hint: () => "Make a new dry run: the same command without --confirm.",
  }),
  "delivery-stopped": entry<{ stage: string; response: string }>({
    severity: "error",
    cause: "environment",
    about:
      "The server refused what every message has in common: the login, the sender or the content. The run stopped, since the next message would fare the same.",
    message: ({ stage, response }) => `The run stopped, because the server refused the ${stage}: ${response}`,
    hint: () => "Mend it, then run the same command again: who was sent is skipped.",
  }),
  "delivery-paused": entry<{ failures: number; response: string }>({
    severity: "error",
    cause: "environment",
    about:
      "So many messages failed one after the other that the run paused, before it does harm (delivery.pauseAfter).",
    message: ({ failures, response }) =>
      `The run paused after ${failures} failures in a row. The last: ${response}`,
    hint: () => "See “brief ledger” for each. The same command goes on where it stopped.",
  }),
  "delivery-unfinished": entry<{ due: number; untried: number; nextAt: string }>({
    severity: "warning",
    cause: "environment",
    about: "A run ended before everybody was sent.",
    message: ({ due, untried, nextAt }) =>
      [
        ...(due > 0
          ? [`${due} ${due === 1 ? "message is" : "messages are"} due again, the first at ${nextAt}.`]
          : []),
        ...(untried > 0
          ? [`${untried} ${untried === 1 ? "person has" : "people have"} not been tried yet.`]
          : []),
      ].join(" "),
    hint: () => "The same command goes on where it stopped.",
  }),
  "delivery-incomplete": entry<Readonly<Record<"given-up" | "bounced" | "failed" | "unknown", number>>>({
    severity: "warning",
    cause: "environment",
    about: "A run is through, and some messages did not arrive or may not have.",
    message: (counts) =>
      `Not everybody was reached: ${(["bounced", "given-up", "failed", "unknown"] as const)
        .filter((state) => counts[state] > 0)
        .map((state) => `${counts[state]} ${state}`)
        .join(", ")}.`,
    hint: () => "See who with: brief ledger --state bounced,given-up,failed,unknown",
  }),
  "delivery-unknown": entry<{ addresses: readonly string[]; count: number }>({
    severity: "warning",
    cause: "environment",
    about:
      "The connection or this program broke between the last byte of a message and the server’s answer, so the server may or may not have taken it. It is never sent again by itself.",
    message: ({ addresses, count }) =>
      `Nobody can say whether ${count === 1 ? "this person has" : `these ${count} people have`} the message: ${addresses.join(", ")}${count > addresses.length ? ", …" : ""}.`,
    hint: () => "Ask them or the server’s log. Who has none gets it with --retry-unknown ADDRESS.",
  }),
  "delivery-not-unknown": entry<{ address: string; state: string }>({
    severity: "error",
    cause: "usage",
    about: "--retry-unknown names somebody whose message is not in the state “unknown”.",
    message: ({ address, state }) => `--retry-unknown ${address}: that message is not unknown but ${state}.`,
  }),
  "smtp-unreachable": entry<{ host: string; port: number; stage: string; response: string }>({
    severity: "error",
    cause: "environment",
    about: "The mail server could not be reached, does not encrypt, or refused the login. Nothing was sent.",
    message: ({ host, port, stage, response }) => `Nothing was sent: ${host}:${port}, ${stage}: ${response}`,
    hint: () => "Check delivery.smtp in brief.config.yaml, EXECBRIEF_SMTP_USER and EXECBRIEF_SMTP_PASSWORD.",
  }),
  "smtp-not-encrypted": entry<{ host: string }>({
    severity: "error",
    cause: "usage",
    about:
      "delivery.smtp.security is none, and the server is not this machine: the password and every reader’s address would pass a network in the open.",
    message: ({ host }) =>
      `Without encryption mail goes to a server on this machine alone, and ${host} is another.`,
    hint: () => "Set delivery.smtp.security to starttls or tls.",
  }),
  "secret-missing": entry<{ what: string; path: string }>({
    severity: "error",
    cause: "usage",
    about: "A file that should hold a password or key is missing, empty or cannot be read.",
    message: ({ what, path }) => `There is no ${what} in ${path}.`,
  }),
  "secret-open": entry<{ what: string; path: string; mode: string }>({
    severity: "error",
    cause: "usage",
    about: "A file with a password or key can be read by others than its owner.",
    message: ({ what, path, mode }) => `The ${what} in ${path} is open to others (its mode is ${mode}).`,
    hint: ({ path }) => `Close it: chmod 600 ${path}. If others may have read it, replace the secret.`,
  }),
  "dkim-key-invalid": entry<{ problem: string }>({
    severity: "error",
    cause: "usage",
    about: "The key that messages are to be signed with cannot sign.",
    message: ({ problem }) => `The DKIM key cannot be used: ${problem}.`,
  }),
  "ledger-locked": entry<{ path: string; processId: number | undefined; host: string | undefined }>({
    severity: "error",
    cause: "environment",
    about: "Another run holds the ledger. Two runs at once could mail a person twice.",
    message: ({ path, processId, host }) =>
      `Another run is at work on this ledger${processId === undefined ? "" : ` (process ${processId} on ${host})`}: ${path}.`,
    hint: ({ path }) => `Wait for it. If you know that it is gone, delete ${path}.`,
  }),
  "ledger-damaged": entry<{ path: string }>({
    severity: "error",
    cause: "environment",
    about:
      "A line of the ledger is no record. Since it could have said that somebody was sent, nothing is sent before a person has looked.",
    message: ({ path }) => `This line of ${path} cannot be read, and it may say who was sent.`,
    hint: () => "Restore the file from a backup, or mend the line by the server’s log.",
  }),
  "ledger-unusable": entry<{ path: string; reason: string }>({
    severity: "error",
    cause: "environment",
    about: "The ledger cannot be read or written, so nothing more is sent.",
    message: ({ path, reason }) => `${path} cannot be read or written: the system says ${reason}.`,
    hint: () => "Check its rights and the free space. The same command then goes on where it stopped.",
  }),
} as const;

const some = (what: string, shown: readonly string[], count: number): string =>
  count === 0
    ? ""
    : `; ${what}: ${shown.join(", ")}${count > shown.length ? ` and ${count - shown.length} more` : ""}`;
