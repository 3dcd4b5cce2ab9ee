import type picocolors from "picocolors";
import { codeFrame } from "./code-frame.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { visibleText } from "./visible-text.ts";

/** The colours of a terminal; one that shows none returns every text unchanged. */
export type Palette = ReturnType<typeof picocolors.createColors>;

/** The finding as lines for a terminal: place and code, what is wrong, the text around it, what to do. */
export function formatDiagnostic(diagnostic: Diagnostic, colors: Palette): string {
  const { where, message, hint } = diagnostic;
  const frame = where === undefined ? undefined : codeFrame(where);
  return [
    heading(diagnostic, colors),
    indent(visibleText(message)),
    ...(frame === undefined ? [] : ["", indent(paintFrame(frame, colors)), ""]),
    ...(hint === undefined ? [] : [indent(`${colors.cyan("→")} ${visibleText(hint)}`)]),
  ].join("\n");
}

function heading({ severity, code, where }: Diagnostic, colors: Palette): string {
  const paint = { error: colors.red, warning: colors.yellow, info: colors.blue }[severity];
  const place =
    where === undefined ? [] : [colors.bold(`${visibleText(where.file)}:${where.line}:${where.column}`)];
  return [...place, paint(severity), colors.dim(code)].join("  ");
}

const indent = (text: string): string => text.replace(/^(?=.)/gm, "  ");

const paintFrame = (frame: string, colors: Palette): string =>
  frame
    .split("\n")
    .map((line) => (line.startsWith(">") || /^ *\|[ ^]*\^/.test(line) ? line : colors.dim(line)))
    .join("\n");
