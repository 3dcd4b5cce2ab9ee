import { safeParse, type z } from "zod";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { failure, hasError, type Outcome, success } from "../diagnostics/outcome.ts";
import { checkAudiences } from "./check-audiences.ts";
import { checkCaveats } from "./check-caveats.ts";
import { checkCharacters } from "./check-characters.ts";
import { checkChart } from "./check-chart.ts";
import { checkHabits } from "./check-habits.ts";
import { checkKeys } from "./check-keys.ts";
import { checkReferences } from "./check-references.ts";
import type { Positions } from "./document-positions.ts";
import { explainIssue, valueAt } from "./explain-issue.ts";
import { readDocument } from "./read-document.ts";
import { type Brief, briefSchema } from "./schema.ts";
import { schemaAt, textFields } from "./schema-fields.ts";
import type { BriefSource } from "./source.ts";

/** A valid brief, with the places of its fields. */
export interface ParsedBrief extends Positions {
  readonly brief: Brief;
}

/** What a brief is checked against besides its schema. */
export interface ParseOptions {
  /** Ids of the audiences that may have an edition. */
  readonly knownAudiences?: readonly string[];
}

/** The audiences that Execbrief knows without any configuration. */
export const BUILT_IN_AUDIENCES: readonly string[] = ["c-level", "marketing"];

/** Reads and checks a brief file; all its faults are reported in one run, unless it is not even YAML or JSON. */
export function parseBrief(
  source: BriefSource,
  { knownAudiences = BUILT_IN_AUDIENCES }: ParseOptions = {},
): Outcome<ParsedBrief> {
  const document = readDocument(source);
  if (!document.ok) return document;

  const keys = checkKeys(briefSchema, document.value.value, document.value);
  const positions = throughWrittenPaths(document.value, keys.writtenPath);
  const parsed = briefSchema.safeParse(keys.value);
  const context = { schema: briefSchema, value: keys.value, ...positions };
  const issues = parsed.success ? [] : oneEachPath(allIssues(briefSchema, keys.value, parsed.error.issues));
  const texts = textFields(briefSchema, keys.value);
  const findings = [
    ...document.diagnostics,
    ...keys.diagnostics,
    ...issues.map((issue) => explainIssue(issue, context)),
    ...checkCharacters(texts, positions.locateText),
    ...checkReferences(keys.value, texts, positions),
    ...checkCaveats(keys.value, texts, positions),
    ...checkChart(keys.value, positions),
    ...checkAudiences(keys.value, texts, knownAudiences, positions),
    ...(parsed.success ? checkHabits(parsed.data, positions) : []),
  ].sort(byPlace);
  return parsed.success && !hasError(findings)
    ? success({ brief: parsed.data, ...positions }, findings)
    : failure(findings);
}

/** Positions by the paths of the schema, where the author misspelt some keys. */
const throughWrittenPaths = (
  { locate, locateText, written }: Positions,
  writtenPath: (path: readonly PropertyKey[]) => readonly PropertyKey[],
): Positions => ({
  locate: (path, options) => locate(writtenPath(path), options),
  locateText: (path, needle, offset) => locateText(writtenPath(path), needle, offset),
  written: (path) => written(writtenPath(path)),
});

/** The library does not look into a list that is too long or too short, so its items are checked here. */
function allIssues(
  schema: z.core.$ZodType,
  value: unknown,
  issues: readonly z.core.$ZodIssue[],
): z.core.$ZodIssue[] {
  return issues.flatMap((issue) => {
    const list = valueAt(value, issue.path);
    const isSize = issue.code === "too_big" || issue.code === "too_small";
    const listSchema = schemaAt(schema, issue.path);
    if (!isSize || !Array.isArray(list) || listSchema === undefined) return [issue];
    return [issue, ...list.flatMap((item, index) => itemIssues(listSchema, item, [...issue.path, index]))];
  });
}

function itemIssues(listSchema: z.core.$ZodType, item: unknown, path: PropertyKey[]): z.core.$ZodIssue[] {
  const schema = schemaAt(listSchema, [0]);
  const result = schema === undefined ? undefined : safeParse(schema, item);
  if (schema === undefined || result === undefined || result.success) return [];
  return allIssues(schema, item, result.error.issues).map((issue) => ({
    ...issue,
    path: [...path, ...issue.path],
  }));
}

/** A text that has the wrong form and is too long is one mistake. */
function oneEachPath(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  const byPath = new Map<string, z.core.$ZodIssue>();
  for (const issue of issues) {
    const key = JSON.stringify(issue.path);
    if (!byPath.has(key)) byPath.set(key, issue);
  }
  return [...byPath.values()];
}

const byPlace = ({ where: a }: Diagnostic, { where: b }: Diagnostic): number =>
  (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0);
