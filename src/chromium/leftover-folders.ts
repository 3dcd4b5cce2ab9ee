import { createHash } from "node:crypto";
import { lstat, mkdtemp, readdir, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { kill, pid } from "node:process";
import { ownUserId } from "./own-user.ts";

/**
 * Makes a folder that says whose it is: `<prefix><process id>-<host>-XXXXXX`. The host is part of the name because
 * containers that share a folder each count their processes on their own.
 */
export const makeOwnFolder = (parent: string, prefix: string): Promise<string> =>
  mkdtemp(join(parent, `${prefix}${pid}-${HOST}-`));

/** Removes the folders that {@link makeOwnFolder} made for processes that have ended without removing them. */
export async function sweepLeftoverFolders(parent: string, prefix: string): Promise<void> {
  const names = await readdir(parent).catch(() => []);
  await Promise.all(
    names.map(async (name) => {
      const [owner, host] = name.startsWith(prefix) ? name.slice(prefix.length).split("-") : [];
      if (host !== HOST || !owner || isAlive(Number(owner))) return;
      const found = await lstat(join(parent, name)).catch(() => undefined);
      if (!found?.isDirectory() || found.uid !== (ownUserId() ?? found.uid)) return;
      await removeFolder(join(parent, name));
    }),
  );
}

/** Removes a folder with all that is in it, patient with a process that is still letting go of it. */
export const removeFolder = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }).catch(() => undefined);

const HOST = createHash("sha256").update(hostname()).digest("hex").slice(0, 6);

function isAlive(processId: number): boolean {
  try {
    // Signal 0 only asks; see kill(2).
    kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
