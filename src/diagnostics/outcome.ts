import type { Diagnostic } from "./diagnostic.ts";

/** A value with its warnings, or the errors that prevented it. Faults of users and environment travel here; a throw is a bug. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** An outcome that has its value. */
export const success = <T>(value: T, diagnostics: readonly Diagnostic[] = []): Outcome<T> => ({
  ok: true,
  value,
  diagnostics,
});

/** An outcome without a value; at least one diagnostic is an error. */
export const failure = (diagnostics: readonly Diagnostic[]): Outcome<never> => ({ ok: false, diagnostics });

/** Whether any finding stops the work. */
export const hasError = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ severity }) => severity === "error");
