import { stringify } from "yaml";
import { type Brief, briefSchema } from "../brief/schema.ts";

/** A brief as YAML in one form alone: the fields in the order of the schema, without comments and without empty lists. */
export function writeBrief(brief: Brief): string {
  const fields = Object.keys(briefSchema.shape).flatMap((key) => {
    const value = (brief as Readonly<Record<string, unknown>>)[key];
    return isNothing(value) ? [] : [[key, withoutNothing(value)] as const];
  });
  return stringify(Object.fromEntries(fields), WRITING);
}

/** Written alike whatever the lines are broken at; a text that stands twice is written twice. */
const WRITING = { version: "1.2", lineWidth: 0, aliasDuplicateObjects: false } as const;

const isNothing = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.length === 0);

function withoutNothing(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNothing);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (isNothing(inner) ? [] : [[key, withoutNothing(inner)]])),
  );
}
