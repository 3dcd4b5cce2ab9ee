import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { simpleParser } from "mailparser";
import { describe, expect, test, vi } from "vitest";
import { HOSTILE_LINES } from "./hostile-list.ts";
import { BRIEF, mailProject, SECRETS } from "./mail-project.ts";
import { LOGIN, openMailServer } from "./mail-server.ts";
import { type RunResult, startInProcess } from "./run-in-process.ts";

const LIST =
  "email,name,audience\nann@example.com,Ann,c-level\nbob@example.com,Bob,\ncat@example.com,Cat,marketing\n";
const NOWHERE = { port: 9, cert: "" };

/** Runs in `folder`, with the secrets at hand; whatever is printed, the password is not among it. */
async function brief(folder: string, ...args: string[]): Promise<RunResult> {
  for (const [name, value] of Object.entries(SECRETS)) vi.stubEnv(name, value);
  const run = await startInProcess(args, folder).done;
  vi.unstubAllEnvs();
  const all = run.out + run.err;
  for (const form of [
    LOGIN.password,
    Buffer.from(LOGIN.password).toString("base64"),
    encodeURIComponent(LOGIN.password),
  ]) {
    expect(all).not.toContain(form);
  }
  return run;
}
const send = (folder: string, ...args: string[]) =>
  brief(folder, "send", "weekly.yaml", "--list", "people.csv", "--no-pdf", ...args);
const write = (folder: string, name: string, text: string) => writeFileSync(path.join(folder, name), text);
const codesIn = (out: string): string[] =>
  JSON.parse(out).diagnostics.map(({ code }: { code: string }) => code);

describe("a dry run", () => {
  test("says who would get which edition, sends nothing, and needs no server", async () => {
    const folder = mailProject(NOWHERE);
    write(folder, "people.csv", LIST);
    const { code, out } = await send(folder);
    expect(code).toBe(0);
    for (const text of ["c-level/en  1 message", "all/en  1 message", "marketing/en  1 message"])
      expect(out).toContain(text);
    expect(out).toMatch(/c-level\/en.*\n {2}A brief to be mailed\n {2}ann@example\.com {2}Ann\n/);
    expect(out).toMatch(/Nothing was sent; this was a dry run\. To send them: .*--confirm 3\n$/);
    expect(existsSync(path.join(folder, ".delivery/ledger.jsonl"))).toBe(false);
  });

  test.skipIf(process.platform === "win32")("keeps what it wrote down to its owner", async () => {
    const folder = mailProject(NOWHERE);
    write(folder, "people.csv", LIST);
    await send(folder, "-q");
    expect(statSync(path.join(folder, ".delivery")).mode & 0o777).toBe(0o700);
  });
});

test("what was confirmed is sent: one message a person, each with the edition of their audience", async () => {
  await using server = await openMailServer();
  const folder = mailProject(server);
  write(folder, "people.csv", LIST);
  await send(folder);
  const { code, out, err } = await send(folder, "--confirm", "3");
  expect({ code, out, err: err.replace(/.*warning[\s\S]*?\n\n/g, "") }).toMatchObject({
    code: 0,
    out: "✓ 3 sent\n",
  });
  expect(server.received.map(({ to }) => to).sort()).toEqual([
    ["ann@example.com"],
    ["bob@example.com"],
    ["cat@example.com"],
  ]);
  const mails = await Promise.all(server.received.map(({ raw }) => simpleParser(raw)));
  expect(mails.map(({ to }) => (Array.isArray(to) ? [] : to?.value))).toHaveLength(3);
  expect(mails.every(({ cc, bcc }) => cc === undefined && bcc === undefined)).toBe(true);
  const texts = new Map(
    mails.map((mail) => [Array.isArray(mail.to) ? "" : mail.to?.value[0]?.name, mail.text ?? ""]),
  );
  expect(new Set(texts.values()).size).toBe(3);
  expect(mails[0]?.headers.get("auto-submitted")).toBe("auto-generated");
});

