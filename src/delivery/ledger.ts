import { type FileHandle, mkdir, open, readFile } from "node:fs/promises";
import path from "node:path";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import { type LockOwner, takeLock } from "./ledger-lock.ts";
import { type LedgerRecord, parseRecord } from "./ledger-record.ts";

/** The record of what was delivered to whom, open for one run. */
export interface Ledger extends AsyncDisposable {
  /** Everything so far, what this run added included. */
  readonly records: readonly LedgerRecord[];
  /** Adds a record and returns when it is on the disk, so that no crash after that can lose it; says why when it cannot. */
  append(record: LedgerRecord): Promise<Diagnostic | undefined>;
}

/** Reads a ledger without its lock; one that does not exist is empty. */
export async function readLedger(file: string): Promise<Outcome<readonly LedgerRecord[]>> {
  const bytes = await readBytes(file);
  const read = bytes.ok ? recordsIn(file, bytes.value) : bytes;
  return read.ok ? success(read.value.records) : read;
}

/**
 * Opens a ledger to write to, alone. A last line that a crash cut off is taken away: its attempt had not begun, or its
 * answer is unknown, which is what the line before it says. Any other damage is refused, since it could hide who was sent.
 */
export async function openLedger(file: string, owner: LockOwner): Promise<Outcome<Ledger>> {
  try {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    const lock = await takeLock(`${file}.lock`, owner);
    if (!lock.ok) return lock;
    const opened = await openWhole(file);
    if (!opened.ok) {
      await lock.value[Symbol.asyncDispose]();
      return opened;
    }
    const { handle, records } = opened.value;
    return success({
      records,
      append: async (record) => {
        try {
          await handle.appendFile(`${JSON.stringify(record)}\n`);
          await handle.datasync();
        } catch (error) {
          return unwritable(file, error);
        }
        records.push(record);
        return undefined;
      },
      [Symbol.asyncDispose]: async () => {
        await handle.close();
        await lock.value[Symbol.asyncDispose]();
      },
    });
  } catch (error) {
    return failure([unwritable(file, error)]);
  }
}

async function openWhole(file: string): Promise<Outcome<{ handle: FileHandle; records: LedgerRecord[] }>> {
  const bytes = await readBytes(file);
  const read = bytes.ok ? recordsIn(file, bytes.value) : bytes;
  if (!read.ok) return read;
  const { records, wholeBytes, isTorn } = read.value;
  const handle = await open(file, "a", 0o600);
  if (isTorn) await handle.truncate(wholeBytes);
  await handle.sync();
  await syncFolder(path.dirname(file));
  return success({ handle, records: [...records] });
}

/** Without it, a crash could lose the file itself, and with it everybody who was sent. Windows knows no such step. */
async function syncFolder(folder: string): Promise<void> {
  try {
    await using handle = await open(folder, "r");
    await handle.sync();
  } catch (error) {
    if (!["EISDIR", "EPERM", "EINVAL", "EACCES"].includes(codeOf(error) ?? "")) throw error;
  }
}

async function readBytes(file: string): Promise<Outcome<Buffer>> {
  try {
    return success(await readFile(file));
  } catch (error) {
    return codeOf(error) === "ENOENT" ? success(Buffer.alloc(0)) : failure([unwritable(file, error)]);
  }
}

interface LedgerText {
  readonly records: readonly LedgerRecord[];
  /** Length of what ends with a line break. */
  readonly wholeBytes: number;
  readonly isTorn: boolean;
}

function recordsIn(file: string, bytes: Buffer): Outcome<LedgerText> {
  const wholeBytes = bytes.lastIndexOf(0x0a) + 1;
  const lines = bytes.subarray(0, wholeBytes).toString("utf8").split("\n").slice(0, -1);
  const records: LedgerRecord[] = [];
  for (const [index, line] of lines.entries()) {
    const record = parseRecord(line);
    if (record === undefined) {
      return failure([diagnose("ledger-damaged", { path: file }, { file, line: index + 1, column: 1 })]);
    }
    records.push(record);
  }
  return success({ records, wholeBytes, isTorn: wholeBytes < bytes.length });
}

const unwritable = (path: string, error: unknown) =>
  diagnose("ledger-unusable", { path, reason: codeOf(error) ?? throwAgain(error) });

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error ? String(error.code) : undefined;

function throwAgain(error: unknown): never {
  throw error;
}
