/** Makes a lane in which tasks run one after the other, in the order in which they came. */
export function oneAtATime(): <Value>(task: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const next = last.then(task);
    // Whoever asked hears of a failure; the next in the lane has nothing to do with it.
    last = next.catch(() => undefined);
    return next;
  };
}
