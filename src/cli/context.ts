import type { Terminal } from "./terminal.ts";

/** What every command is given besides its arguments. */
export interface Context {
  readonly terminal: Terminal;
  /** Aborted when the user wants to stop. */
  readonly signal: AbortSignal;
}
