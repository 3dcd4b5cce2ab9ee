import { appendFileSync, existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { type Ledger, openLedger, readLedger } from "../../src/delivery/ledger.ts";
import type { LockOwner } from "../../src/delivery/ledger-lock.ts";
import { type LedgerRecord, parseRecord } from "../../src/delivery/ledger-record.ts";
import { messageStates } from "../../src/delivery/ledger-states.ts";
import { ledgerTable } from "../../src/delivery/ledger-table.ts";
import { folderOf } from "../render/folder-of.ts";

const owner = (processId: number, running: readonly number[] = [processId], host = "here"): LockOwner => ({
  processId,
  host,
  isRunning: (id) => running.includes(id),
});

const record = (to: string, state: LedgerRecord["state"]): LedgerRecord => ({
  at: "2025-02-03T08:00:00.000Z",
  brief: "weekly",
  edition: "all/en",
  to,
  state,
});

async function opened(file: string, by = owner(1)): Promise<Ledger> {
  const ledger = await openLedger(file, by);
  if (ledger.ok) return ledger.value;
  throw new Error(ledger.diagnostics.map(({ code }) => code).join());
}

test("what was appended is read back, by a later run too", async () => {
  const file = path.join(folderOf({}), "deep/ledger.jsonl");
  {
    await using ledger = await opened(file);
    await ledger.append(record("a@x.test", "attempt"));
    await ledger.append(record("a@x.test", "sent"));
  }
  await using again = await opened(file);
  expect(again.records.map(({ state }) => state)).toEqual(["attempt", "sent"]);
  expect(await readLedger(file)).toMatchObject({ ok: true, value: again.records });
});

test.skipIf(process.platform === "win32")("nobody but its owner may read it", async () => {
  const file = path.join(folderOf({}), "ledger.jsonl");
  await using _ledger = await opened(file);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test.each([
  ["half a record", '{"at":"2025-02-03T08:01:00.000Z","brief":"we'],
  ["a record without its line break", JSON.stringify(record("b@x.test", "attempt"))],
  ["half a letter", Buffer.from([0x7b, 0xc3])],
  ["nothing but zeros", Buffer.alloc(64)],
])("a last line that is %s is taken away, and the lines before it count", async (_what, torn) => {
  const file = path.join(folderOf({}), "ledger.jsonl");
  writeFileSync(file, `${JSON.stringify(record("a@x.test", "attempt"))}\n`);
  appendFileSync(file, torn);
  {
    await using ledger = await opened(file);
    await ledger.append(record("c@x.test", "attempt"));
  }
  const lines = readFileSync(file, "utf8").split("\n");
  expect(lines.slice(0, -1).map((line) => parseRecord(line)?.to)).toEqual(["a@x.test", "c@x.test"]);
});

test.each([
  "nonsense",
  "{}",
  '{"at":1}',
  '{"at":"x","brief":"b","edition":"e","to":"t","state":"perhaps"}',
  "",
])("a line within it that is %j stops everything, since it may say who was sent", async (line) => {
  const good = JSON.stringify(record("a@x.test", "sent"));
  const file = path.join(folderOf({ "ledger.jsonl": `${good}\n${line}\n${good}\n` }), "ledger.jsonl");
  const outcome = await openLedger(file, owner(1));
  expect(outcome.diagnostics.map(({ code, where }) => `${code} ${where?.line}`)).toEqual([
    "ledger-damaged 2",
  ]);
  expect(existsSync(`${file}.lock`)).toBe(false);
});

test("two runs never hold it at once", async () => {
  const file = path.join(folderOf({}), "ledger.jsonl");
  await using _first = await opened(file, owner(1));
  const second = await openLedger(file, owner(2, [1, 2]));
  expect(second.diagnostics.map(({ code }) => code)).toEqual(["ledger-locked"]);
  expect(second.diagnostics[0]?.message).toContain("process 1 on here");
});

test("of many that ask at once, with a dead owner’s lock in the way, one gets it", async () => {
  const folder = folderOf({ "ledger.jsonl.lock": JSON.stringify({ processId: 99, host: "here" }) });
  const file = path.join(folder, "ledger.jsonl");
  const ids = Array.from({ length: 20 }, (_, index) => index + 1);
  const all = await Promise.all(ids.map((id) => openLedger(file, owner(id, ids))));
  expect(all.filter(({ ok }) => ok)).toHaveLength(1);
});

test.each([
  { name: "a process of this machine that is gone", note: '{"processId":99,"host":"here"}', isTaken: true },
  { name: "a process that runs", note: '{"processId":1,"host":"here"}', isTaken: false },
  { name: "another machine", note: '{"processId":99,"host":"there"}', isTaken: false },
  { name: "nobody knows whom", note: "", isTaken: false },
])("a lock of $name is $isTaken to be taken over", async ({ note, isTaken }) => {
  const file = path.join(folderOf({ "ledger.jsonl.lock": note }), "ledger.jsonl");
  const outcome = await openLedger(file, owner(1));
  expect(outcome.ok).toBe(isTaken);
  if (outcome.ok) await outcome.value[Symbol.asyncDispose]();
  expect(existsSync(`${file}.lock`)).toBe(!isTaken);
});

test("a folder where it should stand is told of", async () => {
  const folder = folderOf({ "ledger.jsonl/file": "" });
  const outcome = await openLedger(path.join(folder, "ledger.jsonl"), owner(1));
  expect(outcome.diagnostics.map(({ code }) => code)).toEqual(["ledger-unusable"]);
});

test("an attempt without an answer is unknown; only a person’s word lets it be tried again", () => {
  const states = (...list: LedgerRecord["state"][]) =>
    [...messageStates(list.map((state) => record("a@x.test", state))).values()].map(({ state, attempts }) => [
      state,
      attempts,
    ]);
  expect(states("attempt")).toEqual([["unknown", 0]]);
  expect(states("attempt", "retry-allowed")).toEqual([["retry-allowed", 0]]);
  expect(states("attempt", "retry-allowed", "attempt", "sent")).toEqual([["sent", 0]]);
  expect(states("attempt", "deferred", "attempt")).toEqual([["unknown", 1]]);
});

const DANGEROUS = [
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  "\tx",
  "\rx",
  '=HYPERLINK("http://x.test","y")',
  "=cmd|'/c calc'!A0",
];

test.each(DANGEROUS)("%j from a server does not become a formula", (response) => {
  const table = ledgerTable([{ ...record("+x@x.test", "bounced"), response }]);
  const cells = cellsOf(table.split("\r\n").slice(1, -1).join("\r\n"));
  expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  expect(cells).toContain(`'${response}`);
});

test("the export is read back whole by another reader of CSV", () => {
  const response = 'one "two", three;\r\nfour\'s';
  const table = ledgerTable([{ ...record("a@x.test", "failed"), response, code: 552 }]);
  expect(parse(table, { columns: true })).toMatchObject([
    { to: "a@x.test", state: "failed", code: "552", response },
  ]);
});

/** Cells of one record, read by the rules of RFC 4180. */
const cellsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'),
  );
