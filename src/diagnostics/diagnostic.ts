import type { CatalogueEntry, Cause, Severity } from "./catalogue/entry.ts";
import type { DiagnosticArgs, DiagnosticCode } from "./catalogue/index.ts";
import { catalogue } from "./catalogue/index.ts";

/** A place in a file. Lines and columns count from 1; columns count UTF-16 code units, as editors do. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The text of the file, so that a code frame can be shown; never part of the data output. */
  readonly text?: string;
}

/** One finding: a permanent code, what is wrong and why, what to do, and where. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly cause: Cause;
  readonly message: string;
  readonly hint?: string;
  readonly where?: Place;
}

/** Makes the finding that the catalogue describes under `code`. */
export function diagnose<Code extends DiagnosticCode>(
  code: Code,
  args: DiagnosticArgs<Code>,
  where?: Place,
): Diagnostic {
  const { severity, cause, message, hint } = catalogue[code] as CatalogueEntry<DiagnosticArgs<Code>>;
  const advice = hint?.(args);
  return {
    code,
    severity,
    cause,
    message: message(args),
    ...(advice === undefined ? {} : { hint: advice }),
    ...(where === undefined ? {} : { where }),
  };
}
