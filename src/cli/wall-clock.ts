import { setTimeout as wait } from "node:timers/promises";
import type { Clock } from "../index.ts";

/** The time of this machine. */
export const wallClock = (now: () => number): Clock => ({
  now,
  sleep: async (milliseconds, signal) => {
    // An abort ends the wait early, which is what it is for.
    await wait(Math.max(0, milliseconds), undefined, { signal }).catch(() => {});
  },
});
