/** Remembers what `make` gave for each key, also while it is still at work; the other arguments follow from the key. */
export function once<Rest extends readonly unknown[], T>(
  make: (key: string, ...rest: Rest) => Promise<T>,
): (key: string, ...rest: Rest) => Promise<T> {
  const made = new Map<string, Promise<T>>();
  return (key, ...rest) => {
    const known = made.get(key) ?? make(key, ...rest);
    made.set(key, known);
    return known;
  };
}