test("a second run sends nobody again, and the ledger says who was sent", async () => {
  await using server = await openMailServer();
  const folder = mailProject(server);
  write(folder, "people.csv", LIST);
  await send(folder);
  await send(folder, "--confirm", "3");
  const again = await send(folder, "--confirm", "3");
  expect(again).toMatchObject({ code: 0, out: "✓ 0 sent, 3 left out as before\n" });
  expect(server.received).toHaveLength(3);

  // An edited comma makes it no other brief, and another audience no other person.
  write(folder, "weekly.yaml", BRIEF.replace("to be mailed", "that was mailed"));
  write(folder, "people.csv", LIST.replace("bob@example.com,Bob,", "BOB@example.com,Bob,c-level"));
  const { out } = await send(folder, "--json");
  const held = JSON.parse(out).held.map(({ email, reason }: { email: string; reason: string }) => [
    email,
    reason,
  ]);
  expect(held).toEqual([
    ["ann@example.com", "sent"],
    ["BOB@example.com", "other-edition"],
    ["cat@example.com", "sent"],
  ]);
  const shown = await brief(folder, "ledger", "weekly.yaml", "--state", "sent");
  expect(shown.out).toMatch(/3 messages: 3 sent\n$/);
});

describe("nothing goes out by accident", () => {
  const cases: {
    name: string;
    change: (folder: string) => void;
    confirm: string;
    finding: string;
  }[] = [
    { name: "another number", change: () => {}, confirm: "4", finding: "delivery-count-differs" },
    {
      name: "a brief that has changed since",
      change: (folder) => write(folder, "weekly.yaml", BRIEF.replace("to be mailed", "of another kind")),
      confirm: "3",
      finding: "delivery-edition-changed",
    },
    {
      name: "somebody new on the list",
      change: (folder) => appendFileSync(path.join(folder, "people.csv"), "dan@example.com,Dan,\n"),
      confirm: "3",
      finding: "delivery-people-differ",
    },
    {
      name: "somebody taken off the list",
      change: (folder) => write(folder, "people.csv", LIST.replace(/cat.*\n/, "")),
      confirm: "3",
      finding: "delivery-people-differ",
    },
    {
      name: "somebody put in another’s place",
      change: (folder) => write(folder, "people.csv", LIST.replace("cat@", "dan@")),
      confirm: "3",
      finding: "delivery-people-differ",
    },
    {
      name: "an error in the brief",
      change: (folder) => write(folder, "weekly.yaml", BRIEF.replace("title:", "titel:")),
      confirm: "3",
      finding: "delivery-brief-refused",
    },
    {
      name: "a faulty line",
      change: (folder) => appendFileSync(path.join(folder, "people.csv"), "dan at example.com,Dan,\n"),
      confirm: "3",
      finding: "list-faulty",
    },
  ];

  test.each(cases)("after a dry run, $name stops it", async ({ change, confirm, finding }) => {
    await using server = await openMailServer();
    const folder = mailProject(server);
    write(folder, "people.csv", LIST);
    await send(folder);
    change(folder);
    const { code, out } = await send(folder, "--confirm", confirm, "--json");
    expect(codesIn(out)).toContain(finding);
    expect(code).not.toBe(0);
    expect(server.received).toEqual([]);
  });

  test("without a dry run there is nothing to confirm", async () => {
    await using server = await openMailServer();
    const folder = mailProject(server);
    write(folder, "people.csv", LIST);
    const { code, out } = await send(folder, "--confirm", "3", "--json");
    expect({ code, codes: codesIn(out) }).toMatchObject({
      code: 2,
      codes: expect.arrayContaining(["delivery-not-approved"]),
    });
    expect(server.received).toEqual([]);
  });

  test("a list without a way to leave it is refused, unless its readers must get the mail", async () => {
    const folder = mailProject(NOWHERE, { unsubscribe: undefined });
    write(folder, "people.csv", LIST);
    const refused = await send(folder, "--json");
    expect(codesIn(refused.out)).toContain("delivery-unsubscribe-missing");
    expect(refused.code).toBe(2);
    expect((await send(folder, "--transactional")).code).toBe(0);
  });

  test("a server that would take mail in the open is refused", async () => {
    const folder = mailProject(NOWHERE, { smtp: { host: "192.0.2.1", port: 25, security: "none" } });
    write(folder, "people.csv", LIST);
    await send(folder);
    const { code, out } = await send(folder, "--confirm", "3", "--json");
    expect({ code, codes: codesIn(out) }).toMatchObject({
      code: 2,
      codes: expect.arrayContaining(["smtp-not-encrypted"]),
    });
  });
});

