import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { kill } from "node:process";

/** Kills a process and all that it started, and nothing else; no fault if they have ended already. */
export async function endProcessTree(child: ChildProcess, platform: NodeJS.Platform): Promise<void> {
  if (child.pid === undefined) return;
  if (platform === "win32") {
    if (child.exitCode !== null || child.signalCode !== null) return;
    // Windows has no process groups; /T follows the parents' ids.
    const taskkill = spawn("taskkill", ["/pid", String(child.pid), "/T", "/F"], {
      stdio: "ignore",
      windowsHide: true,
    });
    await once(taskkill, "exit").catch(() => child.kill("SIGKILL"));
    return;
  }
  try {
    // The browser leads a process group of its own, so its negative id names the group; see kill(2).
    kill(-child.pid, "SIGKILL");
  } catch {
    // All of the group have ended.
  }
}
