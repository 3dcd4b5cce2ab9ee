import { keyOf } from "./ledger-record.ts";
import { isFinished, type MessageStatus } from "./ledger-states.ts";
import { editionName } from "./mail-edition.ts";
import type { Person } from "./person.ts";

/** Somebody who is to get a message in this run. */
export interface Recipient {
  readonly person: Person;
  readonly brief: string;
  /** Audience and locale: `c-level/en`. */
  readonly edition: string;
  readonly key: string;
  /** Attempts that an earlier run made. */
  readonly attempts: number;
  /** Before this moment the server asked not to be tried again; milliseconds since 1970, 0 for at once. */
  readonly dueAtMs: number;
}

/** Why somebody on the list gets no message. */
export type HeldReason = "sent" | "unknown" | "other-edition" | "bounced" | "suppressed";

/** Somebody on the list who gets no message. */
export interface Held {
  readonly person: Person;
  readonly edition: string;
  readonly reason: HeldReason;
}

/** Who gets what, and who does not. */
export interface DeliveryPlan {
  readonly recipients: readonly Recipient[];
  readonly held: readonly Held[];
}

/** Decides who of a list is written to, by what the ledger and the suppression list know. */
export function planDelivery(
  people: readonly Person[],
  brief: string,
  states: ReadonlyMap<string, MessageStatus>,
  suppressed: ReadonlySet<string>,
): DeliveryPlan {
  const all = [...states.values()];
  const bounced = new Set(all.filter(({ state }) => state === "bounced").map(({ to }) => to));
  const delivered = new Set(
    all.filter((status) => status.brief === brief && mayHaveArrived(status)).map(({ to }) => to),
  );
  const recipients: Recipient[] = [];
  const held: Held[] = [];
  for (const person of people) {
    const to = person.normalised;
    const edition = editionName(person);
    const key = keyOf({ brief, edition, to });
    const status = states.get(key);
    const reason = suppressed.has(to) ? "suppressed" : reasonOf(status, bounced.has(to), delivered.has(to));
    if (reason !== undefined) held.push({ person, edition, reason });
    else recipients.push({ person, brief, edition, key, ...progressOf(status) });
  }
  return { recipients, held };
}

function reasonOf(
  status: MessageStatus | undefined,
  hasBounced: boolean,
  hasDelivered: boolean,
): HeldReason | undefined {
  if (status !== undefined && isFinished(status)) return status.state === "bounced" ? "bounced" : own(status);
  // The key tells editions apart; a person who changes audience must still not get the same brief twice.
  if (hasDelivered) return "other-edition";
  return hasBounced ? "bounced" : undefined;
}

const own = ({ state }: MessageStatus): HeldReason => (state === "sent" ? "sent" : "unknown");

const mayHaveArrived = ({ state }: MessageStatus): boolean => state === "sent" || state === "unknown";

function progressOf(status: MessageStatus | undefined): Pick<Recipient, "attempts" | "dueAtMs"> {
  if (status?.state !== "deferred") return { attempts: 0, dueAtMs: 0 };
  return { attempts: status.attempts, dueAtMs: Date.parse(status.last.dueAt ?? status.last.at) };
}
