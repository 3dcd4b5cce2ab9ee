import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { type BrowserChoice, type BrowserOrigin, plainChoice } from "./browser-choice.ts";
import { isExecutable } from "./executable.ts";
import type { Surroundings } from "./surroundings.ts";

/** The folder where `brief browser install` puts a browser, laid out as Puppeteer lays out its own. */
export const ownBrowsersFolder = ({ cacheFolder }: Pick<Surroundings, "cacheFolder">): string =>
  join(cacheFolder, "browsers");

/**
 * The best browser of Puppeteer's cache and ours: a headless shell before Chrome, then the newest build.
 * Reads the folders itself, because importing \@puppeteer/browsers takes longer than launching the browser.
 */
export async function newestCachedBrowser(surroundings: Surroundings): Promise<BrowserChoice | undefined> {
  const { env, homeFolder } = surroundings;
  const puppeteerFolder = env.PUPPETEER_CACHE_DIR || join(homeFolder, ".cache", "puppeteer");
  const caches = [
    { folder: puppeteerFolder, origin: "puppeteer-cache" },
    { folder: ownBrowsersFolder(surroundings), origin: "own-cache" },
  ] as const;
  for (const browser of ["chrome-headless-shell", "chrome"] as const) {
    const builds = await Promise.all(caches.map((cache) => buildsIn(cache, browser, surroundings)));
    const newestFirst = builds.flat().sort((one, other) => compareBuilds(other.build, one.build));
    for (const { path, origin } of newestFirst) {
      if (await isExecutable(path)) {
        return plainChoice(path, browser === "chrome" ? "chrome" : "headless-shell", origin);
      }
    }
  }
  return undefined;
}

async function buildsIn(
  { folder, origin }: { readonly folder: string; readonly origin: BrowserOrigin },
  browser: "chrome-headless-shell" | "chrome",
  surroundings: Surroundings,
) {
  const platform = cachePlatformOf(surroundings);
  if (!platform) return [];
  const names = await readdir(join(folder, browser)).catch(() => []);
  return names
    .filter((name) => name.startsWith(`${platform.prefix}-`))
    .map((name) => ({
      build: name.slice(platform.prefix.length + 1),
      path: join(folder, browser, name, ...programIn(browser, platform.archive)),
      origin,
    }));
}

/** The names that Puppeteer's cache uses for a platform: before the build, and inside the unpacked archive. */
function cachePlatformOf({ platform, arch }: Surroundings) {
  if (platform === "linux") {
    return { prefix: arch === "arm64" ? "linux_arm" : "linux", archive: "linux64" };
  }
  if (platform === "darwin") {
    return arch === "arm64"
      ? { prefix: "mac_arm", archive: "mac-arm64" }
      : { prefix: "mac", archive: "mac-x64" };
  }
  if (platform === "win32") {
    return arch === "ia32" ? { prefix: "win32", archive: "win32" } : { prefix: "win64", archive: "win64" };
  }
  return undefined;
}

function programIn(browser: "chrome-headless-shell" | "chrome", archive: string): readonly string[] {
  const folder = `${browser}-${archive}`;
  const suffix = archive.startsWith("win") ? ".exe" : "";
  if (browser === "chrome" && archive.startsWith("mac")) {
    const app = "Google Chrome for Testing";
    return [folder, `${app}.app`, "Contents", "MacOS", app];
  }
  return [folder, `${browser}${suffix}`];
}

/** Compares dotted build numbers, such as 148.0.7778.97, as numbers. */
function compareBuilds(one: string, other: string): number {
  const left = one.split(".").map(Number);
  const right = other.split(".").map(Number);
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference) return difference;
  }
  return 0;
}
