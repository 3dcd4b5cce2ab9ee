import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { type LedgerRecord, parseRecord } from "../../src/delivery/ledger-record.ts";
import { messageStates } from "../../src/delivery/ledger-states.ts";
import { useBriefProgram } from "../cli/brief-program.ts";
import { mailProject, SECRETS } from "./mail-project.ts";
import { openMailServer } from "./mail-server.ts";

/** `vitest --mode soak` runs the whole of it. */
const { people: PEOPLE, kills: KILLS } =
  import.meta.env.MODE === "soak" ? { people: 1000, kills: 20 } : { people: 120, kills: 3 };

const program = useBriefProgram();

// Windows has no signal that cannot be caught, and its files other locks.
test.skipIf(process.platform === "win32")(
  `${PEOPLE} people are each sent at most once by a run that is killed ${KILLS} times`,
  async () => {
    const begun = new Set<string>();
    await using server = await openMailServer({ size: 1 << 20 });
    // The answer takes a moment, so that some kills fall between the message and its answer.
    server.faults.data = (address) => {
      begun.add(address);
      return undefined;
    };
    server.answerAfterMs = () => Math.random() * 6;
    const folder = mailProject(server);
    const addresses = Array.from({ length: PEOPLE }, (_, index) => `p${index}@example.com`);
    writeFileSync(path.join(folder, "people.csv"), `email\n${addresses.join("\n")}\n`);
    const args = ["send", "weekly.yaml", "--list", "people.csv", "--no-pdf", "--json"];
    const confirm = [...args, "--confirm", String(PEOPLE)];
    const dry = await program.run(args, { folder });
    expect(JSON.parse(dry.out)).toMatchObject({ ok: true, mode: "dry-run" });
    expect(server.received).toEqual([]);

    for (let kill = 1; kill <= KILLS; kill += 1) {
      const { process: child, done } = program.start(confirm, { folder, env: SECRETS });
      let hasEnded = false;
      void done.then(() => {
        hasEnded = true;
      });
      const target = Math.floor((PEOPLE * (kill - Math.random())) / (KILLS + 1));
      while (server.received.length < target && !hasEnded) await wait(1);
      await wait(Math.random() * 12);
      child.kill("SIGKILL");
      const { out, code } = await done;
      expect({ kill, out, code }).toEqual({ kill, out: "", code: null });
    }
    const last = await program.run(confirm, { folder, env: SECRETS });
    const result = JSON.parse(last.out);
    expect(result).toMatchObject({ ok: true, mode: "sent", end: "done" });

    const records = readFileSync(path.join(folder, ".delivery/ledger.jsonl"), "utf8")
      .split("\n")
      .slice(0, -1)
      .map((line) => parseRecord(line) as LedgerRecord);
    const states = [...messageStates(records).values()];
    const inState = (state: string) => states.filter((status) => status.state === state).map(({ to }) => to);
    const received = server.received.flatMap(({ to }) => to);
    const unknown = inState("unknown");

    expect(received.length, "somebody was sent twice").toBe(new Set(received).size);
    expect(
      inState("sent").filter((to) => !received.includes(to)),
      "somebody is not sent, but lost",
    ).toEqual([]);
    expect([...inState("sent"), ...unknown].sort()).toEqual([...addresses].sort());
    expect(
      unknown.filter((to) => !begun.has(to)),
      "the server knows nothing of it",
    ).toEqual([]);
    expect(unknown.length).toBeLessThanOrEqual(KILLS);
    expect(received.filter((to) => !inState("sent").includes(to) && !unknown.includes(to))).toEqual([]);
    const arrived = unknown.filter((to) => received.includes(to));
    if (import.meta.env.MODE === "soak")
      process.stderr.write(`${unknown.length} of ${PEOPLE} unknown, ${arrived.length} of them arrived\n`);
  },
);
