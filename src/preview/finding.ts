import { codeFrame } from "../diagnostics/code-frame.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { diagnosticData } from "../diagnostics/diagnostic-data.ts";
import type { Finding } from "./preview-api.ts";

/** A finding as data, with the lines around its place where they are known. */
export const findingOf = (diagnostic: Diagnostic): Finding => ({
  ...diagnosticData(diagnostic),
  frame: (diagnostic.where && codeFrame(diagnostic.where)) ?? null,
});
