import type { Diagnostic } from "../index.ts";
import { buildData, printJson } from "./json-output.ts";
import type { BuildReport } from "./report-build.ts";
import type { Terminal } from "./terminal.ts";

/** Opens the report for programs: silence, and one JSON document at the end. */
export function reportBuildData(terminal: Terminal): BuildReport {
  const project: Diagnostic[] = [];
  return {
    brief: () => {},
    findings: (diagnostics) => {
      project.push(...diagnostics);
    },
    end: (briefs, { isInterrupted }) => {
      const ok = !isInterrupted && briefs.every((brief) => brief.ok) && !project.some(isError);
      printJson(terminal.out, buildData(briefs, project, ok));
    },
    [Symbol.dispose]: () => {},
  };
}

const isError = ({ severity }: Diagnostic): boolean => severity === "error";
