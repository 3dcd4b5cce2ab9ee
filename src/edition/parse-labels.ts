import { type Document, isMap, isScalar, LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { type Diagnostic, diagnose, type Place } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import { suggest } from "../diagnostics/suggest.ts";
import { type Labels, labelsSchema } from "./labels.ts";

/** Reads a locale file; all its faults are reported at once, each at its place. */
export function parseLabels(text: string, path: string): Outcome<Labels> {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const placeAt = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset);
    return { file: path, line: Math.max(line, 1), column: Math.max(col, 1), text };
  };
  const written = plainData(document);
  if (!written.ok) {
    return failure([diagnose("labels-syntax", { path, problem: written.problem }, placeAt(written.offset))]);
  }
  const parsed = labelsSchema.safeParse(written.data);
  if (parsed.success) return success(parsed.data);
  return failure(
    parsed.error.issues.flatMap((issue) =>
      describeIssue(issue, written.data, path, (label) => placeAt(offsetOf(document, label))),
    ),
  );
}

type PlainData = { ok: true; data: unknown } | { ok: false; problem: string; offset: number };

/** The values of the document, or its first fault: the ones after it mostly follow from it. */
function plainData(document: Document.Parsed): PlainData {
  const [fault] = document.errors;
  if (fault !== undefined) return { ok: false, problem: fault.message, offset: fault.pos[0] };
  if (!isMap(document.contents)) return { ok: false, problem: "it holds no labels", offset: 0 };
  try {
    // A locale has no use for aliases, which could make a small file vast.
    return { ok: true, data: document.toJS({ maxAliasCount: 0 }) };
  } catch {
    return { ok: false, problem: "it uses aliases", offset: 0 };
  }
}

type Label = readonly PropertyKey[];

function describeIssue(
  issue: z.core.$ZodIssue,
  data: unknown,
  path: string,
  locate: (label: Label) => Place,
): Diagnostic[] {
  const label = issue.path.join(".");
  if (issue.code === "unrecognized_keys") {
    const expected = expectedKeys(issue.path);
    return issue.keys.map((key) => {
      const unknown = [...issue.path, key];
      const suggestion = suggest(key, expected);
      return diagnose("label-unknown", { path, label: unknown.join("."), suggestion }, locate(unknown));
    });
  }
  if (valueAt(data, issue.path) === undefined) {
    return [diagnose("label-missing", { path, label }, locate(issue.path))];
  }
  const problem = issue.code === "invalid_type" ? `a ${issue.expected} belongs here` : issue.message;
  return [diagnose("label-invalid", { path, label, problem: lowerFirst(problem) }, locate(issue.path))];
}

/** The keys that may stand in the section `label` of a locale file. */
function expectedKeys(label: Label): string[] {
  const section = label.reduce<unknown>(
    (schema, key) => (schema instanceof z.ZodObject ? schema.shape[String(key)] : undefined),
    labelsSchema,
  );
  if (section instanceof z.ZodObject) return Object.keys(section.shape);
  return section instanceof z.ZodRecord && section.keyType instanceof z.ZodEnum
    ? section.keyType.options.map(String)
    : [];
}

function valueAt(data: unknown, label: Label): unknown {
  return label.reduce<unknown>(member, data);
}

function member(value: unknown, key: PropertyKey): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? (value as Record<PropertyKey, unknown>)[key]
    : undefined;
}

/** Where the label is written, or the nearest section around it that is. */
function offsetOf(document: Document.Parsed, label: Label): number {
  const parent = label.length < 2 ? document.contents : document.getIn(label.slice(0, -1), true);
  if (isMap(parent)) {
    const pair = parent.items.find(({ key }) => isScalar(key) && key.value === label.at(-1));
    if (pair !== undefined && isScalar(pair.key)) return pair.key.range?.[0] ?? 0;
  }
  return label.length < 2 ? 0 : offsetOf(document, label.slice(0, -1));
}

const lowerFirst = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);
