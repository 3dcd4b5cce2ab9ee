import type { TakenKind, ValueKind } from "../../render/project-helpers.ts";

/** Gives the helpers of a project’s module their types; returns them as they are. */
export const defineHelpers = <const Takes extends Readonly<Record<string, readonly TakenKind[]>>>(
  helpers: {
    readonly [Name in keyof Takes]: TemplateHelper<Takes[Name]>;
  },
): typeof helpers => helpers;

/** One helper as a project’s module declares it; `run` gets a value for each kind in `takes`, and returns what it `gives`. */
export type TemplateHelper<Takes extends readonly TakenKind[] = readonly TakenKind[]> = {
  readonly [Gives in ValueKind]: {
    readonly takes: Takes;
    readonly gives: Gives;
    readonly run: (...values: { readonly [Index in keyof Takes]: Taken<Takes[Index]> }) => OfKind[Gives];
  };
}[ValueKind];

interface OfKind {
  readonly text: string;
  readonly number: number;
  readonly "yes-no": boolean;
}

type Taken<Kind> = Kind extends ValueKind
  ? OfKind[Kind]
  : Kind extends `${infer Needed extends ValueKind}?`
    ? OfKind[Needed] | null
    : never;
