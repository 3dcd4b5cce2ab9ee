import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { type Clock, type DeliveryRun, deliver } from "../../src/delivery/deliver.ts";
import { openLedger } from "../../src/delivery/ledger.ts";
import type { LedgerRecord } from "../../src/delivery/ledger-record.ts";
import { messageStates } from "../../src/delivery/ledger-states.ts";
import { planDelivery } from "../../src/delivery/plan-delivery.ts";
import type { Answer } from "../../src/delivery/transport.ts";
import { folderOf } from "../render/folder-of.ts";
import { ACCEPTED, openFakeTransport } from "./fake-transport.ts";
import { samplePerson, sampleRecipient } from "./sample-people.ts";

const MINUTE = 60_000;
const LATER: Answer = { kind: "refused", stage: "recipient", code: 450, response: "450 Not now" };
const BUSY: Answer = { kind: "refused", stage: "busy", code: 421, response: "421 Too many" };
const NOBODY: Answer = { kind: "refused", stage: "recipient", code: 550, response: "550 Nobody" };
const TOO_LARGE: Answer = { kind: "refused", stage: "content", code: 552, response: "552 Too large" };
const LOST: Answer = { kind: "lost", isComplete: true, response: "Connection closed" };

/** A clock that never waits, and remembers for how long it would have. */
function openClock(): Clock & { readonly waits: number[] } {
  let nowMs = Date.UTC(2025, 1, 3);
  const waits: number[] = [];
  return {
    waits,
    now: () => nowMs,
    sleep: async (milliseconds) => {
      waits.push(milliseconds);
      nowMs += milliseconds;
    },
  };
}

async function run(
  addresses: readonly string[],
  answer: (to: string, before: number) => Answer,
  changes: Partial<DeliveryRun> = {},
) {
  const file = path.join(folderOf({}), "ledger.jsonl");
  const opened = await openLedger(file, { processId: 1, host: "here", isRunning: () => true });
  if (!opened.ok) throw new Error("The ledger did not open.");
  await using ledger = opened.value;
  const transport = openFakeTransport(answer);
  const clock = openClock();
  const report = await deliver(
    addresses.map((address) => sampleRecipient(address)),
    {
      transport,
      ledger,
      clock,
      envelopeFrom: "brief@example.com",
      compose: async ({ key }) => ({ messageId: `<${key}>`, bytes: Buffer.from("A message") }),
      ratePerMinute: 6000,
      pauseAfter: 100,
      signal: new AbortController().signal,
      ...changes,
    },
  );
  const lines = readFileSync(file, "utf8").split("\n").slice(0, -1);
  const records = lines.map((line) => JSON.parse(line) as LedgerRecord);
  return { report, transport, clock, records, states: records.map(({ state, to }) => `${to} ${state}`) };
}

test("each attempt is written down before the server can have the message, and each answer after it", async () => {
  const { states, report } = await run(["a@x.test", "b@x.test"], (to) =>
    to === "b@x.test" ? NOBODY : ACCEPTED,
  );
  expect(states).toEqual(["a@x.test attempt", "a@x.test sent", "b@x.test bounced"]);
  expect(report).toMatchObject({
    end: { kind: "done" },
    counts: { sent: 1, bounced: 1 },
    due: [],
    untried: [],
  });
});

test("who is put off is tried again after 1, 5 and 30 minutes, and then given up", async () => {
  const { report, clock, transport, records } = await run(["a@x.test"], () => LATER);
  expect(transport.tried).toHaveLength(4);
  expect(clock.waits.filter((wait) => wait > 1000)).toEqual([MINUTE, 5 * MINUTE, 30 * MINUTE]);
  expect(report.counts).toMatchObject({ "given-up": 1, deferred: 0 });
  expect(records.map(({ state }) => state)).toEqual(["deferred", "deferred", "deferred", "given-up"]);
  // A server would throw out a client that is silent for so long.
  expect(transport.rests()).toBe(3);
});

test("who is put off does not hold up the others", async () => {
  const { transport } = await run(["a@x.test", "b@x.test", "c@x.test"], (to, before) =>
    to === "a@x.test" && before === 0 ? LATER : ACCEPTED,
  );
  expect(transport.tried).toEqual(["a@x.test", "b@x.test", "c@x.test", "a@x.test"]);
});

test("a message that may have arrived is never tried again", async () => {
  const { transport, report } = await run(["a@x.test"], () => LOST);
  expect(transport.tried).toEqual(["a@x.test"]);
  expect(report.counts).toMatchObject({ unknown: 1 });
});

