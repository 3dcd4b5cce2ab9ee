import { z } from "zod";

/** What a text of the brief is for, beyond being text; the checks and the docs read it from here. */
export type FieldRole =
  /** Printed as it stands. */
  | "plain"
  /** One paragraph of Markdown, with citations. */
  | "markdown-line"
  /** Several paragraphs of Markdown, with citations. */
  | "markdown"
  /** The id of an entry of `sources`. */
  | "source-reference"
  /** An audience that an implication or question is for. */
  | "audience-reference"
  /** The id of an entry of `caveats`. */
  | "caveat-reference";

/** The roles of the schema’s string fields. */
export const fieldRoles = z.registry<{ role: FieldRole }>();
