/** What a helper can be handed and can give: a text, a number, or whether something is so. */
export const VALUE_KINDS = ["text", "number", "yes-no"] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

/** What a helper takes: with “?” a part that a brief may leave out, which is null then. */
export type TakenKind = ValueKind | `${ValueKind}?`;

/** A helper that a project adds to its templates: a pure function of texts, numbers and yes or no. */
export interface ProjectHelper {
  /** As templates call it: `{{name value}}`, `{{#if (name value)}}`. */
  readonly name: string;
  readonly takes: readonly TakenKind[];
  readonly gives: ValueKind;
  readonly run: (...values: readonly HelperValue[]) => unknown;
}

/** What is handed to a helper. */
export type HelperValue = string | number | boolean | null;