test("a refusal of what every message has stops the run at once", async () => {
  const { transport, report } = await run(["a@x.test", "b@x.test"], () => TOO_LARGE);
  expect(transport.tried).toEqual(["a@x.test"]);
  expect(report).toMatchObject({ end: { kind: "stopped", answer: TOO_LARGE }, counts: { failed: 1 } });
  expect(report.untried.map(({ person }) => person.address)).toEqual(["b@x.test"]);
});

test("many failures in a row pause the run; one success in between does not let them add up", async () => {
  const people = ["a", "b", "c", "d", "e", "f", "g"].map((name) => `${name}@x.test`);
  const { report, transport } = await run(people, (to) => (to.startsWith("c") ? ACCEPTED : NOBODY), {
    pauseAfter: 3,
  });
  expect(transport.tried).toEqual(people.slice(0, 6));
  expect(report).toMatchObject({ end: { kind: "paused" }, counts: { bounced: 5, sent: 1 } });
});

test("no more messages leave in a minute than are allowed", async () => {
  const { clock } = await run(["a@x.test", "b@x.test", "c@x.test"], () => ACCEPTED, { ratePerMinute: 30 });
  expect(clock.waits).toEqual([2000, 2000]);
});

test("a server that asks for patience gets it", async () => {
  const { clock } = await run(
    ["a@x.test", "b@x.test", "c@x.test"],
    (to, before) => (to === "a@x.test" && before === 0 ? BUSY : ACCEPTED),
    { ratePerMinute: 60 },
  );
  expect(clock.waits.slice(0, 2)).toEqual([1000, 2000]);
});

test("a run that is to stop finishes the message at hand and says what is due", async () => {
  const controller = new AbortController();
  const { report, transport, states } = await run(
    ["a@x.test", "b@x.test", "c@x.test"],
    (to) => {
      if (to === "b@x.test") controller.abort();
      return to === "a@x.test" ? LATER : ACCEPTED;
    },
    { signal: controller.signal },
  );
  expect(transport.tried).toEqual(["a@x.test", "b@x.test"]);
  expect(states.at(-1)).toBe("b@x.test sent");
  expect(report.end.kind).toBe("interrupted");
  expect(report.due.map(({ recipient }) => recipient.person.address)).toEqual(["a@x.test"]);
  expect(report.untried.map(({ person }) => person.address)).toEqual(["c@x.test"]);
});

test("what cannot be written down is not sent", async () => {
  const full = {
    records: [],
    append: async () =>
      ({ code: "ledger-unusable", severity: "error", cause: "environment", message: "Full." }) as const,
    [Symbol.asyncDispose]: async () => {},
  };
  const { report, transport } = await run(["a@x.test"], () => ACCEPTED, { ledger: full });
  expect(transport.accepted).toEqual([]);
  expect(report).toMatchObject({ end: { kind: "unrecorded", diagnostic: { code: "ledger-unusable" } } });
  expect(report.untried).toHaveLength(1);
});

test("a run goes on where the last one stopped: attempts and waits count on", async () => {
  const at = "2025-02-03T00:00:00.000Z";
  const dueAt = "2025-02-03T00:05:00.000Z";
  const of = (to: string) => ({ at, brief: "weekly", edition: "all/en", to });
  const records: LedgerRecord[] = [
    { ...of("a@x.test"), state: "deferred" },
    { ...of("a@x.test"), state: "attempt" },
    { ...of("a@x.test"), state: "deferred", dueAt },
    { ...of("b@x.test"), state: "attempt" },
    { ...of("c@x.test"), state: "attempt" },
    { ...of("c@x.test"), state: "sent" },
    { ...of("d@x.test"), state: "attempt" },
    { ...of("d@x.test"), state: "failed" },
  ];
  const people = ["a", "b", "c", "d", "e"].map((name) => samplePerson(`${name}@x.test`));
  const plan = planDelivery(people, "weekly", messageStates(records), new Set());
  expect(plan.recipients.map(({ person, attempts, dueAtMs }) => [person.address, attempts, dueAtMs])).toEqual(
    [
      ["a@x.test", 2, Date.parse(dueAt)],
      ["d@x.test", 0, 0],
      ["e@x.test", 0, 0],
    ],
  );
  expect(plan.held.map(({ person, reason }) => [person.address, reason])).toEqual([
    ["b@x.test", "unknown"],
    ["c@x.test", "sent"],
  ]);
});
