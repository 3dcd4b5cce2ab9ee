import { isMap, isScalar, type Pair, parseDocument } from "yaml";
import { z } from "zod";
import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import { suggest } from "../diagnostics/suggest.ts";
import { placesOf } from "../diagnostics/text-position.ts";

/** Validated settings, and where each stands in the file. */
export interface Settings<T> {
  readonly value: T;
  readonly placeOf: (path: readonly PropertyKey[]) => Place;
}

/** What is wrong with one setting. */
export interface SettingsFault {
  /** Way to the setting, such as `organisation.name`; empty for the file as a whole. */
  readonly key: string;
  /** A clause without a full stop. */
  readonly problem: string;
  readonly suggestion: string | undefined;
}

/** Reads a small YAML file of settings; all its faults are reported at once, each at its place. */
export function parseSettings<Schema extends z.ZodObject>(
  schema: Schema,
  text: string,
  file: string,
  explain: (fault: SettingsFault, where: Place) => Diagnostic,
): Outcome<Settings<z.infer<Schema>>> {
  const placeAt = placesOf(file, text);
  const document = parseDocument(text, { prettyErrors: false });
  if (document.errors.length > 0) {
    return failure(
      document.errors.map(({ message, pos }) =>
        explain({ key: "", problem: lowerFirst(message), suggestion: undefined }, placeAt(pos[0])),
      ),
    );
  }
  const placeOf = (path: readonly PropertyKey[]) => placeAt(offsetOf(document.contents, path));
  const written = plainData(document);
  if (written === undefined) {
    const fault = { key: "", problem: "it repeats an anchor too often", suggestion: undefined };
    return failure([explain(fault, placeAt(0))]);
  }
  const parsed = schema.safeParse(written);
  if (parsed.success) return success({ value: parsed.data, placeOf });
  const faults = parsed.error.issues.flatMap((issue) => faultsOf(issue, schema));
  return failure(
    faults.map(({ path, ...fault }) => explain({ key: path.join("."), ...fault }, placeOf(path))),
  );
}

/** The values without YAML’s nodes; undefined where aliases would multiply them without bound. */
function plainData(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS() ?? {};
  } catch {
    return undefined;
  }
}

/** Offset of a setting’s key, of an item’s value, or of the nearest part around it that exists. */
function offsetOf(node: unknown, path: readonly PropertyKey[]): number {
  const start = rangeStart(node);
  const [step, ...rest] = path;
  if (step === undefined) return start;
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step)) as
      | Pair
      | undefined;
    if (pair === undefined) return start;
    return rest.length === 0 || pair.value === null ? rangeStart(pair.key) : offsetOf(pair.value, rest);
  }
  const item =
    typeof node === "object" && node !== null && "items" in node
      ? (node.items as unknown[])[Number(step)]
      : undefined;
  return item === undefined ? start : offsetOf(item, rest);
}

function rangeStart(node: unknown): number {
  const range =
    typeof node === "object" && node !== null && "range" in node
      ? (node.range as number[] | undefined)
      : undefined;
  return range?.[0] ?? 0;
}

function faultsOf(issue: z.core.$ZodIssue, schema: z.core.$ZodType) {
  const { path } = issue;
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(schema, path);
    return issue.keys.map((key) => ({
      path: [...path, key],
      problem: "there is no such setting",
      suggestion: suggest(key, known),
    }));
  }
  const isRequired = issue.code === "invalid_type" && /received undefined$/.test(issue.message);
  const problem = isRequired
    ? "it is missing"
    : lowerFirst(issue.message.replace(/^Invalid (?:input|option): /, ""));
  return [{ path, problem, suggestion: undefined }];
}

/** The keys that the object at `path` may have. */
function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const inner = withoutWrapping(schema);
  const [step, ...rest] = path;
  if (inner instanceof z.ZodObject) {
    const next = step === undefined ? undefined : inner.shape[String(step)];
    return step === undefined ? Object.keys(inner.shape) : next === undefined ? [] : keysAt(next, rest);
  }
  if (inner instanceof z.ZodArray) return keysAt(inner.element, rest);
  if (!(inner instanceof z.ZodRecord)) return [];
  return step === undefined ? namesOf(inner.keyType) : keysAt(inner.valueType, rest);
}

/** The names that a group may use for its entries; none where any will do. */
function namesOf(schema: z.core.$ZodType): string[] {
  return schema instanceof z.ZodEnum ? schema.options.map(String) : [];
}

function withoutWrapping(schema: z.core.$ZodType): z.core.$ZodType {
  const isWrapped =
    schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault;
  return isWrapped ? withoutWrapping(schema.def.innerType) : schema;
}

const lowerFirst = (sentence: string): string =>
  (/^[A-Z][a-z]/.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence).replace(
    /\.$/,
    "",
  );