test("a hostile list sends to the people it should and nobody else, and only when that was asked for", async () => {
  await using server = await openMailServer({ size: 1 << 20 });
  const folder = mailProject(server);
  // A zero byte makes it no text at all, and is refused before anything is read.
  const texts = HOSTILE_LINES.map(({ text }) => text).filter((text) => !text.includes("\0"));
  const lines = ["email,name,audience,locale", ...texts];
  write(folder, "people.csv", `${lines.join("\r\n")}\r\n`);
  const good = HOSTILE_LINES.flatMap(({ address }) => address ?? []);
  expect((await send(folder)).code).toBe(1);
  const dry = await send(folder, "--skip-faulty", "--json");
  expect(
    JSON.parse(dry.out)
      .recipients.map(({ email }: { email: string }) => email)
      .sort(),
  ).toEqual([...good].sort());
  const count = String(good.length);
  expect((await send(folder, "--confirm", count)).code).toBe(1);
  expect(server.received).toEqual([]);
  expect((await send(folder, "--skip-faulty", "--confirm", count)).code).toBe(0);
  const envelopes = server.received.map(({ to }) => to);
  expect(envelopes.every((to) => to.length === 1)).toBe(true);
  expect(envelopes).toHaveLength(good.length);
  const all = server.received.map(({ raw, to }) => `${raw.split("\r\n\r\n")[0]} ${to}`).join("\n");
  expect(all).not.toMatch(/evil|^Bcc/im);
}, 240_000);

test("whom the suppression list names is left out, in whatever letters", async () => {
  const folder = mailProject(NOWHERE, { suppressed: "gone.csv" });
  write(folder, "people.csv", LIST);
  write(folder, "gone.csv", "email\nBOB@Example.COM\n");
  const { out } = await send(folder, "--json");
  expect(JSON.parse(out)).toMatchObject({
    recipients: [{ email: "ann@example.com" }, { email: "cat@example.com" }],
    held: [{ email: "bob@example.com", reason: "suppressed" }],
  });
});

test("a suppression list that cannot be read stops everything", async () => {
  const folder = mailProject(NOWHERE, { suppressed: "gone.csv" });
  write(folder, "people.csv", LIST);
  const { code, out } = await send(folder, "--json");
  expect({ code, codes: codesIn(out) }).toMatchObject({
    code: 2,
    codes: expect.arrayContaining(["file-missing"]),
  });
});

test("who bounced is not written to again, for another brief either", async () => {
  await using server = await openMailServer();
  server.faults.recipient = (address) => (address.startsWith("bob@") ? 550 : undefined);
  const folder = mailProject(server);
  write(folder, "people.csv", LIST);
  await send(folder);
  const { out } = await send(folder, "--confirm", "3", "--json");
  expect(JSON.parse(out)).toMatchObject({ counts: { sent: 2, bounced: 1 }, end: "done" });
  write(folder, "other.yaml", BRIEF);
  const other = await brief(folder, "send", "other.yaml", "--list", "people.csv", "--no-pdf", "--json");
  expect(JSON.parse(other.out)).toMatchObject({ held: [{ email: "bob@example.com", reason: "bounced" }] });
});

