import picocolors from "picocolors";

type Colors = ReturnType<typeof picocolors.createColors>;

/** One place to write to, and what it can show. */
export interface Screen {
  write(text: string): void;
  readonly colors: Colors;
  /** Width in characters; endless when the text goes into a file or pipe. */
  readonly columns: number;
}

/** Everything of the process that commands may see, so that a test can give them another one. */
export interface Terminal {
  /** The folder that relative paths start from. */
  readonly folder: string;
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  /** Results; under --json nothing but data. */
  readonly out: Screen;
  /** Findings and progress. */
  readonly err: Screen;
  /** Whether a line of `err` may be rewritten: a terminal that is not a continuous integration’s. */
  readonly isLive: boolean;
  /** Whether somebody is there to answer a question. */
  readonly canAsk: boolean;
  /** The clock, in milliseconds since 1970. */
  now(): number;
  /** Waits until everything written has left the process. */
  flush(): Promise<void>;
}

/** The terminal that `proc` runs in. A reader that went away (EPIPE) is nothing to complain about. */
export function openTerminal(proc: NodeJS.Process): Terminal {
  const { env, stdin, stdout, stderr } = proc;
  const isLive = stderr.isTTY === true && !env.CI && env.TERM !== "dumb";
  return {
    folder: proc.cwd(),
    stdin,
    out: openScreen(stdout, env),
    err: openScreen(stderr, env),
    isLive,
    canAsk: isLive && stdin.isTTY === true && stdout.isTTY === true,
    now: () => Date.now(),
    flush: async () => {
      await Promise.all([drained(stdout), drained(stderr)]);
    },
  };
}

function openScreen(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): Screen {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  return {
    write: (text) => {
      if (stream.writable) stream.write(text);
    },
    colors: picocolors.createColors(hasColors(stream, env)),
    get columns() {
      // A terminal that does not know its width says 0.
      return stream.isTTY && stream.columns > 0 ? stream.columns : Number.POSITIVE_INFINITY;
    },
  };
}

/** NO_COLOR (no-color.org) goes before FORCE_COLOR, and both before what the stream is. */
function hasColors(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  return stream.isTTY === true && env.TERM !== "dumb";
}

const drained = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => {
    if (stream.writable) stream.write("", () => resolve());
    else resolve();
  });
