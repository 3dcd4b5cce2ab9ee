import { z } from "zod";
import type { JsonSchema } from "../src/brief/json-schema.ts";
import { EDITION_SHAPE } from "../src/edition/edition-shape.ts";
import type { Field, GroupShape, Shape } from "../src/edition/shape/shape.ts";
import { SIGNATURES } from "../src/render/checks/helper-signatures.ts";
import { MAIL_SHAPE } from "../src/render/checks/mail-shape.ts";
import { manifestSchema } from "../src/render/manifest.ts";
import { tokenSchema } from "../src/render/theme/token.ts";

/** An example of the reference: a template that a test runs, and what it prints. */
export interface Example {
  readonly about: string;
  readonly template: string;
  readonly prints: string;
}

/** The text of schema/template.schema.json, from which editors complete and check template.yaml. */
export const generateTemplateSchema = (): string =>
  `${JSON.stringify({ title: "Execbrief template set", ...z.toJSONSchema(manifestSchema, { io: "input" }) }, null, 2)}\n`;

/**
 * The text of docs/template-reference.md: every field, helper and setting of a template set. `english` are the labels of that language, by which the
 * reference shows what a label is.
 */
export function generateTemplateReference(examples: readonly Example[], english: unknown): string {
  return `# Template reference

Every name that a template can use, and every setting of a template set. How templates are made is told in
[templates.md](templates.md); \`brief template check\` holds yours to these pages, and so does each build.

## Fields

A template begins with the fields of Edition. Inside \`{{#each caveats}}\` or \`{{#with author}}\` names start at the item or part;
\`../\` leads one level out, \`@root.\` to the whole edition. A field that is not in every brief has to be asked for first, with
\`{{#if}}\` or \`{{#with}}\`. Labels are the words of the page itself; they come from \`locales/\`.

${groupsIn(EDITION_SHAPE)
  .map((group) => sectionOf(group, english))
  .join("\n\n")}

### RichText

Text with emphasis, links and source numbers.

| field | is | what it is |
| --- | --- | --- |
| \`html\` | markup | what \`{{rich …}}\` prints |
| \`text\` | text | the same words without markup |

## Fields of messages

\`email.hbs\` and its partials see all of the edition, and \`mail\` besides.

${mailGroups()
  .map((group) => sectionOf(group, english))
  .join("\n\n")}

## Helpers

| helper | what it does |
| --- | --- |
${[...SIGNATURES.values()].map(({ usage, about }) => `| \`${escaped(usage)}\` | ${about} |`).join("\n")}

A project can add helpers of its own: [template-sets.md](template-sets.md).

${examples.map(exampleText).join("\n\n")}

## Settings of template.yaml

An editor that knows YAML schemas completes them with this first line:
\`# yaml-language-server: $schema=../../node_modules/execbrief/schema/template.schema.json\`

${tableOf(propertiesOf(manifestSchema))}

A set that does not extend another has a \`name\` and a \`description\`.

## Design tokens

A token’s name is small letters, digits and hyphens: \`accent\` is \`var(--accent)\` in \`page.css\` and \`email.css\`. What it may say depends
on its type.

${tokenSchema.options.map(tokenSection).join("\n\n")}
`;
}

/** A group and all groups in it, each once, in the order in which they are met. */
function groupsIn(shape: Shape, known = new Map<string, GroupShape>()): GroupShape[] {
  if (shape.kind === "list") groupsIn(shape.item, known);
  if (shape.kind === "names") groupsIn(shape.value, known);
  if (shape.kind === "group" && !known.has(shape.name)) {
    known.set(shape.name, shape);
    for (const { shape: inner } of Object.values(shape.fields)) groupsIn(inner, known);
  }
  return [...known.values()];
}

function mailGroups(): GroupShape[] {
  const { mail } = MAIL_SHAPE.fields;
  return mail === undefined ? [] : groupsIn(mail.shape);
}

function sectionOf({ name, about, fields }: GroupShape, english: unknown): string {
  const rows = Object.entries(fields).map(([key, field]) =>
    rowOf(key, field.about === "" ? { ...field, about: wordsOf(`${name}.${key}`, english) } : field),
  );
  const lines = [`### ${name}`, "", ...(about === "" ? [] : [about, ""])];
  return [...lines, "| field | is | what it is |", "| --- | --- | --- |", ...rows].join("\n");
}

/** What a label says in English; of a group of labels, that it is one. */
function wordsOf(way: string, english: unknown): string {
  const [, ...steps] = way.split(".");
  const value = steps.reduce<unknown>(
    (part, step) => (typeof part === "object" && part !== null ? Reflect.get(part, step) : undefined),
    english,
  );
  return typeof value === "string" ? `“${value}”` : "words of the page";
}

function rowOf(key: string, { shape, about, isOptional }: Field): string {
  const absent = isOptional ? ", or nothing" : "";
  return `| \`${key}\` | ${kindOf(shape)}${absent} | ${escaped(`${about}${choicesOf(shape)}`)} |`;
}

function kindOf(shape: Shape): string {
  switch (shape.kind) {
    case "rich":
      return "RichText";
    case "yes-no":
      return "yes or no";
    case "group":
      return shape.name;
    case "list":
      return `list of ${kindOf(shape.item)}${shape.isNeverEmpty ? ", at least one" : ""}`;
    case "names":
      return `${kindOf(shape.value)} by name`;
    default:
      return shape.kind;
  }
}

function choicesOf(shape: Shape): string {
  if (shape.kind !== "text" || shape.choices === undefined) return "";
  const choices = Object.entries(shape.choices).map(([choice, meaning]) => `\`${choice}\` (${meaning})`);
  return `: ${choices.join(", ")}`;
}

const exampleText = ({ about, template, prints }: Example): string =>
  [about, "", "```handlebars", template, "```", "", "prints", "", "```html", prints, "```"].join("\n");

function propertiesOf(schema: z.core.$ZodType): JsonSchema {
  return z.toJSONSchema(schema, { io: "input" }) as JsonSchema;
}

function tableOf({ properties = {}, required = [] }: JsonSchema): string {
  const rows = Object.entries(properties).map(([key, property]) => {
    const { description = "", default: byDefault } = typeof property === "boolean" ? {} : property;
    const preset = byDefault === undefined ? "" : `\`${JSON.stringify(byDefault)}\``;
    return `| \`${key}\` | ${required.includes(key) ? "yes" : ""} | ${preset} | ${escaped(description)} |`;
  });
  return ["| setting | required | if left out | meaning |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

function tokenSection(schema: (typeof tokenSchema.options)[number]): string {
  const { properties = {}, ...rest } = propertiesOf(schema);
  const { type, ...others } = properties;
  const name = typeof type === "object" ? String(type.const) : "";
  return [`### A token of type \`${name}\``, "", tableOf({ ...rest, properties: others })].join("\n");
}

const escaped = (text: string): string => text.replaceAll("|", "\\|");
