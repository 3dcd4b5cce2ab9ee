import { type Diagnostic, formatDiagnostic } from "../index.ts";
import type { Screen } from "./terminal.ts";

/**
 * Shows findings to a person, a blank line after each, and says whether there were any. Those in `told` are left out: a
 * missing browser is missing for every brief.
 */
export function showFindings(
  diagnostics: readonly Diagnostic[],
  screen: Screen,
  { isQuiet, told }: { readonly isQuiet: boolean; readonly told: Set<string> },
): boolean {
  const fresh = diagnostics.filter((diagnostic) => {
    if (isQuiet && diagnostic.severity !== "error") return false;
    const key = keyOf(diagnostic);
    if (told.has(key)) return false;
    told.add(key);
    return true;
  });
  if (fresh.length === 0) return false;
  const texts = fresh.map((diagnostic) => formatDiagnostic(diagnostic, screen.colors));
  screen.write(`${texts.join("\n\n")}\n\n`);
  return true;
}

const keyOf = ({ code, message, where }: Diagnostic): string =>
  JSON.stringify([code, message, where?.file, where?.line, where?.column]);
