import type { z } from "zod";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { Path, Positions } from "./document-positions.ts";
import { groupName } from "./field-name.ts";
import { KEY_SYNONYMS } from "./key-synonyms.ts";
import { fieldsOf, innermost, isFields, schemaAt } from "./schema-fields.ts";

/** Data whose keys are all known: misspelt keys are read as what was meant, so that what they hold is checked too. */
export interface KnownKeys {
  readonly value: unknown;
  readonly diagnostics: Diagnostic[];
  /** The path in the file of a path in `value`. */
  readonly writtenPath: (path: Path) => Path;
}

/** Reports every key that the schema does not have, with what was probably meant. */
export function checkKeys(schema: z.core.$ZodType, data: unknown, { locate }: Positions): KnownKeys {
  const diagnostics: Diagnostic[] = [];
  const renamed = new Map<string, string>();

  function read(type: z.core.$ZodType, value: unknown, path: Path, written: Path): unknown {
    const fields = fieldsOf(type);
    if (Array.isArray(value)) {
      const element = schemaAt(innermost(type), [0]);
      return element === undefined
        ? value
        : value.map((item, index) => read(element, item, [...path, index], [...written, index]));
    }
    if (fields === undefined || !isFields(value)) return value;

    const known: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      const field = Object.hasOwn(fields, key) ? key : report(type, key, value, written);
      const fieldType = field === undefined ? undefined : fields[field];
      if (field === undefined || fieldType === undefined || Object.hasOwn(known, field)) continue;
      const fieldPath = [...path, field];
      if (field !== key) renamed.set(pathKey(fieldPath), key);
      known[field] = read(fieldType, value[key], fieldPath, [...written, key]);
    }
    return known;
  }

  /** Reports the key and returns the field that was meant, if the author has not written that one as well. */
  function report(type: z.core.$ZodType, key: string, siblings: object, parent: Path): string | undefined {
    const fields = fieldsOf(type) ?? {};
    const known = Object.keys(fields).filter((field) => !field.startsWith("$"));
    const suggestion = meantField(key, known);
    const belongsIn = known.find((field) => Object.hasOwn(fieldsOf(fields[field] ?? type) ?? {}, key));
    const closeMatch = belongsIn === undefined || suggestion === undefined ? suggestion : undefined;
    diagnostics.push(
      diagnose(
        "unknown-key",
        { key, place: groupName(parent), suggestion: closeMatch, belongsIn, known },
        locate([...parent, key], { key: true }),
      ),
    );
    return closeMatch !== undefined && !Object.hasOwn(siblings, closeMatch) ? closeMatch : undefined;
  }

  const writtenPath = (path: Path): Path =>
    path.map((step, index) => renamed.get(pathKey(path.slice(0, index + 1))) ?? step);

  return { value: read(schema, data, [], []), diagnostics, writtenPath };
}

function meantField(key: string, known: readonly string[]): string | undefined {
  const bare = key.toLowerCase().replace(/[^a-z]/g, "");
  const synonyms = Object.hasOwn(KEY_SYNONYMS, bare) ? KEY_SYNONYMS[bare] : undefined;
  return synonyms?.find((synonym) => known.includes(synonym)) ?? suggest(key, known);
}

const pathKey = (path: Path): string => JSON.stringify(path);
