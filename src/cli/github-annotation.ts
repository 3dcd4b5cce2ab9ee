import path from "node:path";
import type { Diagnostic, Severity } from "../index.ts";
import { shownPath } from "./shown-path.ts";

/** The finding as a workflow command of GitHub Actions, which shows it at its line in a pull request. */
export function githubAnnotation(
  { code, severity, message, hint, where }: Diagnostic,
  folder: string,
): string {
  const place =
    where === undefined
      ? []
      : [
          `file=${property(shownPath(folder, path.resolve(folder, where.file)).split(path.sep).join("/"))}`,
          `line=${where.line}`,
          `col=${where.column}`,
        ];
  const text = hint === undefined ? message : `${message}\n${hint}`;
  return `::${COMMANDS[severity]} ${[...place, `title=${property(code)}`].join(",")}::${data(text)}`;
}

const COMMANDS: Record<Severity, string> = { error: "error", warning: "warning", info: "notice" };

/** As @actions/core escapes them: the line’s end would end the command. */
const data = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

/** Colons and commas would end a property. */
const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
