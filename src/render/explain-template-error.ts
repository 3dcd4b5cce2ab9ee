import { type Diagnostic, diagnose, type Place } from "../diagnostics/diagnostic.ts";
import type { TemplateFile } from "./template-set.ts";

/** What Handlebars’ exceptions carry besides their message. */
interface HandlebarsError extends Error {
  /** Set on exceptions thrown while a template is compiled or run; counted from 1. */
  readonly lineNumber?: number;
  /** Counted from 0. */
  readonly column?: number;
  /** Set by the parser on syntax errors. */
  readonly hash?: { readonly line?: number; readonly loc?: { first_line: number; first_column: number } };
}

/** Turns what Handlebars threw while it worked on `template` into a finding at its place. */
export function explainTemplateError(thrown: unknown, template: TemplateFile): Diagnostic {
  const error = thrown as HandlebarsError;
  const where = placeOf(error, template);
  if (error instanceof RangeError) {
    return diagnose("template-recursion", { name: template.file }, where);
  }
  if (error.hash !== undefined) {
    return diagnose("template-syntax", { problem: "a tag is unfinished or out of place" }, where);
  }
  const [problem = ""] = error.message.split("\n");
  return error.lineNumber === undefined
    ? diagnose("template-failed", { problem }, where)
    : diagnose("template-syntax", { problem: problem.replace(/ - \d+:\d+$/, "") }, where);
}

function placeOf({ lineNumber, column, hash }: HandlebarsError, { file, text }: TemplateFile): Place {
  const line = lineNumber ?? hash?.loc?.first_line ?? (hash?.line === undefined ? 1 : hash.line + 1);
  return { file, text, line, column: (column ?? hash?.loc?.first_column ?? 0) + 1 };
}
