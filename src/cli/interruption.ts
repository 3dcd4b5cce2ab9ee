/** Watches for the wish to stop. */
export interface Interruption extends Disposable {
  /** Aborted by the first signal. */
  readonly signal: AbortSignal;
  /** The exit code that the signal asks for: 128 and its number; undefined when none came. */
  readonly exitCode: number | undefined;
}

/** Numbers of the signals (POSIX), the same on every platform that sends them. */
const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

/** How long the work may take to come to rest; a browser is closed in far less. */
const PATIENCE_MS = 10_000;

/** Turns the first signal into an abort, so that files stay whole and the browser is closed; the second ends at once. */
export function watchForInterruption(proc: NodeJS.Process, onFirst: () => void): Interruption {
  const controller = new AbortController();
  let exitCode: number | undefined;

  const handlers = Object.entries(SIGNALS).map(([name, number]) => {
    const handle = () => {
      if (exitCode !== undefined) proc.exit(exitCode);
      const code = 128 + number;
      exitCode = code;
      setTimeout(() => proc.exit(code), PATIENCE_MS).unref();
      onFirst();
      controller.abort();
    };
    proc.on(name, handle);
    return { name, handle };
  });
  return {
    signal: controller.signal,
    get exitCode() {
      return exitCode;
    },
    [Symbol.dispose]: () => {
      for (const { name, handle } of handlers) proc.off(name, handle);
    },
  };
}
