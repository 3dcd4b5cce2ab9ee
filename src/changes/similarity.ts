import { folded } from "./plain-text.ts";

/**
 * How alike two texts are, from 0 to 1: the share of groups of three letters that they have in common. Groups of letters
 * see through endings and compounds in any language; half of the measure forgives that one text says more than the other.
 */
export function similarity(before: string, after: string): number {
  const [left, right] = [lettersOf(before), lettersOf(after)];
  if (left.size === 0 || right.size === 0) return left.size === right.size ? 1 : 0;
  let shared = 0;
  for (const group of left) if (right.has(group)) shared += 1;
  const dice = (2 * shared) / (left.size + right.size);
  const containment = shared / Math.min(left.size, right.size);
  return (dice + containment) / 2;
}

function lettersOf(text: string): ReadonlySet<string> {
  const padded = ` ${folded(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
  return new Set(Array.from({ length: Math.max(0, padded.length - 2) }, (_, at) => padded.slice(at, at + 3)));
}
