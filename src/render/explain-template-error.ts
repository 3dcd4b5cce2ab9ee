import { type Diagnostic, diagnose, type Place } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { TemplateFile } from "./template-set.ts";

/** What Handlebars’ exceptions carry besides their message. */
interface HandlebarsError extends Error {
  /** Counted from 1. */
  readonly lineNumber?: number;
  /** Counted from 0. */
  readonly column?: number;
}

/** Turns what Handlebars threw while it read `template` into a finding at its place. */
export function explainSyntaxError(thrown: unknown, template: TemplateFile): Diagnostic {
  return diagnose("template-syntax", { problem: problemOf(thrown) }, placeOf(thrown, template));
}

/** Turns what Handlebars threw while `template` printed `data` into a finding at its place. */
export function explainTemplateError(thrown: unknown, template: TemplateFile, data: object): Diagnostic {
  const where = placeOf(thrown, template);
  const problem = problemOf(thrown);
  const { field, parent } = UNDEFINED_FIELD.exec(problem)?.groups ?? {};
  if (field === undefined) return diagnose("template-failed", { problem }, where);
  if (parent === "null") return diagnose("template-absent-part", { field }, where);
  // The same name may well exist in another part, where it cannot have been meant.
  const otherNames = fieldNames(data).filter((name) => name !== field);
  return diagnose("template-unknown-field", { field, suggestion: suggest(field, otherNames) }, where);
}

/** Strict mode throws a plain exception for an unknown field; its message is the only place that names the field. */
const UNDEFINED_FIELD = /^"(?<field>.+)" not defined in (?<parent>.+)$/;

/** The first line of the message, without the place that Handlebars adds to it. */
function problemOf(thrown: unknown): string {
  const [problem = ""] = (thrown as Error).message.split("\n");
  return problem.replace(/ - \d+:\d+$/, "");
}

function placeOf(thrown: unknown, { file, text }: TemplateFile): Place {
  const { lineNumber = 1, column = 0 } = thrown as HandlebarsError;
  return { file, text, line: lineNumber, column: column + 1 };
}

/** Every property name that occurs anywhere in the data. */
function fieldNames(value: unknown): string[] {
  if (value === null || typeof value !== "object") return [];
  if (Array.isArray(value)) return [...new Set(value.flatMap(fieldNames))];
  return [...new Set(Object.entries(value).flatMap(([name, inner]) => [name, ...fieldNames(inner)]))];
}
