import type { Cause, Diagnostic } from "../index.ts";

/** What the process tells its caller; 70 is EX_SOFTWARE of sysexits.h, 130 is a shell’s code for Ctrl-C. */
export const EXIT = { done: 0, content: 1, usage: 2, environment: 3, bug: 70, interrupted: 130 } as const;

/** The exit code for what was found: that of the cause which must be mended first. */
export function exitCodeFor(diagnostics: readonly Diagnostic[]): number {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const first = MENDED_FIRST.find((cause) => errors.some((error) => error.cause === cause));
  return first === undefined ? EXIT.done : EXIT[first];
}

/** Whether any finding is an error. */
export const hasError = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ severity }) => severity === "error");

/** Whether any finding is a warning, which fails a check that is strict. */
export const hasWarning = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ severity }) => severity === "warning");

/** A bug makes everything else doubtful; a wrong command, and then a machine at fault, say little about the brief. */
const MENDED_FIRST: readonly Cause[] = ["bug", "usage", "environment", "content"];
