/** Does work for a host when its turn has come. The work must not fail. */
export type Turns = <Result>(host: string, work: () => Promise<Result>) => Promise<Result>;

/** Gives each host one piece of work at a time, and works for at most `hostsMax` hosts at once. */
export function openTurns(hostsMax: number): Turns {
  const lastOf = new Map<string, Promise<unknown>>();
  const waiting: (() => void)[] = [];
  let working = 0;

  const enter = async (): Promise<void> => {
    if (working >= hostsMax) await new Promise<void>((resolve) => waiting.push(resolve));
    else working += 1;
  };
  const leave = (): void => {
    const next = waiting.shift();
    // Whoever waits takes over the place that becomes free.
    if (next === undefined) working -= 1;
    else next();
  };

  return (host, work) => {
    const mine = (lastOf.get(host) ?? Promise.resolve()).then(async () => {
      await enter();
      try {
        return await work();
      } finally {
        leave();
      }
    });
    lastOf.set(host, mine);
    return mine;
  };
}
