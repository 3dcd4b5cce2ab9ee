import type { z } from "zod";
import { type Diagnostic, diagnose, type Place } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { Path } from "./document-positions.ts";
import { exampleOf } from "./field-example.ts";
import { fieldName } from "./field-name.ts";
import { innermost, isFields, isOptional, schemaAt } from "./schema-fields.ts";
import { explainUrl, suggestDate, suggestGrade, suggestIdentifier, suggestLocale } from "./suggest-value.ts";

/** What is needed to explain an issue: the schema and data it is about, and where the data stands in the file. */
export interface IssueContext {
  readonly schema: z.core.$ZodType;
  readonly value: unknown;
  readonly locate: (path: Path) => Place;
  /** A single value as the author wrote it. */
  readonly written: (path: Path) => string | undefined;
}

type Issue = z.core.$ZodIssue;

/** Says in the author’s words what the schema found, at the line where it is. */
export function explainIssue(issue: Issue, context: IssueContext): Diagnostic {
  const { schema, locate } = context;
  const { path } = issue;
  const field = fieldName(path);
  const where = locate(path);
  const value = valueAt(context.value, path);
  const fieldSchema = schemaAt(schema, path) ?? schema;

  if (value === undefined)
    return diagnose("missing-field", { field, example: exampleOf(path, fieldSchema) }, where);
  if (value === null || (typeof value === "string" && value.trim() === "")) {
    return diagnose("empty", { field, optional: isOptional(fieldSchema) }, where);
  }
  switch (issue.code) {
    case "invalid_type":
      return explainType(issue, value, context, field, where);
    case "too_big":
      return Array.isArray(value)
        ? diagnose("too-many", { field, limit: Number(issue.maximum), count: value.length }, where)
        : diagnose(
            "too-long",
            { field, limit: Number(issue.maximum), length: String(value).trim().length },
            where,
          );
    case "too_small":
      return Array.isArray(value)
        ? diagnose("too-few", { field, minimum: Number(issue.minimum), count: value.length }, where)
        : diagnose("empty", { field, optional: isOptional(fieldSchema) }, where);
    case "invalid_value":
      return explainChoice(issue, shown(value, context.written(path)), field, where);
    case "invalid_format":
      return explainFormat(issue.format, String(value), field, where);
    case "invalid_union":
      return diagnose("bad-value", { field, problem: unionProblem(fieldSchema, value) }, where);
    case "invalid_key": {
      const key = String(path.at(-1));
      return diagnose("bad-identifier", { field, value: key, suggestion: suggestIdentifier(key) }, where);
    }
    default:
      return diagnose("bad-value", { field, problem: issue.message }, where);
  }
}

/** The value at a path; undefined where there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(value)) return valueAt(value[Number(step)], rest);
  return isFields(value) && Object.hasOwn(value, step) ? valueAt(value[String(step)], rest) : undefined;
}

/** What a value must be that may be one of several kinds, and what it is. */
function unionProblem(schema: z.core.$ZodType, value: unknown): string {
  const { def } = innermost(schema)._zod;
  const options = "options" in def && Array.isArray(def.options) ? (def.options as z.core.$ZodType[]) : [];
  const kinds = options.map((option) => KINDS.get(innermost(option)._zod.def.type));
  const wanted = [...new Set(kinds.filter((kind) => kind !== undefined))].join(" or ");
  return `it must be ${wanted === "" ? "of another kind" : wanted}, but it is ${FOUND[kindOf(value)]}`;
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ["string", "a text"],
  ["number", "a number"],
  ["boolean", "true or false"],
  ["object", "a group of fields"],
  ["array", "a list"],
]);

const FOUND = {
  text: "a text",
  list: "a list",
  fields: "a group of fields",
  number: "a number",
  "yes-no": "true or false",
  other: "something else",
} as const;

const TYPE_NAMES = { string: "text", array: "list", object: "fields", record: "fields" } as const;

function explainType(
  issue: Extract<Issue, { code: "invalid_type" }>,
  value: unknown,
  context: IssueContext,
  field: string,
  where: Place,
): Diagnostic {
  const expected = Object.hasOwn(TYPE_NAMES, issue.expected)
    ? TYPE_NAMES[issue.expected as keyof typeof TYPE_NAMES]
    : "other";
  const found = kindOf(value);
  const fieldSchema = schemaAt(context.schema, issue.path) ?? context.schema;
  if (isDate(fieldSchema) && typeof value === "number") {
    return explainFormat("date", shown(value, context.written(issue.path)), field, where);
  }
  const example = typeExample(expected, found, value, fieldSchema, context, issue.path);
  return diagnose("wrong-type", { field, expected, found, example }, where);
}

const isDate = (schema: z.core.$ZodType): boolean => {
  const { def } = innermost(schema)._zod;
  return "format" in def && def.format === "date";
};

function typeExample(
  expected: "text" | "list" | "fields" | "other",
  found: ReturnType<typeof kindOf>,
  value: unknown,
  schema: z.core.$ZodType,
  context: IssueContext,
  path: Path,
): string | undefined {
  const key = path.at(-1);
  if (expected === "fields") return exampleOf(path, schema);
  if (expected === "text") {
    const isScalar = found === "number" || found === "yes-no";
    const start = typeof key === "string" ? `${key}: ` : "- ";
    return isScalar ? `${start}"${shown(value, context.written(path))}"` : undefined;
  }
  const item = schemaAt(schema, [0]);
  if (expected !== "list" || item === undefined) return undefined;
  if (innermost(item)._zod.def.type !== "string") return exampleOf([...path, 0], item);
  const words = typeof value === "string" ? value.split(/[\s,;]+/).filter((word) => word !== "") : [];
  return words.length === 0 ? undefined : `${String(key)}: [${words.join(", ")}]`;
}

function kindOf(value: unknown): "text" | "list" | "fields" | "number" | "yes-no" | "other" {
  if (Array.isArray(value)) return "list";
  switch (typeof value) {
    case "string":
      return "text";
    case "number":
      return "number";
    case "boolean":
      return "yes-no";
    case "object":
      return "fields";
    default:
      return "other";
  }
}

function explainChoice(
  issue: Extract<Issue, { code: "invalid_value" }>,
  value: string,
  field: string,
  where: Place,
): Diagnostic {
  const choices = issue.values.map(String);
  return diagnose("bad-choice", { field, value, choices, suggestion: suggest(value, choices) }, where);
}

function explainFormat(format: string, value: string, field: string, where: Place): Diagnostic {
  switch (format) {
    case "date": {
      const isIsoForm = /^\d{4}-\d{2}-\d{2}$/.test(value);
      return diagnose(
        "bad-date",
        { field, value, suggestion: suggestDate(value), exists: !isIsoForm },
        where,
      );
    }
    case "web-address":
      return diagnose("bad-url", { field, ...explainUrl(value) }, where);
    case "email":
      return diagnose("bad-email", { field, value }, where);
    case "identifier":
      return diagnose("bad-identifier", { field, value, suggestion: suggestIdentifier(value) }, where);
    case "locale":
      return diagnose("bad-locale", { field, value, suggestion: suggestLocale(value) }, where);
    case "grade":
      return diagnose("bad-grade", { field, value, suggestion: suggestGrade(value) }, where);
    default:
      return diagnose("bad-value", { field, problem: `it is not a valid ${format}` }, where);
  }
}

/** What to show of a value that is not text; never the inside of a list or group. */
function shown(value: unknown, written: string | undefined): string {
  if (typeof value === "object") return Array.isArray(value) ? "a list" : "a group of fields";
  return written ?? String(value);
}
