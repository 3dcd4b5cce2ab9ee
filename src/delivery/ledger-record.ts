/** What happened to one message, as the ledger tells it. */
export const RECORD_STATES = [
  "attempt",
  "sent",
  "deferred",
  "given-up",
  "bounced",
  "failed",
  "unknown",
  "retry-allowed",
] as const;
export type RecordState = (typeof RECORD_STATES)[number];

/** One line of the ledger. */
export interface LedgerRecord {
  /** When, in ISO 8601 and UTC. */
  readonly at: string;
  readonly brief: string;
  /** Audience and locale: `c-level/en`. */
  readonly edition: string;
  /** The address in the form in which it is compared. */
  readonly to: string;
  readonly state: RecordState;
  readonly messageId?: string | undefined;
  /** Which attempt this is, from 1. */
  readonly attempt?: number | undefined;
  /** When a deferred message is tried again. */
  readonly dueAt?: string | undefined;
  /** The server’s three digits. */
  readonly code?: number | undefined;
  /** The server’s words. */
  readonly response?: string | undefined;
}

/** The key of a message: never its content, or a corrected comma would send it to everybody again. */
export const keyOf = ({ brief, edition, to }: Pick<LedgerRecord, "brief" | "edition" | "to">): string =>
  JSON.stringify([brief, edition, to]);

/** A line of the ledger as a record; undefined when it is none. */
export function parseRecord(line: string): LedgerRecord | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  return isRecord(value) ? value : undefined;
}

function isRecord(value: unknown): value is LedgerRecord {
  if (typeof value !== "object" || value === null) return false;
  const record = value as Partial<Record<keyof LedgerRecord, unknown>>;
  const isTexts = [record.at, record.brief, record.edition, record.to].every(
    (text) => typeof text === "string",
  );
  return isTexts && RECORD_STATES.some((state) => state === record.state);
}
