/** A label that wants to stand at a height. */
export interface WantedLabel {
  /** Middle of the label, in px. */
  readonly y: number;
  /** Where it stands among others that want the same height. */
  readonly rank?: number;
  readonly height: number;
}

/**
 * Middles at which labels stand without touching, as near to where they want as `top` and `bottom` allow, in the order of
 * the labels given. Neighbours that would overlap share the way.
 */
export function spreadLabels(labels: readonly WantedLabel[], top: number, bottom: number): number[] {
  const order = labels
    .map((_, index) => index)
    .sort((left, right) => yOf(left) - yOf(right) || rankOf(left) - rankOf(right) || left - right);
  let blocks = order.map((index) => blockOf([index]));
  for (let merged = true; merged; ) {
    merged = false;
    const next: Block[] = [];
    for (const block of blocks) {
      const before = next.at(-1);
      if (before !== undefined && before.start + before.height > block.start) {
        next[next.length - 1] = blockOf([...before.members, ...block.members]);
        merged = true;
      } else next.push(block);
    }
    blocks = next;
  }

  const middles: number[] = [];
  for (const { members, start } of blocks) {
    let at = start;
    for (const index of members) {
      const height = labels[index]?.height ?? 0;
      middles[index] = at + height / 2;
      at += height;
    }
  }
  return middles;

  function yOf(index: number): number {
    return labels[index]?.y ?? 0;
  }

  function rankOf(index: number): number {
    return labels[index]?.rank ?? 0;
  }

  /** Labels that stand closely one below the other, around the mean of where they want to be. */
  function blockOf(members: readonly number[]): Block {
    const height = members.reduce((sum, index) => sum + (labels[index]?.height ?? 0), 0);
    let above = 0;
    let sum = 0;
    for (const index of members) {
      const own = labels[index]?.height ?? 0;
      sum += yOf(index) - above - own / 2;
      above += own;
    }
    const start = Math.max(top, Math.min(sum / members.length, bottom - height));
    return { members, start, height };
  }
}

interface Block {
  readonly members: readonly number[];
  readonly start: number;
  readonly height: number;
}
