import type { Audience } from "./edition.ts";
import type { Labels } from "./labels.ts";

/** The audience with its label: the project’s own, else the locale’s, else its id. */
export function labelAudience(
  id: string,
  {
    audienceLabels,
    labels,
  }: { readonly audienceLabels: ReadonlyMap<string, string>; readonly labels: Labels },
): Audience {
  const known = Object.hasOwn(labels.audiences, id) ? labels.audiences[id] : undefined;
  return { id, label: audienceLabels.get(id) ?? known ?? id };
}
