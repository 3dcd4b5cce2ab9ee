import leven from "leven";

/** The candidate that was probably meant: the same but for case and punctuation, or a few letters away. */
export function suggest(written: string, candidates: readonly string[]): string | undefined {
  if (written === "" || written.length > LONGEST_WRITTEN) return undefined;
  const same = candidates.find((candidate) => bare(candidate) === bare(written));
  if (same !== undefined) return same;
  const allowed = distanceAllowed(written);
  let best: string | undefined;
  let bestDistance = allowed + 1;
  for (const candidate of candidates) {
    const distance = leven(written.toLowerCase(), candidate.toLowerCase(), { maxDistance: bestDistance });
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Beyond this nobody mistyped a name; it also keeps the comparison cheap. */
const LONGEST_WRITTEN = 60;

/** Letters and digits alone, so that `bottom-line`, `bottom_line` and `BottomLine` are one. */
const bare = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** One slip in a short name, two in a usual one, three in a long one: more would guess at random. */
function distanceAllowed(written: string): number {
  if (written.length <= 3) return 1;
  return written.length <= 7 ? 2 : 3;
}