test("a message whose answer was lost is listed, and sent again only by name", async () => {
  await using server = await openMailServer();
  server.faults.dot = (address) => (address.startsWith("bob@") ? "drop" : undefined);
  const folder = mailProject(server);
  write(folder, "people.csv", LIST);
  await send(folder);
  const first = await send(folder, "--confirm", "3", "--json");
  expect(JSON.parse(first.out)).toMatchObject({ counts: { sent: 2, unknown: 1 } });
  delete server.faults.dot;
  await send(folder, "--confirm", "3");
  expect(server.received).toHaveLength(3);

  const dry = await send(folder);
  expect(dry.err).toContain("Nobody can say whether this person has the message: bob@example.com");
  const wrong = await send(folder, "--retry-unknown", "ann@example.com", "--json");
  expect(codesIn(wrong.out)).toContain("delivery-not-unknown");
  await send(folder, "--retry-unknown", "bob@example.com");
  const again = await send(folder, "--retry-unknown", "bob@example.com", "--confirm", "1");
  expect(again).toMatchObject({ code: 0, out: "✓ 1 sent, 2 left out as before\n" });
  const ids = server.received
    .filter(({ to }) => to[0] === "bob@example.com")
    .map(({ raw }) => /^Message-ID.*/m.exec(raw)?.[0]);
  expect(new Set(ids).size).toBe(1);
});

test.each([
  { name: "a refused login", fault: { login: 535 }, finding: "smtp-unreachable" },
  { name: "a refused message", fault: { dot: 552 }, finding: "delivery-stopped" },
  { name: "failures in a row", fault: { recipient: 550 }, finding: "delivery-paused" },
] as const)("$name ends the run with exit code 3, and the next one goes on", async ({ fault, finding }) => {
  await using server = await openMailServer();
  Object.assign(server.faults, fault);
  const folder = mailProject(server, { pauseAfter: 2 });
  write(folder, "people.csv", LIST);
  await send(folder);
  const { code, out } = await send(folder, "--confirm", "3", "--json");
  expect({ code, codes: codesIn(out) }).toMatchObject({ code: 3, codes: expect.arrayContaining([finding]) });
  for (const stage of Object.keys(fault)) delete server.faults[stage as keyof typeof fault];
  const next = await send(folder, "--confirm", "3", "--json");
  expect(JSON.parse(next.out)).toMatchObject({ ok: true, end: "done" });
});

test.skipIf(process.platform === "win32")(
  "Ctrl-C finishes the message at hand and says what is left",
  async () => {
    await using server = await openMailServer();
    server.answerAfterMs = () => 100;
    const folder = mailProject(server);
    const people = Array.from({ length: 50 }, (_, index) => `p${index}@example.com`);
    write(folder, "people.csv", `email\n${people.join("\n")}\n`);
    await send(folder);
    const args = ["send", "weekly.yaml", "--list", "people.csv", "--no-pdf", "--json", "--confirm", "50"];
    for (const [name, value] of Object.entries(SECRETS)) vi.stubEnv(name, value);
    const { interrupt, done } = startInProcess(args, folder);
    while (server.received.length < 3) await wait(5);
    interrupt();
    const { code, out } = await done;
    expect(code).toBe(130);
    const result = JSON.parse(out);
    expect(result).toMatchObject({
      end: "interrupted",
      counts: { unknown: 0, sent: server.received.length },
    });
    expect(codesIn(out)).toContain("delivery-unfinished");
  },
);

test("two runs at once send nobody twice: the second is refused", async () => {
  await using server = await openMailServer();
  server.answerAfterMs = () => 1500;
  const folder = mailProject(server);
  write(folder, "people.csv", LIST);
  await send(folder);
  const args = ["send", "weekly.yaml", "--list", "people.csv", "--no-pdf", "--json", "--confirm", "3"];
  for (const [name, value] of Object.entries(SECRETS)) vi.stubEnv(name, value);
  const first = startInProcess(args, folder);
  while (server.connections() === 0) await wait(5);
  const second = await send(folder, "--confirm", "3", "--json");
  expect({ code: second.code, codes: codesIn(second.out) }).toMatchObject({
    code: 3,
    codes: expect.arrayContaining(["ledger-locked"]),
  });
  expect((await first.done).code).toBe(0);
  expect(server.received).toHaveLength(3);
});

