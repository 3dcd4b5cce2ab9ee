import type { Path } from "../brief/document-positions.ts";
import type { DiagnosticArgs, DiagnosticCode } from "../diagnostics/catalogue/index.ts";

/** Something a rule found in a brief, before it is known how much it matters there. */
export type Finding = { readonly [Code in DiagnosticCode]: FindingOf<Code> }[DiagnosticCode];

/** A finding with one code. */
export interface FindingOf<Code extends DiagnosticCode> {
  readonly code: Code;
  readonly args: DiagnosticArgs<Code>;
  /** The field, or the nearest part around one that is missing. */
  readonly path: Path;
  /** Where in the field’s value `needle` stands; 0 for the field as a whole. */
  readonly rawOffset: number;
  /** One word of the field’s value, to point at; empty for the field as a whole. */
  readonly needle: string;
}

/** A finding at a place in a field, or at the field as a whole. */
export function finding<Code extends DiagnosticCode>(
  code: Code,
  args: DiagnosticArgs<Code>,
  path: Path,
  { rawOffset, needle }: { readonly rawOffset: number; readonly needle: string } = {
    rawOffset: 0,
    needle: "",
  },
): Finding {
  // The compiler cannot see that a code and its arguments are one member of the union.
  return { code, args, path, rawOffset, needle } as unknown as Finding;
}
