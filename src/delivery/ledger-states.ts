import { keyOf, type LedgerRecord, type RecordState } from "./ledger-record.ts";

/** Where one message stands now. */
export interface MessageStatus {
  readonly brief: string;
  readonly edition: string;
  readonly to: string;
  readonly state: Exclude<RecordState, "attempt">;
  /** How often it was put off; counted anew after a person allowed another attempt. */
  readonly attempts: number;
  /** The record that says so. */
  readonly last: LedgerRecord;
}

/** Where every message stands, by its key. An attempt without an answer is unknown: the server may have taken it. */
export function messageStates(records: readonly LedgerRecord[]): Map<string, MessageStatus> {
  const states = new Map<string, MessageStatus>();
  for (const record of records) {
    const { brief, edition, to } = record;
    const key = keyOf(record);
    const before = states.get(key)?.attempts ?? 0;
    const attempts = record.state === "deferred" ? before + 1 : startsAnew(record) ? 0 : before;
    const state = record.state === "attempt" ? "unknown" : record.state;
    states.set(key, { brief, edition, to, state, attempts, last: record });
  }
  return states;
}

/** After these, another attempt is a new beginning that a person asked for. */
const startsAnew = ({ state }: LedgerRecord): boolean =>
  state === "retry-allowed" || state === "given-up" || state === "failed";

/** Whether nothing more is sent for a message by itself. Everything else was refused, so that sending again is safe. */
export const isFinished = ({ state }: Pick<MessageStatus, "state">): boolean =>
  state === "sent" || state === "bounced" || state === "unknown";
