import { type ChildProcess, spawn } from "node:child_process";
import { performance } from "node:perf_hooks";
import type { Readable, Writable } from "node:stream";
import { diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import type { BrowserChoice, BrowserEvent } from "./browser-choice.ts";
import { browserFlags } from "./browser-flags.ts";
import type { DevtoolsConnection } from "./devtools-connection.ts";
import { endProcessTree } from "./end-process-tree.ts";
import { makeOwnFolder, removeFolder, sweepLeftoverFolders } from "./leftover-folders.ts";
import { ownUserId } from "./own-user.ts";
import type { Surroundings } from "./surroundings.ts";

/** A browser that runs and answers. */
export interface RunningBrowser {
  readonly choice: BrowserChoice;
  readonly connection: DevtoolsConnection;
  readonly processId: number;
  /** The browser's own name and version, such as HeadlessChrome/147.0.7727.0. */
  readonly version: string;
  readonly launchMs: number;
  readonly isSandboxed: boolean;
  /** Settles when the browser has ended and its profile folder is gone, however that came about. */
  readonly ended: Promise<void>;
  /** Ends the browser and all its processes; never fails. */
  readonly close: () => Promise<void>;
}

/** What a launch takes. */
export interface Launch {
  readonly choice: BrowserChoice;
  readonly surroundings: Surroundings;
  /** Whether the browser will be asked for pictures of pages. */
  readonly isDrawing: boolean;
  readonly signal: AbortSignal;
  readonly onEvent?: ((event: BrowserEvent) => void) | undefined;
}

/**
 * Launches a browser over a pipe, so that it ends by itself when this process is killed. It runs in its sandbox,
 * except for root on Linux, for whom Chrome refuses that, and where the system does not allow a sandbox.
 */
export async function launchBrowser(launch: Launch): Promise<Outcome<RunningBrowser>> {
  const { surroundings, onEvent } = launch;
  const isLinux = surroundings.platform === "linux";
  const isRoot = ownUserId() === 0;
  if (isLinux && isRoot) {
    onEvent?.({ kind: "sandbox-off", why: "root" });
    return launchOnce(launch, false);
  }
  const launched = await launchOnce(launch, true);
  if (launched.ok || !isLinux || launch.signal.aborted) return launched;
  const unconfined = await launchOnce(launch, false);
  if (!unconfined.ok) return launched;
  onEvent?.({ kind: "sandbox-off", why: "unusable" });
  return unconfined;
}

const PROFILE_PREFIX = "execbrief-profile-";

async function launchOnce(
  { choice, surroundings, isDrawing, signal, onEvent }: Launch,
  isSandboxed: boolean,
): Promise<Outcome<RunningBrowser>> {
  const startMs = performance.now();
  const { tempFolder, platform } = surroundings;
  const failed = (reason: string) =>
    failure([diagnose("browser-launch-failed", { path: choice.executablePath, reason })]);

  let profileFolder: string;
  try {
    profileFolder = await makeOwnFolder(tempFolder, PROFILE_PREFIX);
  } catch (error) {
    return failed(`no profile folder could be made in “${tempFolder}” (${(error as Error).message})`);
  }
  const swept = sweepLeftoverFolders(tempFolder, PROFILE_PREFIX);
  const child = spawn(
    choice.executablePath,
    browserFlags({ choice, profileFolder, isSandboxed, isDrawing, platform }),
    {
      // Shared memory that does not go to /dev/shm goes to TMPDIR, from where it leaves with the profile.
      env: { ...surroundings.env, TMPDIR: profileFolder, ...choice.env },
      // A process group of its own, so that Ctrl-C reaches us alone and all of it can be ended at once.
      detached: platform !== "win32",
      windowsHide: true,
      stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
    },
  );
  const complaints = collectComplaints(child);
  const [, , , toBrowser, fromBrowser] = child.stdio as [null, null, Readable, Writable, Readable];
  const exited = exitOf(child);
  // Loaded while the browser starts.
  const { connectDevtools } = await import("./devtools-connection.ts");
  const connection = connectDevtools(toBrowser, fromBrowser);
  const ended = exited.then(async (how) => {
    connection.end(how);
    await Promise.all([endProcessTree(child, platform), swept]);
    await removeFolder(profileFolder);
  });
  // Nothing that the browser could still save is wanted, and asking it to end takes as long as printing a page.
  const close = async () => {
    await endProcessTree(child, platform);
    await ended;
  };

  const onAbort = () => connection.end("it did not answer in time");
  signal.addEventListener("abort", onAbort, { once: true });
  if (signal.aborted) onAbort();
  try {
    const { product } = await connection.send("Browser.getVersion");
    const launchMs = performance.now() - startMs;
    onEvent?.({ kind: "launched", version: product, launchMs });
    return success({
      choice,
      connection,
      processId: child.pid ?? 0,
      version: product,
      launchMs,
      isSandboxed,
      ended,
      close,
    });
  } catch (error) {
    await endProcessTree(child, platform);
    await ended;
    return failed(complaints() ?? (error as Error).message);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}

function exitOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, killedBy) =>
      resolve(killedBy === null ? `it ended with code ${code}` : `it was ended by ${killedBy}`),
    );
  });
}

/** How much of what the browser writes to its error stream is kept. */
const COMPLAINT_CHARACTERS = 8192;

/** Keeps the end of what the browser complains about and picks the lines that tell why it gave up. */
function collectComplaints(child: ChildProcess): () => string | undefined {
  let text = "";
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
    text = (text + chunk).slice(-COMPLAINT_CHARACTERS);
  });
  return () => {
    const lines = text.split("\n").map((line) => line.trim());
    const telling = lines.filter((line) => /error while loading|FATAL|ERROR|cannot|No usable/i.test(line));
    const kept = (telling.length > 0 ? telling : lines).filter(Boolean).slice(-3);
    return kept.length > 0 ? kept.join(" / ") : undefined;
  };
}
