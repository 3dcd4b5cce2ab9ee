import { stat } from "node:fs/promises";
import path from "node:path";
import { stringify } from "yaml";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../../diagnostics/outcome.ts";
import type { TemplateSet } from "../../render/template-set.ts";
import type { ColourRole, Token } from "../../render/theme/token.ts";
import { findTemplateSet, isCalled, templateSetsIn } from "../find-template-set.ts";
import { bundled, type Library } from "../library.ts";
import { openTemplateSet } from "./open-template-set.ts";
import type { PlannedFile } from "./planned-files.ts";

/** What making a template set takes. */
export interface PlannedSet {
  readonly name: string;
  readonly extends: string;
  readonly folder: string;
  /** New files; none may be there yet. */
  readonly files: readonly PlannedFile[];
}

/** Plans a small template set `name` of the project in `folder`, which extends the set `from` and works at once. */
export async function planNewSet(
  name: string,
  from: string,
  folder: string,
  library: Library,
): Promise<Outcome<PlannedSet>> {
  if (!SET_NAME.test(name)) {
    return failure([diagnose("template-name-invalid", { name, suggestion: nameFrom(name) })]);
  }
  const target = path.join(folder, "templates", name);
  if (await isThere(target))
    return failure([diagnose("template-set-exists", { folder: `templates/${name}` })]);
  const found = await findTemplateSet(from, library);
  if (!found.ok) return found;
  const namesake = (await templateSetsIn(library)).find((set) => isCalled(set, name));
  if (namesake !== undefined && namesake.folder !== found.value.folder) {
    return failure([diagnose("template-name-taken", { name, isPackage: namesake.origin === "package" })]);
  }
  const base = await openTemplateSet(from, library);
  if (!base.ok) return base;
  const files = {
    "template.yaml": manifestOf(name, base.value, schemaSeenFrom(target, folder)),
    "page-extra.css": extraRulesOf(base.value),
  };
  return success({
    name,
    extends: base.value.name,
    folder: target,
    files: Object.entries(files).map(([file, content]) => ({ file: path.join(target, file), content })),
  });
}

/** A name that is a folder on every system and needs no quotes anywhere. */
const SET_NAME = /^(?=.{1,40}$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** What is left of a name when everything that it may not have is taken out. */
function nameFrom(written: string): string | undefined {
  const name = written
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{Mark}+/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[-0-9]+|-+$/g, "")
    .slice(0, 40)
    .replace(/-+$/, "");
  return SET_NAME.test(name) ? name : undefined;
}

const isThere = (folder: string): Promise<boolean> =>
  stat(folder).then(
    () => true,
    () => false,
  );

function manifestOf(name: string, base: TemplateSet, schema: string | undefined): string {
  const title = name.replace(/^./, (first) => first.toUpperCase()).replaceAll("-", " ");
  const head = schema === undefined ? [] : [`# yaml-language-server: $schema=${schema}`];
  return `${[
    ...head,
    `# The template set “${name}”. Every file that is not in this folder comes from ${base.name}.`,
    `name: ${title}`,
    `description: ${base.manifest.name} as ${title} wears it.`,
    `extends: ${stringify(base.name).trim()}`,
    ...themeOf(base),
  ].join("\n")}\n`;
}

/** The colours that a new look is most likely to change, by their role, and how many of each are offered. */
const FIRST_CHANGED: readonly (readonly [role: ColourRole, count: number])[] = [
  ["accent", 3],
  ["tint", 1],
];

/** A few values to change, which are those of the set that is extended. */
function themeOf({ name, manifest }: TemplateSet): string[] {
  const tokens = Object.entries(manifest.tokens);
  const chosen = FIRST_CHANGED.flatMap(([role, count]) =>
    tokens.filter(([, token]) => roleOf(token) === role).slice(0, count),
  );
  if (chosen.length === 0) return [];
  const lines = chosen.flatMap(([token, { description, default: value }]) => [
    `  # ${description}`,
    `  ${token}: ${stringify(value, { collectionStyle: "flow", lineWidth: 0 }).trim()}`,
  ]);
  return [
    "",
    `# Values of ${name}’s design tokens, here as they are there: change them, and take out what you leave alone.`,
    "# light is for paper and light screens, dark for dark ones; without dark it is worked out. Brand colours in",
    "# brief.config.yaml go before these.",
    "theme:",
    ...lines,
  ];
}

const roleOf = (token: Token): string | undefined => (token.type === "colour" ? token.role : undefined);

function extraRulesOf({ name }: TemplateSet): string {
  return `/* Rules that come after the style sheet of ${name}: ten lines here, and the rest follows the original.
   To see what there is to select, open a page that you built in a browser and inspect it.
   The next line is an example; take its comment marks away to try it. */

/* h1 { text-transform: uppercase; letter-spacing: 0.02em; } */
`;
}

/** The schema for editors, where it lies in the project; elsewhere no relative address would hold. */
function schemaSeenFrom(target: string, project: string): string | undefined {
  const schema = bundled("schema/template.schema.json");
  return schema.startsWith(project + path.sep)
    ? path.relative(target, schema).split(path.sep).join("/")
    : undefined;
}
