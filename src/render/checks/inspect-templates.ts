import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { blamePartials } from "./blame-partials.ts";
import { checkDataPlaces } from "./check-data-places.ts";
import { placeTags, type TagPlace } from "./place-tags.ts";
import type { Templates, Walk } from "./walk.ts";
import { walkTemplates } from "./walk-templates.ts";

/** What is known of the templates of one format without any brief. */
export interface Inspection {
  /** What must not be built. */
  readonly faults: readonly Diagnostic[];
  readonly walk: Walk;
  /** Where each tag stands in the markup; none in plain text. */
  readonly tags: readonly TagPlace[];
}

/** Checks every path, call and printed value of the templates of one format, and what the values stand in. */
export function inspectTemplates(templates: Templates): Inspection {
  const walk = walkTemplates(templates);
  for (const fault of blamePartials(walk)) walk.report(fault);
  const places = templates.output === "html" ? placeTags(templates) : { tags: [], addresses: [] };
  for (const fault of checkDataPlaces(places, walk)) walk.report(fault);
  return { faults: walk.diagnostics(), walk, tags: places.tags };
}
