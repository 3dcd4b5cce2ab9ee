import type { DeliveryReport, Diagnostic, Held, MailEdition, Recipient } from "../index.ts";

/** What came of `brief send`. */
export interface SendResult {
  readonly mode: "dry-run" | "sent" | "to-self" | "refused";
  readonly editions: readonly MailEdition[];
  /** Who gets a message. */
  readonly recipients: readonly Pick<Recipient, "person" | "edition">[];
  /** Who is on the list and gets none. */
  readonly held: readonly Held[];
  /** What happened, after sending. */
  readonly report: DeliveryReport | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** A result in which nothing was sent, because of what was found. */
export const refused = (diagnostics: readonly Diagnostic[], seen: Partial<SendResult> = {}): SendResult => ({
  mode: "refused",
  editions: [],
  recipients: [],
  held: [],
  report: undefined,
  ...seen,
  diagnostics,
});
