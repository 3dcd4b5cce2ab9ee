import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Browser, BrowserPlatform, computeExecutablePath } from "@puppeteer/browsers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { newestCachedBrowser } from "../../src/chromium/cached-browser.ts";
import { findBrowser } from "../../src/chromium/find-browser.ts";
import { cacheFolderOf, type Surroundings } from "../../src/chromium/surroundings.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "execbrief-test-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A machine of which everything lies in the test's own folder; an architecture without an embedded browser. */
const machine = (changes: Partial<Surroundings> = {}): Surroundings => ({
  env: { PATH: join(folder, "bin") },
  platform: "linux",
  arch: "arm64",
  homeFolder: join(folder, "home"),
  cacheFolder: join(folder, "cache"),
  tempFolder: join(folder, "temp"),
  ...changes,
});

async function place(path: string, mode = 0o755): Promise<void> {
  const whole = join(folder, path);
  await mkdir(dirname(whole), { recursive: true });
  await writeFile(whole, "#!/bin/sh\n");
  await chmod(whole, mode);
}

const SHELL_IN = (cache: string, build: string) =>
  `${cache}/chrome-headless-shell/linux_arm-${build}/chrome-headless-shell-linux64/chrome-headless-shell`;
const CHROME_IN = (cache: string, build: string) =>
  `${cache}/chrome/linux_arm-${build}/chrome-linux64/chrome`;
const PUPPETEER = "home/.cache/puppeteer";
const OWN = "cache/browsers";

interface Case {
  readonly about: string;
  readonly present: readonly string[];
  readonly expected: string;
  readonly origin: string;
  readonly kind: string;
  readonly surroundings?: () => Partial<Surroundings>;
  readonly browser?: () => string;
}

const env = (more: Record<string, string>) => () => ({ env: { PATH: join(folder, "bin"), ...more } });

