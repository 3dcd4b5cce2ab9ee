import { CommanderError } from "commander";
import { type Diagnostic, diagnose, formatDiagnostic } from "../index.ts";
import { exitCodeFor } from "./exit-code.ts";
import { printJson, projectData } from "./json-output.ts";
import type { Terminal } from "./terminal.ts";

/** Tells of what no command could handle, a wrong command line or a bug, and returns the exit code. */
export function explainFailure(
  error: unknown,
  args: readonly string[],
  { err, out }: Pick<Terminal, "err" | "out">,
): number {
  const diagnostic = error instanceof CommanderError ? explainUsage(error) : explainBug(error);
  err.write(`${formatDiagnostic(diagnostic, err.colors)}\n`);
  if (diagnostic.cause === "bug" && args.some((arg) => arg === "--verbose" || arg === "-v")) {
    err.write(`\n${stackOf(error)}\n`);
  }
  if (isJsonWanted(args)) printJson(out, projectData([diagnostic]));
  return exitCodeFor([diagnostic]);
}

/** The parser failed, so the words are looked at as they are. */
const isJsonWanted = (args: readonly string[]): boolean =>
  args.includes("--json") || / (?:--format[ =]|-f ?)json\b/.test(` ${args.join(" ")}`);

/** The parser writes `error: unknown option '--x'` and perhaps `(Did you mean --y?)` in a second line. */
function explainUsage({ message }: CommanderError): Diagnostic {
  const [first = "", second] = message.replace(/^error: /, "").split("\n");
  const words = first.replace(/'([^']*)'/g, "“$1”");
  const sentence = words.charAt(0).toUpperCase() + words.slice(1);
  return diagnose("command-line-invalid", {
    problem: /[.?]$/.test(sentence) ? sentence : `${sentence}.`,
    suggestion: second?.replace(/^\((.*)\)$/, "$1"),
  });
}

function explainBug(error: unknown): Diagnostic {
  const problem = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return diagnose("internal-error", { problem });
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? "" : `\nCaused by: ${stackOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
