import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { ComposedMessage } from "./compose-message.ts";
import { type Judgement, judgeAnswer } from "./judge-answer.ts";
import type { Ledger } from "./ledger.ts";
import type { LedgerRecord, RecordState } from "./ledger-record.ts";
import type { Recipient } from "./plan-delivery.ts";
import type { Answer, Transport } from "./transport.ts";

/** Time, as a run knows it. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Returns after a while, or as soon as the signal says to stop. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** What a run works with. */
export interface DeliveryRun {
  readonly transport: Transport;
  readonly ledger: Ledger;
  readonly clock: Clock;
  /** Address that errors come back to (RFC 5321 MAIL). */
  readonly envelopeFrom: string;
  readonly compose: (recipient: Recipient) => Promise<ComposedMessage>;
  /** The most messages that leave in a minute. */
  readonly ratePerMinute: number;
  /** So many failures one after the other make the run pause. */
  readonly pauseAfter: number;
  /** Aborted when somebody wants to stop; the message at hand is finished first. */
  readonly signal: AbortSignal;
  readonly onMessage?: (recipient: Recipient, state: MessageOutcome, answer: Answer) => void;
}

/** Where a message stands when its attempt is over. */
export type MessageOutcome = Exclude<RecordState, "attempt" | "retry-allowed">;

/**
 * Why a run ended: it was through, it was told to stop, the server refuses what every message has, too many failed in a
 * row, or what happens cannot be written down.
 */
export type DeliveryEnd =
  | { readonly kind: "done" | "interrupted" }
  | { readonly kind: "stopped" | "paused"; readonly answer: Answer }
  | { readonly kind: "unrecorded"; readonly diagnostic: Diagnostic };

/** What came of a run. */
export interface DeliveryReport {
  readonly end: DeliveryEnd;
  /** Messages of this run by where they stand now. */
  readonly counts: Readonly<Record<MessageOutcome, number>>;
  /** Who is still to be tried, and from when on. */
  readonly due: readonly { readonly recipient: Recipient; readonly dueAtMs: number }[];
  /** Whose turn never came. */
  readonly untried: readonly Recipient[];
}

/** A message that the server put off is tried again after so many minutes; then it is given up. */
const RETRY_AFTER_MINUTES = [1, 5, 30];
const MINUTE_MS = 60_000;

/** Beyond so long a wait a server would end the connection itself. */
const REST_AFTER_MS = 20_000;

interface Pending {
  readonly recipient: Recipient;
  readonly attempts: number;
  readonly dueAtMs: number;
}

/**
 * Sends one message after the other. Each attempt is on the disk before the server can have the message, and each answer as
 * soon as it is there: whatever happens in between, nobody is sent twice.
 */
