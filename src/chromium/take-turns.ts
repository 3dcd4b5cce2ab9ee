/** Lets a fixed number of tasks run at once; the others wait in the order in which they came. */
export type Turns = <Result>(task: () => Promise<Result>) => Promise<Result>;

/** Makes the turns for `places` tasks at once. */
export function takeTurns(places: number): Turns {
  const waiting: (() => void)[] = [];
  let free = Math.max(1, places);
  return async (task) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
