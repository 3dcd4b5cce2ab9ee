// @ts-check

/**
 * @typedef {import("../src/preview/preview-api.ts").PreviewState} PreviewState
 * @typedef {"waiting" | "open" | "stopped" | "closed"} Connection `stopped`: out of reach, asked again; `closed`: said goodbye.
 */

/** Time between two attempts to reach a server that has turned the browser’s own attempts away. */
const RETRY_MS = 1500;

/**
 * Follows the server’s state over server-sent events, and comes back to it when it was lost.
 * @param {{ onState: (state: PreviewState) => void, onConnection: (connection: Connection) => void }} listener
 * @returns {{ accept: (state: PreviewState) => void }} takes states that came another way in their order
 */
export function connect({ onState, onConnection }) {
  let newest = -1;

  /** @param {PreviewState} state */
  const accept = (state) => {
    if (state.revision < newest) return;
    newest = state.revision;
    onState(state);
  };

  const open = () => {
    const events = new EventSource("events");
    events.addEventListener("open", () => {
      // A server that was started anew counts from the beginning. It tells its state at once.
      newest = -1;
      onConnection("open");
    });
    events.addEventListener("state", ({ data }) => accept(JSON.parse(data)));
    events.addEventListener("bye", () => {
      events.close();
      onConnection("closed");
    });
    events.addEventListener("error", () => {
      onConnection("stopped");
      if (events.readyState === EventSource.CLOSED) setTimeout(open, RETRY_MS);
    });
  };

  open();
  return { accept };
}
