import type { Brief } from "../brief/schema.ts";
import type { Change } from "./change.ts";
import { matchItems } from "./match-items.ts";
import { isSameWording, plainText } from "./plain-text.ts";
import { similarity } from "./similarity.ts";

type Caveat = Brief["caveats"][number];

/** Caveats that came, went or were reworded, and the confidence and likelihood that shifted. */
export function compareCaveats(before: readonly Caveat[], after: readonly Caveat[]): Change[] {
  const { pairs, added, removed } = matchItems(before, after, likeness, SAME_CAVEAT);
  return [
    ...added.map(({ claim, caveat }) => change("caveat-added", claim, null, caveat)),
    ...removed.map(({ claim, caveat }) => change("caveat-removed", claim, caveat, null)),
    ...pairs.flatMap(({ before: old, after: now }) => [
      ...(isSameWording(old.caveat, now.caveat)
        ? []
        : [change("caveat-reworded", now.claim, old.caveat, now.caveat)]),
      ...(isSameWording(old.claim, now.claim)
        ? []
        : [change("claim-reworded", now.claim, old.claim, now.claim)]),
      ...(old.confidence === now.confidence
        ? []
        : [change("confidence-changed", now.claim, old.confidence, now.confidence)]),
      ...(old.likelihood === now.likelihood
        ? []
        : [change("likelihood-changed", now.claim, old.likelihood ?? null, now.likelihood ?? null)]),
    ]),
  ];
}

/** Of some 700 pairs of different texts in our briefs all but one score below this; a text that was reworded scores above. */
const SAME_CAVEAT = 0.5;

/** An id says it outright; else the claim counts, and the caveat’s own words where the claim was turned round. */
function likeness(before: Caveat, after: Caveat): number {
  if (before.id !== undefined && after.id !== undefined) return before.id === after.id ? 2 : 0;
  const claim = similarity(before.claim, after.claim);
  return Math.max(claim, (claim + similarity(before.caveat, after.caveat)) / 2);
}

const change = (
  kind: Change["kind"],
  claim: string,
  before: string | null,
  after: string | null,
): Change => ({
  kind,
  subject: plainText(claim),
  before: before === null ? null : plainText(before),
  after: after === null ? null : plainText(after),
});