const CASES: readonly Case[] = [
  {
    about: "takes the browser named by option before all others",
    present: ["mine/chrome", "other/chrome", "bin/chromium", SHELL_IN(PUPPETEER, "148.0.1.1")],
    browser: () => join(folder, "mine/chrome"),
    surroundings: () => ({ env: { EXECBRIEF_BROWSER: join(folder, "other/chrome") } }),
    expected: "mine/chrome",
    origin: "named",
    kind: "chrome",
  },
  {
    about: "looks a named command up on the PATH",
    present: ["bin/my-headless-shell"],
    browser: () => "my-headless-shell",
    expected: "bin/my-headless-shell",
    origin: "named",
    kind: "headless-shell",
  },
  {
    about: "takes EXECBRIEF_BROWSER before PUPPETEER_EXECUTABLE_PATH",
    present: ["a/chromium", "b/chrome"],
    surroundings: () => ({
      env: {
        PUPPETEER_EXECUTABLE_PATH: join(folder, "b/chrome"),
        EXECBRIEF_BROWSER: join(folder, "a/chromium"),
      },
    }),
    expected: "a/chromium",
    origin: "named",
    kind: "chromium",
  },
  {
    about: "takes PUPPETEER_EXECUTABLE_PATH before CHROME_PATH",
    present: ["b/chrome", "c/chrome"],
    surroundings: () => ({
      env: { CHROME_PATH: join(folder, "c/chrome"), PUPPETEER_EXECUTABLE_PATH: join(folder, "b/chrome") },
    }),
    expected: "b/chrome",
    origin: "named",
    kind: "chrome",
  },
  {
    about: "takes CHROME_PATH before what it would find",
    present: ["c/msedge", "bin/chromium"],
    surroundings: () => ({ env: { CHROME_PATH: join(folder, "c/msedge"), PATH: join(folder, "bin") } }),
    expected: "c/msedge",
    origin: "named",
    kind: "edge",
  },
  {
    about: "takes Puppeteer's download before the system's browser",
    present: [CHROME_IN(PUPPETEER, "148.0.1.1"), "bin/chromium-headless-shell"],
    expected: CHROME_IN(PUPPETEER, "148.0.1.1"),
    origin: "puppeteer-cache",
    kind: "chrome",
  },
  {
    about: "takes a downloaded headless shell before a newer downloaded Chrome",
    present: [CHROME_IN(PUPPETEER, "150.0.1.1"), SHELL_IN(PUPPETEER, "148.0.1.1")],
    expected: SHELL_IN(PUPPETEER, "148.0.1.1"),
    origin: "puppeteer-cache",
    kind: "headless-shell",
  },
  {
    about: "takes the newest build, by number and not by letter",
    present: [
      SHELL_IN(PUPPETEER, "148.0.999.9"),
      SHELL_IN(PUPPETEER, "148.0.7778.97"),
      SHELL_IN(OWN, "99.0.1.1"),
    ],
    expected: SHELL_IN(PUPPETEER, "148.0.7778.97"),
    origin: "puppeteer-cache",
    kind: "headless-shell",
  },
  {
    about: "finds what “brief browser install” downloaded",
    present: [SHELL_IN(OWN, "148.0.7778.97"), "bin/google-chrome"],
    expected: SHELL_IN(OWN, "148.0.7778.97"),
    origin: "own-cache",
    kind: "headless-shell",
  },
  {
    about: "looks where PUPPETEER_CACHE_DIR says",
    present: [SHELL_IN("elsewhere", "148.0.7778.97")],
    surroundings: () => ({ env: { PUPPETEER_CACHE_DIR: join(folder, "elsewhere") } }),
    expected: SHELL_IN("elsewhere", "148.0.7778.97"),
    origin: "puppeteer-cache",
    kind: "headless-shell",
  },
  {
    about: "passes over a download without its program",
    present: [`${PUPPETEER}/chrome-headless-shell/linux_arm-148.0.1.1/readme`, "bin/chromium"],
    expected: "bin/chromium",
    origin: "system",
    kind: "chromium",
  },
  {
    about: "takes the system's headless shell before its Chrome",
    present: ["bin/google-chrome-stable", "bin/chromium", "bin/chromium-headless-shell"],
    expected: "bin/chromium-headless-shell",
    origin: "system",
    kind: "headless-shell",
  },
  {
    about: "takes Chrome before Chromium and Edge",
    present: ["bin/microsoft-edge", "bin/chromium", "bin/google-chrome"],
    expected: "bin/google-chrome",
    origin: "system",
    kind: "chrome",
  },
  {
    about: "finds Edge on Linux",
    present: ["bin/microsoft-edge-stable"],
    expected: "bin/microsoft-edge-stable",
    origin: "system",
    kind: "edge",
  },
  {
    about: "finds Chrome in a Mac user's own applications",
    present: ["home/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
    surroundings: () => ({ platform: "darwin", env: {} }),
    expected: "home/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    origin: "system",
    kind: "chrome",
  },
  {
    about: "finds Chrome for this Windows user alone",
    present: ["local/Google/Chrome/Application/chrome.exe"],
    surroundings: () => ({ platform: "win32", arch: "x64", env: { LOCALAPPDATA: join(folder, "local") } }),
    expected: "local/Google/Chrome/Application/chrome.exe",
    origin: "system",
    kind: "chrome",
  },
  {
    about: "finds Edge, which every Windows has",
    present: ["x86/Microsoft/Edge/Application/msedge.exe"],
    surroundings: () => ({
      platform: "win32",
      arch: "x64",
      env: { ProgramFiles: join(folder, "files"), "ProgramFiles(x86)": join(folder, "x86") },
    }),
    expected: "x86/Microsoft/Edge/Application/msedge.exe",
    origin: "system",
    kind: "edge",
  },
];

// The folders above are those of POSIX.
describe.skipIf(process.platform === "win32")("The search for a browser", () => {
  it.each(CASES)("$about", async ({ present, surroundings, browser, expected, origin, kind }) => {
    for (const path of present) await place(path);
    const outcome = await findBrowser({ surroundings: machine(surroundings?.()), browser: browser?.() });
    expect(outcome).toMatchObject({
      ok: true,
      value: { executablePath: join(folder, expected), origin, kind },
    });
  });

  it.each([
    { about: "does not exist", named: "gone/chrome", present: [], reason: "does not exist" },
    { about: "is a folder", named: "bin", present: ["bin/chromium"], reason: "is a folder" },
    { about: "may not be run", named: "text/chrome", present: [], reason: "may be run" },
  ])(
    "reports a named browser that $about, though another could be found",
    async ({ named, present, reason }) => {
      await place("bin/chromium");
      await place("text/chrome", 0o644);
      for (const path of present) await place(path);
      const outcome = await findBrowser({
        surroundings: machine(env({ CHROME_PATH: join(folder, named) })()),
      });
      expect(outcome).toMatchObject({
        ok: false,
        diagnostics: [
          { code: "browser-named-missing", cause: "environment", message: expect.stringContaining(reason) },
        ],
      });
    },
  );

  it("reports that there is none, and what to do", async () => {
    const outcome = await findBrowser({ surroundings: machine() });
    expect(outcome).toMatchObject({
      ok: false,
      diagnostics: [{ code: "browser-missing", hint: expect.stringContaining("brief browser install") }],
    });
  });
});

describe("The cache that Puppeteer lays out", () => {
  const platforms = [
    ["linux", "x64", BrowserPlatform.LINUX],
    ["linux", "arm64", BrowserPlatform.LINUX_ARM],
    ["darwin", "arm64", BrowserPlatform.MAC_ARM],
    ["darwin", "x64", BrowserPlatform.MAC],
    ["win32", "x64", BrowserPlatform.WIN64],
    ["win32", "ia32", BrowserPlatform.WIN32],
  ] as const;
  const cases = platforms.flatMap(([platform, arch, name]) =>
    [Browser.CHROME, Browser.CHROMEHEADLESSSHELL].map((browser) => ({ platform, arch, name, browser })),
  );

  it.each(cases)(
    "is read as Puppeteer writes it: $browser on $name",
    async ({ platform, arch, name, browser }) => {
      const cacheDir = join(folder, "puppeteer");
      const path = computeExecutablePath({ cacheDir, browser, platform: name, buildId: "148.0.7778.97" });
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, "", { mode: 0o755 });
      const found = await newestCachedBrowser(
        machine({ platform, arch, env: { PUPPETEER_CACHE_DIR: cacheDir } }),
      );
      expect(found?.executablePath).toBe(path);
    },
  );
});

describe("The cache folder", () => {
  it.each([
    { platform: "linux", env: {}, expected: "home/.cache/execbrief" },
    { platform: "linux", env: { XDG_CACHE_HOME: "xdg" }, expected: "xdg/execbrief" },
    { platform: "darwin", env: {}, expected: "home/Library/Caches/execbrief" },
    { platform: "win32", env: { LOCALAPPDATA: "local" }, expected: "local/execbrief/cache" },
    { platform: "linux", env: { EXECBRIEF_CACHE: "mine", XDG_CACHE_HOME: "xdg" }, expected: "mine" },
  ] as const)("is $expected on $platform with $env", ({ platform, env: variables, expected }) => {
    expect(cacheFolderOf({ platform, env: variables, homeFolder: "home" })).toBe(join(expected));
  });
});
