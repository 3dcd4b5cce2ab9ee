import { z } from "zod";
import { labelsSchema } from "../labels.ts";
import type { Field, GroupShape, Shape } from "./shape.ts";

/**
 * The words of a locale, told from their schema. Words that not every language has, such as plural forms, are left out: a
 * template that named one would fail in the languages that lack it.
 */
export const labelShape = (): GroupShape => groupOf("Labels", ABOUT, labelsSchema.shape);

const ABOUT =
  "The words of a locale file, `locales/en.yaml` and its siblings. Use them for every word on the page, and it can be read in every language. Words with a mark such as `{name}` are filled in by Execbrief itself.";

function groupOf(name: string, about: string, shape: Readonly<Record<string, z.core.$ZodType>>): GroupShape {
  const fields = Object.entries(shape).flatMap(([key, schema]): [string, Field][] =>
    schema instanceof z.ZodOptional
      ? []
      : [
          [
            key,
            { shape: shapeOf(schema, `${name}.${key}`), about: descriptionOf(schema), isOptional: false },
          ],
        ],
  );
  return { kind: "group", name, about, fields: Object.fromEntries(fields) };
}

function shapeOf(schema: z.core.$ZodType, name: string): Shape {
  if (schema instanceof z.ZodObject) return groupOf(name, "", schema.shape);
  if (schema instanceof z.ZodEnum) {
    return { kind: "text", choices: Object.fromEntries(schema.options.map((option) => [option, ""])) };
  }
  if (!(schema instanceof z.ZodRecord)) return { kind: "text" };
  const { keyType, valueType } = schema.def;
  if (!(keyType instanceof z.ZodEnum)) return { kind: "names", value: shapeOf(valueType, name) };
  return groupOf(name, "", Object.fromEntries(keyType.options.map((option) => [option, valueType])));
}

const descriptionOf = (schema: z.core.$ZodType): string =>
  (schema instanceof z.ZodType && schema.meta()?.description) || "";
