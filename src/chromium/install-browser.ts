import { mkdir, rename } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import { type BrowserChoice, plainChoice } from "./browser-choice.ts";
import { ownBrowsersFolder } from "./cached-browser.ts";
import { isExecutable } from "./executable.ts";
import { makeOwnFolder, removeFolder, sweepLeftoverFolders } from "./leftover-folders.ts";
import { makePrivateFolder, unwritable } from "./private-folder.ts";
import type { Surroundings } from "./surroundings.ts";
import { untilAborted } from "./until-aborted.ts";

/** What a download takes. */
export interface BrowserInstallation {
  readonly surroundings: Surroundings;
  /** The build to download, such as 148.0.7778.97; the one that Puppeteer is tested with when left out. */
  readonly build?: string | undefined;
  readonly onProgress?: ((downloadedBytes: number, totalBytes: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Downloads chrome-headless-shell into our cache folder, where it is found from then on. It honours the proxy and the
 * mirror that Puppeteer's own variables name. What an interrupted download leaves is removed.
 */
export async function installBrowser(installation: BrowserInstallation): Promise<Outcome<BrowserChoice>> {
  const { surroundings } = installation;
  const build = installation.build ?? (await pinnedBuild());
  const folder = ownBrowsersFolder(surroundings);
  const unsafe = (await makePrivateFolder(surroundings.cacheFolder)) ?? (await makePrivateFolder(folder));
  if (unsafe) return failure([unsafe]);

  await sweepLeftoverFolders(surroundings.cacheFolder, DRAFT_PREFIX);
  let draft: string;
  try {
    draft = await makeOwnFolder(surroundings.cacheFolder, DRAFT_PREFIX);
  } catch (error) {
    return failure([unwritable(folder, error)]);
  }
  try {
    const downloaded = await download(draft, build, installation);
    const executablePath = join(folder, relative(draft, downloaded.executablePath));
    if (!(await isExecutable(executablePath))) {
      const target = join(folder, relative(draft, downloaded.path));
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await removeFolder(target);
      await rename(downloaded.path, target);
    }
    return success(plainChoice(executablePath, "headless-shell", "own-cache"));
  } catch (error) {
    return failure([diagnose("browser-download-failed", { build, reason: reasonOf(error) })]);
  } finally {
    await removeFolder(draft);
  }
}

const DRAFT_PREFIX = "browsers.installing-";

async function pinnedBuild(): Promise<string> {
  const { PUPPETEER_REVISIONS } = await import("puppeteer-core/internal/revisions.js");
  return PUPPETEER_REVISIONS["chrome-headless-shell"];
}

/** How long a download may stand still. A dropped connection is not reported to us, so silence must be. */
const STALLED_MS = 30_000;

async function download(
  cacheDir: string,
  buildId: string,
  { surroundings, onProgress, signal }: BrowserInstallation,
) {
  const { Browser, install } = await import("@puppeteer/browsers");
  const { env } = surroundings;
  const baseUrl = env.PUPPETEER_CHROME_HEADLESS_SHELL_DOWNLOAD_BASE_URL || env.PUPPETEER_DOWNLOAD_BASE_URL;
  const stalled = new AbortController();
  const stall = () => stalled.abort(new Error(`nothing arrived for ${STALLED_MS / 1000} seconds`));
  let timer = setTimeout(stall, STALLED_MS);
  const installing = install({
    browser: Browser.CHROMEHEADLESSSHELL,
    buildId,
    cacheDir,
    ...(baseUrl ? { baseUrl } : {}),
    downloadProgressCallback(downloadedBytes, totalBytes) {
      clearTimeout(timer);
      // When all has arrived it is unpacked, silently and for as long as the disk takes.
      if (downloadedBytes < totalBytes) timer = setTimeout(stall, STALLED_MS);
      onProgress?.(downloadedBytes, totalBytes);
    },
  });
  try {
    return await untilAborted(installing, AbortSignal.any([stalled.signal, ...(signal ? [signal] : [])]));
  } finally {
    clearTimeout(timer);
  }
}

/** The library puts the telling part on the later lines of its message. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [headline = message, ...details] = message.split("\n").map((line) => line.replace(/^[\s-]+/, ""));
  return details.length > 0 ? details.join("; ") : headline;
}
