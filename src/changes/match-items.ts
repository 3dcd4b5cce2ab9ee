/** Two lists put beside each other. */
export interface Matching<Item> {
  /** What is in both, in the order of the later list. */
  readonly pairs: readonly { readonly before: Item; readonly after: Item }[];
  readonly added: readonly Item[];
  readonly removed: readonly Item[];
}

/**
 * Finds what in two lists is the same thing: the most alike first, each once, and nothing below `threshold`. Where the
 * list has an order, the nearer of equals is taken; moved items are no change.
 */
export function matchItems<Item>(
  before: readonly Item[],
  after: readonly Item[],
  likeness: (before: Item, after: Item) => number,
  threshold: number,
): Matching<Item> {
  const candidates = before
    .flatMap((old, from) => after.map((now, to) => ({ from, to, score: likeness(old, now) })))
    .filter(({ score }) => score >= threshold)
    .sort((a, b) => b.score - a.score || Math.abs(a.from - a.to) - Math.abs(b.from - b.to));
  const partnerOf = new Map<number, number>();
  const taken = new Set<number>();
  for (const { from, to } of candidates) {
    if (partnerOf.has(to) || taken.has(from)) continue;
    partnerOf.set(to, from);
    taken.add(from);
  }
  return {
    pairs: after.flatMap((now, to) => {
      const old = before[partnerOf.get(to) ?? -1];
      return old === undefined ? [] : [{ before: old, after: now }];
    }),
    added: after.filter((_, to) => !partnerOf.has(to)),
    removed: before.filter((_, from) => !taken.has(from)),
  };
}
