import { realpath } from "node:fs/promises";
import { join } from "node:path";
import { type BrowserChoice, type BrowserKind, plainChoice } from "./browser-choice.ts";
import { findCommand, firstExecutable } from "./executable.ts";
import type { Surroundings } from "./surroundings.ts";

/** The browser that the system has, a headless shell first. */
export async function systemBrowser(surroundings: Surroundings): Promise<BrowserChoice | undefined> {
  const { platform } = surroundings;
  if (platform === "darwin") return firstInFolders(MAC_PROGRAMS, macFolders(surroundings));
  if (platform === "win32") return firstInFolders(WINDOWS_PROGRAMS, windowsFolders(surroundings));
  return firstCommand(surroundings);
}

type Programs = readonly (readonly [kind: BrowserKind, path: string])[];

const COMMANDS: Programs = [
  ["headless-shell", "chromium-headless-shell"],
  ["headless-shell", "chrome-headless-shell"],
  ["chrome", "google-chrome-stable"],
  ["chrome", "google-chrome"],
  ["chromium", "chromium"],
  ["chromium", "chromium-browser"],
  ["edge", "microsoft-edge-stable"],
  ["edge", "microsoft-edge"],
];

const MAC_PROGRAMS: Programs = [
  ["chrome", "Google Chrome.app/Contents/MacOS/Google Chrome"],
  ["chromium", "Chromium.app/Contents/MacOS/Chromium"],
  ["edge", "Microsoft Edge.app/Contents/MacOS/Microsoft Edge"],
];

const WINDOWS_PROGRAMS: Programs = [
  ["chrome", "Google/Chrome/Application/chrome.exe"],
  ["chromium", "Chromium/Application/chrome.exe"],
  ["edge", "Microsoft/Edge/Application/msedge.exe"],
];

const macFolders = ({ homeFolder }: Surroundings) => ["/Applications", join(homeFolder, "Applications")];

const windowsFolders = ({ env }: Surroundings) =>
  [env.ProgramFiles, env["ProgramFiles(x86)"], env.LOCALAPPDATA].filter((folder) => folder !== undefined);

async function firstInFolders(
  programs: Programs,
  folders: readonly string[],
): Promise<BrowserChoice | undefined> {
  for (const [kind, path] of programs) {
    const found = await firstExecutable(folders.map((folder) => join(folder, path)));
    if (found) return plainChoice(found, kind, "system");
  }
  return undefined;
}

async function firstCommand(surroundings: Surroundings): Promise<BrowserChoice | undefined> {
  const paths = await Promise.all(COMMANDS.map(([, name]) => findCommand(name, surroundings)));
  for (const [index, [kind]] of COMMANDS.entries()) {
    const path = paths[index];
    if (path && !(await isConfinedBySnap(path))) return plainChoice(path, kind, "system");
  }
  return undefined;
}

/** A snap cannot see the profile folder in the temp folder: it has a private one. Ubuntu's chromium-browser only starts the snap. */
async function isConfinedBySnap(path: string): Promise<boolean> {
  if (path === "/usr/bin/chromium-browser" && (await firstExecutable(["/snap/bin/chromium"]))) return true;
  const target = await realpath(path);
  return target === "/usr/bin/snap" || target.startsWith("/snap/");
}
