import { join } from "node:path";

/** What the chromium stage must know of the machine; the command line fills it from its process. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  readonly homeFolder: string;
  /** A folder of this user alone, where a browser is kept between runs; see {@link cacheFolderOf}. */
  readonly cacheFolder: string;
  readonly tempFolder: string;
}

/** The platform's own place for caches, unless EXECBRIEF_CACHE names another. */
export function cacheFolderOf({
  env,
  platform,
  homeFolder,
}: Pick<Surroundings, "env" | "platform" | "homeFolder">): string {
  if (env.EXECBRIEF_CACHE) return env.EXECBRIEF_CACHE;
  if (platform === "win32") {
    return join(env.LOCALAPPDATA || join(homeFolder, "AppData", "Local"), "execbrief", "cache");
  }
  if (platform === "darwin") return join(homeFolder, "Library", "Caches", "execbrief");
  return join(env.XDG_CACHE_HOME || join(homeFolder, ".cache"), "execbrief");
}
