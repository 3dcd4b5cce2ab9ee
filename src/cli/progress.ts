import type { Terminal } from "./terminal.ts";

/** One line that says what is going on, and goes away when it is over. */
export interface Progress extends Disposable {
  show(text: string): void;
  /** Takes the line away so that something else can be written; it comes back by itself. */
  clear(): void;
}

const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const FRAME_MS = 90;
/** Carriage return and “erase the line” (ECMA-48, EL). */
const ERASE = "\r\u001b[2K";

/**
 * Opens the line, first seen after one frame, so that short work does not flash. Where a line cannot be rewritten
 * nothing is shown. It is our own because prompt libraries take over Ctrl-C and end the process while a browser runs.
 */
export function openProgress({ err, isLive }: Pick<Terminal, "err" | "isLive">): Progress {
  if (!isLive) return { show: () => {}, clear: () => {}, [Symbol.dispose]: () => {} };
  let text = "";
  let frame = 0;
  let isShown = false;

  const clear = () => {
    if (isShown) err.write(ERASE);
    isShown = false;
  };
  const draw = () => {
    if (text === "") return;
    const line = `${FRAMES[frame++ % FRAMES.length]} ${text}`;
    err.write(`${ERASE}${err.colors.dim(line.slice(0, err.columns - 1))}`);
    isShown = true;
  };
  const timer = setInterval(draw, FRAME_MS).unref();
  return {
    show: (next) => {
      text = next;
    },
    clear,
    [Symbol.dispose]: () => {
      clearInterval(timer);
      clear();
    },
  };
}
