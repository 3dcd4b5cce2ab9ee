import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { blamePartials, findIdleValues } from "./blame-partials.ts";
import type { Templates, Walk } from "./walk.ts";
import { walkTemplates } from "./walk-templates.ts";

/** What is known of the templates of one format without any brief. */
export interface Inspection {
  /** What must not be built. */
  readonly faults: readonly Diagnostic[];
  /** What is worth a look. */
  readonly remarks: readonly Diagnostic[];
  readonly walk: Walk;
}

/** Checks every path, call and printed value of the templates of one format. */
export function inspectTemplates(templates: Templates): Inspection {
  const walk = walkTemplates(templates);
  for (const fault of blamePartials(walk)) walk.report(fault);
  return { faults: walk.diagnostics(), remarks: findIdleValues(walk), walk };
}
