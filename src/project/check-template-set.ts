import path from "node:path";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { ALL_READERS } from "../edition/select-for-audience.ts";
import { checkSheet } from "../formats/email/check-sheet.ts";
import { type CheckedTemplates, checkTemplates, type TemplateUse } from "../render/check-templates.ts";
import { findIdleValues } from "../render/checks/blame-partials.ts";
import { type Format, findUnshown } from "../render/checks/find-unshown.ts";
import { MAIL_SHAPE } from "../render/checks/mail-shape.ts";
import { findUnsetVariables, readVariables } from "../render/checks/style-variables.ts";
import { readLayers } from "../render/layers/read-layers.ts";
import { readMailStylesheet } from "../render/mail-stylesheet.ts";
import { partialsOf, sheetsOf, type TemplateFile, type TemplateSet } from "../render/template-set.ts";
import { openTheme } from "../render/theme/open-theme.ts";
import { audienceIds } from "./config.ts";
import type { Library } from "./library.ts";
import type { Project } from "./load-project.ts";
import { themeOfProject } from "./open-workshop.ts";
import { loadHelpers } from "./template-sets/load-helpers.ts";
import { findBaseIn, openTemplateSet } from "./template-sets/open-template-set.ts";

/** Everything that is found in a template set without a brief: its templates, its style sheets and its theme. */
export async function checkTemplateSet(
  name: string,
  project: Project,
  library: Library,
): Promise<readonly Diagnostic[]> {
  const helpers = await loadHelpers(project);
  if (!helpers.ok) return helpers.diagnostics;
  const set = await openTemplateSet(name, library, helpers.value);
  if (!set.ok) return set.diagnostics;
  const pageSheets = await pageSheetsOf(set.value, library);
  const found = [
    ...checkFormats(set.value, audiencesOf(set.value, project)),
    ...(await checkStyles(set.value, pageSheets, project)),
  ];
  return withoutRepeats(found);
}

/** The audiences that a template may compare with; a set from elsewhere may know others than this project. */
function audiencesOf({ layers: [layer] }: TemplateSet, { config }: Project): readonly string[] | undefined {
  return layer?.origin === "project" ? [ALL_READERS, ...audienceIds(config)] : undefined;
}

/** One format of a set: its templates, and what they can show. */
interface FormatCheck {
  readonly root: TemplateFile;
  readonly folder: Parameters<typeof partialsOf>[1];
  readonly use: TemplateUse;
  readonly format: Format;
}

function checkFormats(set: TemplateSet, audiences: readonly string[] | undefined): Diagnostic[] {
  const { page, email, text, helpers } = set;
  const use = { output: "html" as const, helpers, ...(audiences && { audiences }) };
  // A message has the logo and the chart by its own addresses, and pictures only where the summary has them.
  const noPicture = ["image"];
  const formats: FormatCheck[] = [
    { root: page, folder: "page", use, format: { name: "page", cannotShow: [] } },
    ...(email === null
      ? []
      : [
          {
            root: email.markup,
            folder: "email" as const,
            use: { ...use, shape: MAIL_SHAPE },
            format: { name: "message", cannotShow: noPicture },
          },
        ]),
    ...(text === null
      ? []
      : [
          {
            root: text,
            folder: "text" as const,
            use: { ...use, output: "text" as const },
            format: { name: "plain text", cannotShow: noPicture },
          },
        ]),
  ];
  return formats.flatMap((one) => checkFormat(one, set));
}

function checkFormat({ root, folder, use, format }: FormatCheck, set: TemplateSet): Diagnostic[] {
  const partials = partialsOf(set, folder);
  const { faults, inspection }: CheckedTemplates = checkTemplates({ root, partials }, use);
  if (inspection === null) return [...faults];
  const included = new Set(inspection.walk.inclusions.map(({ partial }) => partial));
  const unused = [...partials].flatMap(([name, { file, text }]) =>
    included.has(name) || !isOwn(file, set)
      ? []
      : [diagnose("template-partial-unused", { name }, { file, text, line: 1, column: 1 })],
  );
  // What a template shows is only known where all of it can be followed.
  const unshown = faults.length > 0 ? [] : findUnshown(inspection, format);
  // What an inherited page may leave out is the matter of the set that it comes from.
  const told = unshown.filter(({ severity }) => severity !== "info" || isOwn(root.file, set));
  return [...faults, ...told, ...findIdleValues(inspection.walk), ...(faults.length > 0 ? [] : unused)];
}

async function checkStyles(
  set: TemplateSet,
  pageSheets: readonly TemplateFile[],
  project: Project,
): Promise<Diagnostic[]> {
  const theme = await openTheme(set, {
    brand: project.config.brand,
    placeOfBrand: (setting) => project.placeOf(["brand", ...setting]),
    overrides: themeOfProject(project, set.name),
    folder: project.folder,
  });
  const { email, manifest } = set;
  const tokens = Object.entries(manifest.tokens).flatMap(([name, { type }]) =>
    type === "choice" ? [] : [name],
  );
  const variables = readVariables(pageSheets);
  const mailSheets = email === null ? [] : [email.style, ...email.extraStyles];
  const mail =
    email !== null && theme.ok
      ? readMailStylesheet(email.style, theme.value.emailCss, email.extraStyles)
      : null;
  const properties = mail?.ok ? mail.value.properties : new Map<string, string>();
  return [
    ...theme.diagnostics,
    ...findUnsetVariables(variables, tokens),
    ...(mail?.diagnostics ?? []),
    ...(mail?.ok ? mailSheets.flatMap((sheet) => checkSheet(sheet, properties, project.config.email)) : []),
    ...findUnusedTokens(set, [...pageSheets, ...mailSheets]),
  ];
}

/** Tokens of the set itself that no style sheet reads: as var(--name), a choice as [data-name]. */
function findUnusedTokens(set: TemplateSet, sheets: readonly TemplateFile[]): Diagnostic[] {
  const read = new Set(readVariables(sheets).read.map(({ name }) => name));
  return Object.entries(set.manifest.tokens).flatMap(([name, { type }]) => {
    const where = set.placeOf(["tokens", name]);
    const isUsed =
      type === "choice" ? sheets.some(({ text }) => text.includes(`[data-${name}`)) : read.has(`--${name}`);
    return isUsed || !isOwn(where.file, set) ? [] : [diagnose("template-token-unused", { name }, where)];
  });
}

/** The page’s style sheets as they are written. */
async function pageSheetsOf(set: TemplateSet, library: Library): Promise<TemplateFile[]> {
  const [layer] = set.layers;
  const layers = layer && (await readLayers(layer, findBaseIn(library)));
  return layers?.ok ? sheetsOf(layers.value, "page.css") : [];
}

/** Whether a file belongs to the set itself and not to one that it extends. */
const isOwn = (file: string, { folder }: TemplateSet): boolean => file.startsWith(`${folder}${path.sep}`);

/** Formats share the manifest and the theme; what is said of them is said once. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const key = ({ code, message, where }: Diagnostic) =>
    JSON.stringify([code, message, where?.file, where?.line, where?.column]);
  return [...new Map(diagnostics.map((diagnostic) => [key(diagnostic), diagnostic])).values()];
}
