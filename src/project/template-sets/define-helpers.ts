import type { TakenKind, ValueKind } from "../../render/project-helpers.ts";

/** Gives the helpers of a project’s module their types; returns them as they are. */
export const defineHelpers = <
  const Takes extends Readonly<Record<string, readonly TakenKind[]>>,
  const Gives extends { readonly [Name in keyof Takes]: ValueKind },
>(
  helpers: {
    readonly [Name in keyof Takes]: TemplateHelper<Takes[Name], Gives[Name]>;
  },
): typeof helpers => helpers;

/** One helper as a project’s module declares it; `run` gets a value for each kind in `takes`. */
export interface TemplateHelper<
  Takes extends readonly TakenKind[] = readonly TakenKind[],
  Gives extends ValueKind = ValueKind,
> {
  readonly takes: Takes;
  readonly gives: Gives;
  readonly run: (...values: { readonly [Index in keyof Takes]: Taken<Takes[Index]> }) => OfKind[Gives];
}

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
