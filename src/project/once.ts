/**
 * Remembers what `make` gave for each key, also while it is still at work; the other arguments follow from the key. Of
 * more than `limit` keys, the one that was asked for longest ago is forgotten.
 */
export function once<Rest extends readonly unknown[], T>(
  make: (key: string, ...rest: Rest) => Promise<T>,
  limit = Number.POSITIVE_INFINITY,
): (key: string, ...rest: Rest) => Promise<T> {
  const made = new Map<string, Promise<T>>();
  return (key, ...rest) => {
    const known = made.get(key) ?? make(key, ...rest);
    // A map keeps the order in which its keys came.
    made.delete(key);
    made.set(key, known);
    const [oldest] = made.keys();
    if (made.size > limit && oldest !== undefined) made.delete(oldest);
    return known;
  };
}
