import { CommanderError } from "commander";
import { type Diagnostic, diagnose, formatDiagnostic } from "../index.ts";
import { exitCodeFor } from "./exit-code.ts";
import { printJson, projectData } from "./json-output.ts";
import type { Terminal } from "./terminal.ts";

/** Tells of what no command could handle, a wrong command line or a bug, and returns the exit code. */
export function explainFailure(error: unknown, args: readonly string[], terminal: Terminal): number {
  const isUsage = error instanceof CommanderError;
  const diagnostic = isUsage ? explainUsage(error) : explainBug(error);
  // The parser has told a person already.
  if (!isUsage) {
    terminal.err.write(`${formatDiagnostic(diagnostic, terminal.err.colors)}\n`);
    if (args.includes("--verbose") || args.includes("-v")) terminal.err.write(`\n${stackOf(error)}\n`);
  }
  if (args.includes("--json")) printJson(terminal, projectData([diagnostic]));
  return exitCodeFor([diagnostic]);
}

const explainUsage = ({ message }: CommanderError): Diagnostic =>
  diagnose("command-line-invalid", { problem: message.replace(/^error: /, "") });

const explainBug = (error: unknown): Diagnostic =>
  diagnose("internal-error", {
    problem: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  });

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? "" : `\nCaused by: ${stackOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
