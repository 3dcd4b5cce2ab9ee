import { hostname } from "node:os";
import process from "node:process";
import type { LockOwner } from "../index.ts";

/** This process, as the owner of a lock. */
export const lockOwner = (): LockOwner => ({
  processId: process.pid,
  host: hostname(),
  isRunning: (processId) => {
    try {
      // Signal 0 asks whether a process is there and sends nothing.
      process.kill(processId, 0);
      return true;
    } catch (error) {
      return error instanceof Error && "code" in error && error.code === "EPERM";
    }
  },
});
