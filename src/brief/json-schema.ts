import { z } from "zod";
import { briefSchema } from "./schema.ts";
import { roleOf } from "./schema-fields.ts";

/** A JSON Schema (draft 2020-12) as plain data. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The JSON Schema of a brief file, for editors: completion, descriptions and faults while typing. */
export const briefJsonSchema = (): JsonSchema =>
  z.toJSONSchema(briefSchema, {
    io: "input",
    override: ({ zodSchema, jsonSchema }) => adapt(zodSchema, jsonSchema),
  });

/** Formats that only Execbrief knows give way to what every validator knows; texts say whether Markdown works in them. */
function adapt(zodSchema: z.core.$ZodType, schema: JsonSchema): void {
  if (schema.format === "web-address") {
    schema.format = "uri";
    schema.pattern = "^[Hh][Tt][Tt][Pp][Ss]?://";
  } else if (schema.format === "locale") {
    delete schema.format;
    schema.pattern = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$";
  } else if (schema.format === "identifier" || schema.format === "grade") {
    delete schema.format;
  }
  // The pattern of the calendar is long and says what the format already does.
  if (schema.format === "date" || schema.format === "email") delete schema.pattern;
  const note = NOTES[roleOf(zodSchema) ?? "none"];
  if (note !== undefined && schema.description !== undefined) schema.description += ` ${note}`;
}

const NOTES: Readonly<Record<string, string>> = {
  plain: "Plain text.",
  markdown: "Markdown, with citations [@id].",
  "markdown-line": "One paragraph of Markdown, with citations [@id].",
};
