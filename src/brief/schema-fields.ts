import { z } from "zod";
import { type FieldRole, fieldRoles } from "./field-roles.ts";

type Schema = z.core.$ZodType;

/** A text in the data, where it stands and what the schema says it is for. */
export interface TextField {
  readonly path: readonly PropertyKey[];
  readonly text: string;
  readonly role: FieldRole | undefined;
}

/** All texts of the data that the schema has a place for, in the order of the schema. */
export function textFields(schema: Schema, value: unknown, path: readonly PropertyKey[] = []): TextField[] {
  const type = innermost(schema);
  if (typeof value === "string") return [{ path, text: value, role: roleOf(schema) }];
  if (type instanceof z.ZodArray && Array.isArray(value)) {
    return value.flatMap((item, index) => textFields(type.element, item, [...path, index]));
  }
  if (type instanceof z.ZodRecord && isFields(value)) {
    return Object.entries(value).flatMap(([key, entry]) => textFields(type.valueType, entry, [...path, key]));
  }
  if (type instanceof z.ZodObject && isFields(value)) {
    return Object.entries(type.shape).flatMap(([key, field]) =>
      Object.hasOwn(value, key) ? textFields(field, value[key], [...path, key]) : [],
    );
  }
  return [];
}

/** The fields of an object schema; undefined for any other. */
export function fieldsOf(schema: Schema): Readonly<Record<string, Schema>> | undefined {
  const type = innermost(schema);
  return type instanceof z.ZodObject ? type.shape : undefined;
}

/** The schema at a path through the fields and items of another. */
export function schemaAt(schema: Schema, path: readonly PropertyKey[]): Schema | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return schema;
  const type = innermost(schema);
  if (type instanceof z.ZodArray) return schemaAt(type.element, rest);
  if (type instanceof z.ZodRecord) return schemaAt(type.valueType, rest);
  const field = type instanceof z.ZodObject ? type.shape[String(step)] : undefined;
  return field === undefined ? undefined : schemaAt(field, rest);
}

/** The type itself, without what makes it optional or gives it a default. */
export function innermost(schema: Schema): Schema {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? innermost(schema.def.innerType)
    : schema;
}

/** What the texts of a schema are for; undefined where the schema is not a text with a role. */
export const roleOf = (schema: Schema): FieldRole | undefined => fieldRoles.get(innermost(schema))?.role;

/** Whether a brief may leave the field out. */
export const isOptional = (schema: Schema): boolean =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodDefault;

/** Whether a value is an object with fields, not a list. */
export const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
