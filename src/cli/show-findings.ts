import { type Diagnostic, formatDiagnostic } from "../index.ts";
import type { Screen } from "./terminal.ts";

/** Chooses the findings to show, each once in a run: a missing browser is missing for every brief. */
export function chooseFindings({ isQuiet }: { readonly isQuiet: boolean }) {
  const told = new Set<string>();
  return (diagnostics: readonly Diagnostic[]): Diagnostic[] =>
    diagnostics.filter((diagnostic) => {
      if (isQuiet && diagnostic.severity !== "error") return false;
      const key = keyOf(diagnostic);
      const isNew = !told.has(key);
      told.add(key);
      return isNew;
    });
}

/** Shows findings to a person, a blank line after each. */
export function showFindings(diagnostics: readonly Diagnostic[], screen: Screen): void {
  for (const diagnostic of diagnostics) screen.write(`${formatDiagnostic(diagnostic, screen.colors)}\n\n`);
}

const keyOf = ({ code, message, where }: Diagnostic): string =>
  JSON.stringify([code, message, where?.file, where?.line, where?.column]);
