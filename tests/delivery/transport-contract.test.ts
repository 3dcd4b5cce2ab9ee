import { domainToASCII } from "node:url";
import { describe, expect, test } from "vitest";
import { openSmtpTransport } from "../../src/delivery/smtp-transport.ts";
import type { Answer, Transport } from "../../src/delivery/transport.ts";
import { ACCEPTED, openFakeTransport } from "./fake-transport.ts";
import { LOGIN, openMailServer } from "./mail-server.ts";

/** What every transport keeps to, and what arrived at its other end. */
interface Opened extends AsyncDisposable {
  readonly transport: Transport;
  readonly arrived: () => { from: string; to: readonly string[]; body: string }[];
}

const OPENERS: Record<string, () => Promise<Opened>> = {
  fake: async () => {
    const bounce: Answer = { kind: "refused", stage: "recipient", code: 550, response: "550 No such person" };
    const transport = openFakeTransport((to) => (to.startsWith("nobody@") ? bounce : ACCEPTED));
    return {
      transport,
      arrived: () =>
        transport.accepted.map(({ from, to, bytes }) => ({ from, to: [to], body: bytes.toString() })),
      [Symbol.asyncDispose]: () => transport[Symbol.asyncDispose](),
    };
  },
  SMTP: async () => {
    const server = await openMailServer();
    server.faults.recipient = (address) => (address.startsWith("nobody@") ? 550 : undefined);
    const { port, cert } = server;
    const transport = openSmtpTransport({
      host: "127.0.0.1",
      port,
      security: "starttls",
      authority: cert,
      ...LOGIN,
    });
    return {
      transport,
      arrived: () => server.received.map(({ from, to, raw }) => ({ from, to, body: raw })),
      [Symbol.asyncDispose]: async () => {
        await transport[Symbol.asyncDispose]();
        await server[Symbol.asyncDispose]();
      },
    };
  },
};

const GO = async () => true;
const message = (to: string) => ({
  from: "brief@example.com",
  to,
  bytes: Buffer.from(`To: ${to}\r\n\r\nHello\r\n`),
});

describe.each(Object.entries(OPENERS))("the %s transport", (_name, open) => {
  test("hands each message over to one person, whole", async () => {
    await using opened = await open();
    for (const to of ["ann@example.com", "bob@example.com"]) {
      expect(await opened.transport.send(message(to), GO)).toMatchObject({ kind: "accepted" });
    }
    expect(opened.arrived()).toEqual([
      { from: "brief@example.com", to: ["ann@example.com"], body: "To: ann@example.com\r\n\r\nHello\r\n" },
      { from: "brief@example.com", to: ["bob@example.com"], body: "To: bob@example.com\r\n\r\nHello\r\n" },
    ]);
  });

  test("says who is refused, in the server’s words, and goes on with the next", async () => {
    await using opened = await open();
    const refused = await opened.transport.send(message("nobody@example.com"), GO);
    expect(refused).toMatchObject({ kind: "refused", stage: "recipient", code: 550 });
    expect(await opened.transport.send(message("ann@example.com"), GO)).toMatchObject({ kind: "accepted" });
    expect(opened.arrived().map(({ to }) => to)).toEqual([["ann@example.com"]]);
  });

  test("asks before the server can have a message, and withdraws it when it is told to", async () => {
    await using opened = await open();
    const arrivedBefore: number[] = [];
    const answer = await opened.transport.send(message("ann@example.com"), async () => {
      arrivedBefore.push(opened.arrived().length);
      return false;
    });
    expect(answer).toMatchObject({ kind: "lost", isComplete: false });
    await opened.transport.send(message("bob@example.com"), async () => {
      arrivedBefore.push(opened.arrived().length);
      return true;
    });
    expect(arrivedBefore).toEqual([0, 0]);
    expect(opened.arrived().map(({ to }) => to)).toEqual([["bob@example.com"]]);
  });

  test("does not ask for a message that is refused before it is sent", async () => {
    await using opened = await open();
    let asked = 0;
    await opened.transport.send(message("nobody@example.com"), async () => {
      asked += 1;
      return true;
    });
    expect(asked).toBe(0);
  });

  test("can be opened first, rested in between and closed twice", async () => {
    await using opened = await open();
    expect(await opened.transport.open()).toBeUndefined();
    await opened.transport.send(message("ann@example.com"), GO);
    await opened.transport.rest();
    await opened.transport.rest();
    await opened.transport.send(message("bob@example.com"), GO);
    await opened.transport[Symbol.asyncDispose]();
    await opened.transport[Symbol.asyncDispose]();
    expect(opened.arrived()).toHaveLength(2);
  });

  test("gives a server addresses beyond ASCII", async () => {
    await using opened = await open();
    expect(await opened.transport.send(message("jörg@xn--bcher-kva.example"), GO)).toMatchObject({
      kind: "accepted",
    });
    // The server may show the domain in either of its forms.
    const [to = ""] = opened.arrived().flatMap((one) => one.to);
    expect([to.split("@")[0], domainToASCII(to.split("@")[1] ?? "")]).toEqual([
      "jörg",
      "xn--bcher-kva.example",
    ]);
  });
});

describe("the SMTP transport", () => {
  const settings = { host: "127.0.0.1", security: "starttls" as const, silenceMs: 2000 };

  test("encrypts before it logs in", async () => {
    await using server = await openMailServer();
    await using transport = openSmtpTransport({
      ...settings,
      port: server.port,
      authority: server.cert,
      ...LOGIN,
    });
    await transport.send(message("ann@example.com"), GO);
    expect(server.received.map(({ isEncrypted }) => isEncrypted)).toEqual([true]);
  });

  test("refuses a server that does not encrypt", async () => {
    await using server = await openMailServer({ hideSTARTTLS: true, disabledCommands: ["STARTTLS"] });
    await using transport = openSmtpTransport({ ...settings, port: server.port, ...LOGIN });
    expect(await transport.open()).toMatchObject({ kind: "refused", stage: "tls" });
    expect(server.received).toEqual([]);
  });

  test("refuses a certificate that nobody vouches for", async () => {
    await using server = await openMailServer();
    await using transport = openSmtpTransport({ ...settings, port: server.port, ...LOGIN });
    expect(await transport.open()).toMatchObject({ kind: "refused", stage: "tls" });
  });

  test("does without encryption on this machine alone", async () => {
    await using server = await openMailServer({ authOptional: true, disabledCommands: ["STARTTLS"] });
    await using transport = openSmtpTransport({ ...settings, security: "none", port: server.port });
    expect(await transport.send(message("ann@example.com"), GO)).toMatchObject({ kind: "accepted" });
    expect(() => openSmtpTransport({ ...settings, security: "none", host: "192.0.2.1", port: 25 })).toThrow();
  });

  test("never repeats the password, even if the server does", async () => {
    await using server = await openMailServer();
    const login = { user: LOGIN.user, password: `not ${LOGIN.password}` };
    await using transport = openSmtpTransport({
      ...settings,
      port: server.port,
      authority: server.cert,
      ...login,
    });
    const refused = await transport.open();
    expect(refused).toMatchObject({
      kind: "refused",
      stage: "login",
      code: 535,
      response: "535 No such login: ***",
    });
  });

  test("opens a new session after a hundred messages", async () => {
    await using server = await openMailServer();
    await using transport = openSmtpTransport({
      ...settings,
      port: server.port,
      authority: server.cert,
      ...LOGIN,
    });
    for (let count = 0; count < 101; count += 1) await transport.send(message(`p${count}@example.com`), GO);
    expect(server.received).toHaveLength(101);
    expect(server.connections()).toBe(2);
  });
});
