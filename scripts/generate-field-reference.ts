import { briefJsonSchema, type JsonSchema } from "../src/brief/json-schema.ts";
import { IDENTIFIER } from "../src/brief/string-formats.ts";

/** The reference of all fields of a brief, in Markdown, one table for each group of fields. */
export function generateFieldReference(): string {
  return groupsIn("", briefJsonSchema())
    .map(({ name, schema }) =>
      [`### ${name === "" ? "A brief" : `\`${name}\``}`, "", ...tableOf(schema)].join("\n"),
    )
    .join("\n\n");
}

interface Group {
  readonly name: string;
  readonly schema: JsonSchema;
}

/** The schema itself and all groups of fields in it; `[]` after a name marks a list of them. */
function groupsIn(name: string, schema: JsonSchema): Group[] {
  const inner = Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
    if (typeof property === "boolean") return [];
    const path = name === "" ? key : `${name}.${key}`;
    const item = itemOf(property);
    if (property.properties !== undefined) return groupsIn(path, property);
    return item?.properties === undefined ? [] : groupsIn(`${path}[]`, item);
  });
  return [{ name, schema }, ...inner];
}

function itemOf({ items }: JsonSchema): JsonSchema | undefined {
  return typeof items === "object" && !Array.isArray(items) ? items : undefined;
}

function tableOf({ properties = {}, required = [] }: JsonSchema): string[] {
  const rows = Object.entries(properties).flatMap(([key, property]) =>
    typeof property === "boolean"
      ? []
      : [
          `| \`${key}\` | ${required.includes(key) ? "yes" : ""} | ${typeOf(property)} | ${meaningOf(property)} |`,
        ],
  );
  return ["| field | required | what it holds | meaning |", "| --- | --- | --- | --- |", ...rows];
}

function typeOf(schema: JsonSchema): string {
  if (schema.enum !== undefined)
    return `one of ${schema.enum.map((choice) => `\`${String(choice)}\``).join(", ")}`;
  if (schema.type === "object")
    return schema.properties === undefined ? "texts or numbers by name" : "fields, see below";
  if (schema.type !== "array") return `${nameOf(schema)}${lengthOf(schema)}`;
  const item = itemOf(schema);
  const content = item?.properties === undefined ? `${nameOf(item ?? {})}s` : "groups of fields, see below";
  return `list${countOf(schema)} of ${content}`;
}

const nameOf = ({ format = "", pattern }: JsonSchema): string =>
  pattern === IDENTIFIER.source ? "id" : (FORMATS[format] ?? "text");

const FORMATS: Readonly<Record<string, string>> = {
  date: "date, `YYYY-MM-DD`",
  email: "mail address",
  uri: "web address, `http` or `https`",
};

const lengthOf = ({ maxLength }: JsonSchema): string =>
  maxLength === undefined ? "" : `, up to ${maxLength} characters`;

function countOf({ minItems, maxItems }: JsonSchema): string {
  if (minItems !== undefined && maxItems !== undefined) return ` (${minItems} to ${maxItems})`;
  if (maxItems !== undefined) return ` (up to ${maxItems})`;
  return minItems === undefined ? "" : ` (at least ${minItems})`;
}

function meaningOf({ description = "", examples = [] }: JsonSchema): string {
  const shown = examples.map((example) => `\`${exampleText(example)}\``);
  return `${description}${shown.length === 0 ? "" : ` For example ${shown.join(", ")}.`}`.replaceAll(
    "|",
    "\\|",
  );
}

function exampleText(example: unknown): string {
  if (Array.isArray(example)) return `[${example.join(", ")}]`;
  if (typeof example !== "object" || example === null) return String(example);
  return `{ ${Object.entries(example)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join(", ")} }`;
}
