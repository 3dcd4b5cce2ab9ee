import { expect, test } from "vitest";
import { judgeAnswer } from "../../src/delivery/judge-answer.ts";
import { openSmtpTransport } from "../../src/delivery/smtp-transport.ts";
import { type Fault, type FaultStage, LOGIN, type MailServer, openMailServer } from "./mail-server.ts";

const SMALL = Buffer.from("Subject: Test\r\n\r\nA short message.\r\n");
/** More than fits the buffers between two processes, so that the server sees its beginning before its end is written. */
const LARGE = Buffer.concat([
  SMALL,
  Buffer.alloc(16 * 1024 ** 2, "A line of text that goes on and on and on.\r\n"),
]);

interface Case {
  readonly name: string;
  readonly stage: FaultStage;
  readonly fault: Fault;
  readonly state: string;
  readonly run?: string;
  readonly bytes?: Buffer;
}

const CASES: readonly Case[] = [
  { name: "a server that turns away with 421", stage: "connect", fault: 421, state: "deferred", run: "slow" },
  { name: "a server that turns away for good", stage: "connect", fault: 554, state: "failed", run: "stop" },
  { name: "a connection lost at the greeting", stage: "connect", fault: "drop", state: "deferred" },
  { name: "silence at the greeting", stage: "connect", fault: "hang", state: "deferred" },
  { name: "a refused login", stage: "login", fault: 535, state: "failed", run: "stop" },
  { name: "a login that fails for now", stage: "login", fault: 454, state: "failed", run: "stop" },
  { name: "a connection lost at the login", stage: "login", fault: "drop", state: "deferred" },
  { name: "a sender refused for now", stage: "sender", fault: 451, state: "deferred" },
  { name: "a sender refused for good", stage: "sender", fault: 550, state: "failed", run: "stop" },
  { name: "421 at the sender", stage: "sender", fault: 421, state: "deferred", run: "slow" },
  { name: "a connection lost at the sender", stage: "sender", fault: "drop", state: "deferred" },
  { name: "silence at the sender", stage: "sender", fault: "hang", state: "deferred" },
  { name: "a recipient refused for now", stage: "recipient", fault: 450, state: "deferred" },
  { name: "a recipient refused for good", stage: "recipient", fault: 550, state: "bounced" },
  { name: "a recipient who has moved", stage: "recipient", fault: 551, state: "bounced" },
  { name: "421 at the recipient", stage: "recipient", fault: 421, state: "deferred", run: "slow" },
  { name: "a connection lost at the recipient", stage: "recipient", fault: "drop", state: "deferred" },
  { name: "silence at the recipient", stage: "recipient", fault: "hang", state: "deferred" },
  {
    name: "a connection lost within the message",
    stage: "half",
    fault: "drop",
    state: "deferred",
    bytes: LARGE,
  },
  { name: "a message refused for now", stage: "dot", fault: 451, state: "deferred" },
  { name: "a message refused for good", stage: "dot", fault: 552, state: "failed", run: "stop" },
  { name: "421 after the message", stage: "dot", fault: 421, state: "deferred", run: "slow" },
  { name: "a connection lost after the message", stage: "dot", fault: "drop", state: "unknown" },
  { name: "silence after the message", stage: "dot", fault: "hang", state: "unknown" },
  {
    name: "a connection lost after a large message",
    stage: "dot",
    fault: "drop",
    state: "unknown",
    bytes: LARGE,
  },
];

const reach = (server: MailServer) =>
  openSmtpTransport({
    host: "127.0.0.1",
    port: server.port,
    security: "starttls",
    authority: server.cert,
    ...LOGIN,
    silenceMs: 700,
  });

test.each(CASES)("$name makes it $state", async ({ stage, fault, state, run = "go-on", bytes = SMALL }) => {
  await using server = await openMailServer({ size: 32 * 1024 ** 2 });
  await using transport = reach(server);
  server.faults[stage] = fault;
  const answer = await transport.send(
    { from: "brief@example.com", to: "ann@example.com", bytes },
    async () => true,
  );
  expect(judgeAnswer(answer)).toEqual({ state, run });
  // What is not unknown was not taken, and what may be sent again must not have been.
  expect(server.received).toHaveLength(state === "unknown" ? 1 : 0);

  delete server.faults[stage];
  const next = await transport.send(
    { from: "brief@example.com", to: "bob@example.com", bytes: SMALL },
    async () => true,
  );
  expect(next.kind).toBe("accepted");
  expect(server.received.at(-1)?.to).toEqual(["bob@example.com"]);
});

test("a message of any length lost after its final dot is unknown", async () => {
  await using server = await openMailServer();
  await using transport = reach(server);
  server.faults.dot = "drop";
  // Around the size at which the library’s log is late: the dot fills the socket’s buffer to the brim.
  for (let length = 16_376; length <= 16_386; length += 1) {
    const bytes = Buffer.concat([SMALL, Buffer.alloc(length - SMALL.length, "A line that fills space.\r\n")]);
    const answer = await transport.send(
      { from: "brief@example.com", to: "ann@example.com", bytes },
      async () => true,
    );
    expect({ length, state: judgeAnswer(answer).state }).toEqual({ length, state: "unknown" });
  }
});