export async function deliver(recipients: readonly Recipient[], run: DeliveryRun): Promise<DeliveryReport> {
  const { clock, signal, transport } = run;
  const all = recipients.map((recipient): Pending => ({ ...recipient, recipient }));
  const fresh = all.filter(({ attempts }) => attempts === 0).reverse();
  const retries = all.filter(({ attempts }) => attempts > 0);
  const outcomes = new Map<string, MessageOutcome>();
  let intervalMs = MINUTE_MS / run.ratePerMinute;
  let nextStartMs = 0;
  let failuresInRow = 0;
  let end: DeliveryEnd = { kind: "done" };

  while (end.kind === "done" && fresh.length + retries.length > 0) {
    const dueAtMs = fresh.length > 0 ? 0 : Math.min(...retries.map((retry) => retry.dueAtMs));
    const waitMs = Math.max(nextStartMs, dueAtMs) - clock.now();
    if (waitMs > REST_AFTER_MS) await transport.rest();
    if (waitMs > 0) await clock.sleep(waitMs, signal);
    if (signal.aborted) end = { kind: "interrupted" };
    const pending = signal.aborted ? undefined : (takeDue(retries, clock.now()) ?? fresh.pop());
    if (pending === undefined) continue;

    nextStartMs = clock.now() + intervalMs;
    const result = await attempt(pending, run);
    if (result.kind === "withdrawn") {
      fresh.push(pending);
      end = { kind: "unrecorded", diagnostic: result.diagnostic };
      continue;
    }
    const { answer, outcome, pace, retryAtMs, fault } = result;
    outcomes.set(pending.recipient.key, outcome);
    run.onMessage?.(pending.recipient, outcome, answer);
    if (outcome === "deferred")
      retries.push({ ...pending, attempts: pending.attempts + 1, dueAtMs: retryAtMs });
    if (pace === "slow") intervalMs = Math.min(intervalMs * 2, MINUTE_MS);
    failuresInRow = outcome === "sent" ? 0 : failuresInRow + 1;
    if (fault !== undefined) end = { kind: "unrecorded", diagnostic: fault };
    else if (pace === "stop") end = { kind: "stopped", answer };
    else if (failuresInRow >= run.pauseAfter) end = { kind: "paused", answer };
  }
  return {
    end,
    counts: countsOf(outcomes.values()),
    due: retries,
    untried: fresh.reverse().map(({ recipient }) => recipient),
  };
}

/** Takes what is due again, the longest waiting first. */
function takeDue(retries: Pending[], nowMs: number): Pending | undefined {
  const [first] = retries.filter(({ dueAtMs }) => dueAtMs <= nowMs).sort((a, b) => a.dueAtMs - b.dueAtMs);
  if (first !== undefined) retries.splice(retries.indexOf(first), 1);
  return first;
}

type AttemptResult =
  | { readonly kind: "withdrawn"; readonly diagnostic: Diagnostic }
  | {
      readonly kind: "answered";
      readonly answer: Answer;
      readonly outcome: MessageOutcome;
      readonly pace: Judgement["run"];
      readonly retryAtMs: number;
      /** Why the answer could not be written down; the ledger then holds an attempt without an answer. */
      readonly fault: Diagnostic | undefined;
    };

async function attempt({ recipient, attempts }: Pending, run: DeliveryRun): Promise<AttemptResult> {
  const { ledger, clock, transport } = run;
  const { brief, edition, person } = recipient;
  const message = await run.compose(recipient);
  const record = (state: RecordState, facts: Partial<LedgerRecord> = {}): LedgerRecord => ({
    at: new Date(clock.now()).toISOString(),
    brief,
    edition,
    to: person.normalised,
    state,
    messageId: message.messageId,
    attempt: attempts + 1,
    ...facts,
  });
  let refused: Diagnostic | undefined;
  const answer = await transport.send(
    { from: run.envelopeFrom, to: person.address, bytes: message.bytes },
    async () => {
      refused = await ledger.append(record("attempt"));
      return refused === undefined;
    },
  );
  if (refused !== undefined) return { kind: "withdrawn", diagnostic: refused };
  const { state, run: pace } = judgeAnswer(answer);
  const retryAfter = RETRY_AFTER_MINUTES[attempts];
  const outcome: MessageOutcome = state === "deferred" && retryAfter === undefined ? "given-up" : state;
  const retryAtMs = clock.now() + (retryAfter ?? 0) * MINUTE_MS;
  const fault = await ledger.append(
    record(outcome, {
      response: answer.response,
      ...(answer.kind === "refused" ? { code: answer.code } : {}),
      ...(outcome === "deferred" ? { dueAt: new Date(retryAtMs).toISOString() } : {}),
    }),
  );
  return { kind: "answered", answer, outcome, pace, retryAtMs, fault };
}

function countsOf(outcomes: Iterable<MessageOutcome>): Record<MessageOutcome, number> {
  const counts = { sent: 0, deferred: 0, "given-up": 0, bounced: 0, failed: 0, unknown: 0 };
  for (const outcome of outcomes) counts[outcome] += 1;
  return counts;
}
