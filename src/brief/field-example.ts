import { globalRegistry, type z } from "zod";
import { fieldsOf, innermost, isOptional, schemaAt } from "./schema-fields.ts";

/** The field filled in as an example, on one line; undefined where none would help. */
export function exampleOf(path: readonly PropertyKey[], schema: z.core.$ZodType): string | undefined {
  const key = path.findLast((step) => typeof step === "string");
  const isItem = typeof path.at(-1) === "number";
  const [firstField] = Object.keys(fieldsOf(schema) ?? {});
  if (isItem && firstField !== undefined) return `- ${firstField}: …`;
  const example = valueExample(schema);
  if (key === undefined || example === undefined) return undefined;
  return isItem ? `- ${example}` : `${String(key)}: ${example}`;
}

function valueExample(schema: z.core.$ZodType): string | undefined {
  const given = firstExample(schema) ?? firstExample(innermost(schema));
  if (given !== undefined) return inline(given);
  const type = innermost(schema);
  const fields = fieldsOf(type);
  if (fields !== undefined) {
    const required = Object.entries(fields).filter(([, field]) => !isOptional(field));
    return `{ ${required.map(([key, field]) => `${key}: ${valueExample(field) ?? "…"}`).join(", ")} }`;
  }
  const { def } = type._zod;
  if (def.type === "enum" && "options" in type && Array.isArray(type.options)) return String(type.options[0]);
  if (def.type === "array") {
    const item = schemaAt(type, [0]);
    return item === undefined ? undefined : `[${valueExample(item) ?? "…"}]`;
  }
  return "format" in def && def.format === "date" ? "2025-02-03" : "…";
}

function firstExample(schema: z.core.$ZodType): unknown {
  const examples: unknown = globalRegistry.get(schema)?.examples;
  return Array.isArray(examples) ? examples[0] : undefined;
}

/** The value on one line of YAML; text with a mark that YAML would misread stands in quotes. */
function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const fields = Object.entries(value).map(([key, entry]) => `${key}: ${inline(entry)}`);
    return `{ ${fields.join(", ")} }`;
  }
  const text = String(value);
  return /^[\w$][^:#,[\]{}]*$/.test(text) ? text : JSON.stringify(text);
}
