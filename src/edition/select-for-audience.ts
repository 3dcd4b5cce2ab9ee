import type { Brief } from "../brief/schema.ts";

/** The audience that every brief has: whoever wants everything. */
export const ALL_READERS = "all";

/**
 * The brief as `audience` gets it: its implications and questions chosen, those that concern it most first.
 * Nothing else is touched: an audience may hear less of what it could do, never less of what is known.
 */
export function selectForAudience(brief: Brief, audience: string): Brief {
  if (audience === ALL_READERS) return brief;
  return {
    ...brief,
    implications: nearestFirst(brief.implications, (implication) =>
      distance([implication.audience], audience),
    ),
    questions: nearestFirst(brief.questions, ({ audiences }) => distance(audiences, audience)),
  };
}

/** What concerns everyone comes after what names the audience. */
const CONCERNS_EVERYONE = Number.MAX_SAFE_INTEGER;

/** How far down the list an audience is named; undefined when the list is for others. */
function distance(audiences: readonly string[] | undefined, audience: string): number | undefined {
  if (audiences === undefined) return CONCERNS_EVERYONE;
  const place = audiences.indexOf(audience);
  if (place !== -1) return place;
  return audiences.includes(ALL_READERS) ? CONCERNS_EVERYONE : undefined;
}

/** The items that have a distance, sorted by it; equals stay in the author’s order. */
function nearestFirst<Item>(items: readonly Item[], distanceOf: (item: Item) => number | undefined): Item[] {
  return items
    .flatMap((item) => {
      const away = distanceOf(item);
      return away === undefined ? [] : [{ item, away }];
    })
    .sort((left, right) => left.away - right.away)
    .map(({ item }) => item);
}
