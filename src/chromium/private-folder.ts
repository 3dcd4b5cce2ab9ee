import { mkdir, realpath, stat } from "node:fs/promises";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { ownUserId } from "./own-user.ts";

/** Write permission for the group or for everyone, as in stat(2). */
const WRITABLE_BY_OTHERS = 0o022;

/** Makes a folder of this user alone; the finding says why it cannot be had or must not be trusted. */
export async function makePrivateFolder(folder: string): Promise<Diagnostic | undefined> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const reason = await reasonForDistrust(folder);
    return reason === undefined ? undefined : diagnose("browser-cache-unsafe", { folder, reason });
  } catch (error) {
    return unwritable(folder, error);
  }
}

/** The finding for a cache folder that refuses to be written. */
export const unwritable = (folder: string, error: unknown): Diagnostic =>
  diagnose("browser-cache-unwritable", {
    folder,
    reason: error instanceof Error ? error.message : String(error),
  });

/** Why another user could change what lies in this folder; undefined when only this user can. */
export async function reasonForDistrust(folder: string): Promise<string | undefined> {
  // Windows keeps permissions elsewhere, and a user's profile there is private already.
  const uid = ownUserId();
  if (uid === undefined) return undefined;
  const found = await stat(await realpath(folder));
  if (!found.isDirectory()) return "it is not a folder";
  // The superuser could do anything anyway, and may have prepared the folder, as in a container's image.
  if (found.uid !== uid && found.uid !== 0) return "it belongs to another user";
  return found.mode & WRITABLE_BY_OTHERS ? "other users may write to it" : undefined;
}
