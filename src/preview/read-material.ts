import type { Brief } from "../brief/schema.ts";
import { failure, type Outcome } from "../diagnostics/outcome.ts";
import type { PreparedBrief } from "../project/brief-builder.ts";
import type { ThemeValues } from "../render/theme/token.ts";
import type { Workbench } from "./fresh-builder.ts";
import type { Selection } from "./preview-api.ts";
import { type Asked, orderOf, selectionOf } from "./selection.ts";

/** Design tokens that are tried go before all others, in the template set that they were tried in: another has tokens of its own. */
export interface Trial {
  readonly template: string;
  readonly values: ThemeValues;
}

/** What is tried in a template set. */
export const triedIn = ({ template, values }: Trial, shown: string): ThemeValues =>
  template === shown ? values : {};

/** What is asked for, beside the files themselves. */
export interface MaterialRequest {
  readonly asked: Asked;
  readonly trial: Trial;
  /** What was shown before, for a brief that cannot be read. */
  readonly shown: Selection;
}

/** All that the views of a brief are made of, as far as it could be read. */
export interface Material {
  readonly selection: Selection;
  readonly brief: Brief | undefined;
  readonly prepared: Outcome<PreparedBrief>;
}

/** Reads a brief and what it is to be shown with. */
export async function readMaterial(
  { builder, project }: Workbench,
  { asked, trial, shown }: MaterialRequest,
): Promise<Material> {
  const source = await builder.read(asked.brief);
  const parsed = source.ok ? builder.parse(source.value) : source;
  if (!source.ok || !parsed.ok) {
    const prepared = failure(parsed.diagnostics);
    return { selection: { ...shown, ...asked }, brief: undefined, prepared };
  }
  const { brief } = parsed.value;
  const selection = selectionOf(asked, brief, project.config);
  const prepared = await builder.prepare(
    source.value,
    orderOf(asked, selection, triedIn(trial, selection.template)),
  );
  return { selection, brief, prepared };
}
