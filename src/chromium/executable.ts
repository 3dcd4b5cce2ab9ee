import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { delimiter, join } from "node:path";
import type { Surroundings } from "./surroundings.ts";

/** Whether the path is a file that this user may run. */
export async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/** The first of the paths that can be run. */
export async function firstExecutable(paths: readonly string[]): Promise<string | undefined> {
  const runnable = await Promise.all(paths.map(isExecutable));
  return paths.find((_, index) => runnable[index]);
}

/** The file that a command name stands for, as a shell would look it up. */
export function findCommand(
  name: string,
  { env, platform }: Pick<Surroundings, "env" | "platform">,
): Promise<string | undefined> {
  const folders = (env.PATH ?? env.Path ?? "").split(delimiter).filter(Boolean);
  const names = platform === "win32" ? [name, `${name}.exe`] : [name];
  return firstExecutable(folders.flatMap((folder) => names.map((file) => join(folder, file))));
}
