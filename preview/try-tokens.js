// @ts-check

import { tellServer } from "./tell-server.js";

/** Changes closer together than this go as one. */
const THROTTLE_MS = 80;

/**
 * Tries values of tokens on the server: the newest values, one request at a time, and never more often than needed.
 * @param {(reason: string) => void} onFault
 * @returns {{ send: (values: Readonly<Record<string, string>>) => void, settled: () => Promise<void>, isBusy: () => boolean }}
 */
export function tryTokens(onFault) {
  /** @type {Readonly<Record<string, string>> | null} */
  let next = null;
  /** @type {Promise<void> | null} */
  let running = null;

  const run = async () => {
    while (next !== null) {
      const values = next;
      next = null;
      const [told] = await Promise.all([tellServer("try", values), pause(THROTTLE_MS)]);
      if (!told.ok) onFault(told.reason);
    }
    running = null;
  };

  return {
    send(values) {
      next = values;
      running ??= run();
    },
    settled: () => running ?? Promise.resolve(),
    isBusy: () => running !== null,
  };
}

/**
 * @param {number} ms
 * @returns {Promise<void>}
 */
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
