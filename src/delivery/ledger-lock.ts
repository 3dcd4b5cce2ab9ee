import { link, readFile, unlink, writeFile } from "node:fs/promises";
import { diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";

/** The process that asks for a lock, and a way to see whether another still runs. */
export interface LockOwner {
  readonly processId: number;
  readonly host: string;
  readonly isRunning: (processId: number) => boolean;
}

interface LockNote {
  readonly processId: number;
  readonly host: string;
}

/** Takes the lock beside a ledger. One that a dead process of this machine left behind is taken over. */
export async function takeLock(file: string, owner: LockOwner): Promise<Outcome<AsyncDisposable>> {
  if (await create(file, owner)) return success(release(file));
  const note = await readNote(file);
  if (!isStale(note, owner)) return failure([locked(file, note)]);

  // Two processes may see the same dead owner. Only the one that makes this second file looks again and takes over.
  const turn = `${file}.takeover`;
  if (!(await create(turn, owner))) return failure([locked(turn, await readNote(turn))]);
  try {
    const again = await readNote(file);
    if (again !== undefined && !isStale(again, owner)) return failure([locked(file, again)]);
    await unlink(file).catch(ignoreMissing);
    return (await create(file, owner)) ? success(release(file)) : failure([locked(file, undefined)]);
  } finally {
    await unlink(turn).catch(ignoreMissing);
  }
}

const locked = (path: string, note: LockNote | undefined) =>
  diagnose("ledger-locked", { path, processId: note?.processId, host: note?.host });

const release = (file: string): AsyncDisposable => ({
  [Symbol.asyncDispose]: () => unlink(file).catch(ignoreMissing),
});

/** Whether the owner is known to be gone; what cannot be read has an owner that nothing is known of. */
const isStale = (note: LockNote | undefined, { host, isRunning }: LockOwner): boolean =>
  note !== undefined && note.host === host && !isRunning(note.processId);

/** Makes the file with its owner in it, in one step, so that no crash leaves a lock without one; false when it exists. */
async function create(file: string, { processId, host }: LockOwner): Promise<boolean> {
  const draft = `${file}.${processId}`;
  try {
    await writeFile(draft, JSON.stringify({ processId, host }), { mode: 0o600, flush: true });
    await link(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  } finally {
    await unlink(draft).catch(ignoreMissing);
  }
}

async function readNote(file: string): Promise<LockNote | undefined> {
  try {
    const note: unknown = JSON.parse(await readFile(file, "utf8"));
    if (typeof note !== "object" || note === null || !("processId" in note) || !("host" in note))
      return undefined;
    const { processId, host } = note;
    return typeof processId === "number" && typeof host === "string" ? { processId, host } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && "code" in error ? error.code : undefined;

function ignoreMissing(error: unknown): void {
  if (codeOf(error) !== "ENOENT") throw error;
}