test("--to-self sends every edition to one address, and the ledger knows nothing of it", async () => {
  await using server = await openMailServer();
  const folder = mailProject(server);
  const run = await brief(folder, "send", "weekly.yaml", "--to-self", "me@example.com", "--no-pdf");
  expect(run).toMatchObject({ code: 0 });
  expect(server.received.map(({ to }) => to)).toEqual([
    ["me@example.com"],
    ["me@example.com"],
    ["me@example.com"],
  ]);
  expect(existsSync(path.join(folder, ".delivery"))).toBe(false);
  const outside = mailProject(server, { allowedDomains: ["brief.test"] });
  const refused = await brief(
    outside,
    "send",
    "weekly.yaml",
    "--to-self",
    "me@example.com",
    "--no-pdf",
    "--json",
  );
  expect(codesIn(refused.out)).toContain("delivery-domain-refused");
});

describe("secrets", () => {
  test("come from a file of their owner’s alone", async () => {
    await using server = await openMailServer();
    const smtp = {
      host: "127.0.0.1",
      port: server.port,
      caFile: "ca.pem",
      user: LOGIN.user,
      passwordFile: "password",
    };
    const folder = mailProject(server, { smtp });
    const self = () =>
      startInProcess(["send", "weekly.yaml", "--to-self", "me@example.com", "--no-pdf", "--json"], folder)
        .done;
    writeFileSync(path.join(folder, "password"), `${LOGIN.password}\n`, { mode: 0o600 });
    expect((await self()).code).toBe(0);
  });

  test.skipIf(process.platform === "win32")("are refused from a file that others may read", async () => {
    const smtp = { host: "127.0.0.1", port: 9, user: LOGIN.user, passwordFile: "password" };
    const folder = mailProject(NOWHERE, { smtp });
    writeFileSync(path.join(folder, "password"), LOGIN.password, { mode: 0o644 });
    const args = ["send", "weekly.yaml", "--to-self", "me@example.com", "--no-pdf", "--json"];
    const { code, out, err } = await startInProcess(args, folder).done;
    expect({ code, codes: codesIn(out) }).toMatchObject({
      code: 2,
      codes: expect.arrayContaining(["secret-open"]),
    });
    expect(out + err).not.toContain(LOGIN.password);
  });

  test("are not among what is written", async () => {
    await using server = await openMailServer();
    server.faults.recipient = 550;
    const folder = mailProject(server);
    write(folder, "people.csv", LIST);
    await send(folder);
    await send(folder, "--confirm", "3");
    for (const name of readdirSync(path.join(folder, ".delivery"))) {
      expect(readFileSync(path.join(folder, ".delivery", name), "utf8")).not.toContain(LOGIN.password);
    }
  });
});

describe("brief ledger", () => {
  test("shows, filters and exports where messages stand", async () => {
    const record = (to: string, state: string, more = {}) =>
      JSON.stringify({
        at: "2025-02-03T08:00:00.000Z",
        brief: "weekly",
        edition: "all/en",
        to,
        state,
        ...more,
      });
    const folder = mailProject(NOWHERE);
    mkdirSync(path.join(folder, ".delivery"));
    const response = "=cmd|' /C calc'!A0";
    write(
      folder,
      ".delivery/ledger.jsonl",
      [
        record("a@x.test", "attempt"),
        record("a@x.test", "sent"),
        record("b@x.test", "bounced", { code: 550, response }),
        record("c@x.test", "attempt"),
        "",
      ].join("\n"),
    );
    const all = await brief(folder, "ledger");
    expect(all).toMatchObject({ code: 0, err: "" });
    expect(all.out).toMatch(/3 messages: 1 sent, 1 bounced, 1 unknown\n$/);
    const one = await brief(folder, "ledger", "weekly.yaml", "--to", "C@X.test", "--json");
    expect(JSON.parse(one.out).messages).toMatchObject([{ to: "c@x.test", state: "unknown" }]);
    await brief(folder, "ledger", "--state", "bounced", "--export", "out.csv");
    expect(readFileSync(path.join(folder, "out.csv"), "utf8")).toContain(`"'${response}"`);
    expect(readFileSync(path.join(folder, "out.csv"), "utf8")).not.toContain("a@x.test");
  });

  test("of a project that never sent anything is empty", async () => {
    expect(await brief(mailProject(NOWHERE), "ledger")).toEqual({ code: 0, out: "0 messages\n", err: "" });
  });
});
