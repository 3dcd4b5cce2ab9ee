import type { Severity } from "./catalogue/entry.ts";
import type { DiagnosticCode } from "./catalogue/index.ts";
import type { Diagnostic } from "./diagnostic.ts";

/** A finding as plain data for other programs; what is not known is null. */
export interface DiagnosticData {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string | null;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
}

/** The finding in the form that `--json` prints. */
export const diagnosticData = ({ code, severity, message, hint, where }: Diagnostic): DiagnosticData => ({
  code,
  severity,
  message,
  hint: hint ?? null,
  file: where?.file ?? null,
  line: where?.line ?? null,
  column: where?.column ?? null,
});
