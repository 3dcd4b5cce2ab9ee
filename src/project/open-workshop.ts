import type { ParsedBrief } from "../brief/parse-brief.ts";
import { type Outcome, success } from "../diagnostics/outcome.ts";
import type { PdfPrinter } from "../formats/pdf-printer.ts";
import type { Workshop } from "../generate.ts";
import { openMailroom } from "../render/render-mail.ts";
import { openPageRenderer, type PageRenderer } from "../render/render-page.ts";
import type { TemplateSet } from "../render/template-set.ts";
import { openTheme, type ThemeOverride } from "../render/theme/open-theme.ts";
import type { ThemeValues } from "../render/theme/token.ts";
import type { Library } from "./library.ts";
import type { Project } from "./load-project.ts";
import { once } from "./once.ts";
import { loadHelpers } from "./template-sets/load-helpers.ts";
import { openTemplateSet } from "./template-sets/open-template-set.ts";

/** Gives the workshop in which a brief is made with the template set `template`; tokens that are tried go before all others. */
export type WorkshopFor = (
  template: string,
  brief: ParsedBrief,
  tried?: ThemeValues,
) => Promise<Outcome<Workshop>>;

/** A template set with its compiled pages, whatever theme they wear. */
interface OpenSet {
  readonly templateSet: TemplateSet;
  readonly renderer: PageRenderer;
}

/** Opens each template set once, and each theme that briefs ask of it once. */
export function workshopsOf(project: Project, library: Library, printer: PdfPrinter): WorkshopFor {
  const setFor = once((template: string) => openSet(template, project, library));
  const themed = once(
    (_key, template: string, brief: ParsedBrief, tried: ThemeValues) => openWorkshop(template, brief, tried),
    THEMES_KEPT,
  );

  async function openWorkshop(
    template: string,
    brief: ParsedBrief,
    tried: ThemeValues,
  ): Promise<Outcome<Workshop>> {
    const set = await setFor(template);
    if (!set.ok) return set;
    const { templateSet, renderer } = set.value;
    const theme = await openTheme(templateSet, {
      brand: project.config.brand,
      placeOfBrand: (setting) => project.placeOf(["brand", ...setting]),
      overrides: [...themeOfProject(project, template), ...themeOfBrief(brief), ...themeTried(tried)],
      folder: project.folder,
    });
    if (!theme.ok) return theme;
    const mailroom = openMailroom(templateSet, theme.value);
    return success({ templateSet, theme: theme.value, renderer, mailroom, printer }, theme.diagnostics);
  }

  return (template, brief, tried = {}) =>
    themed(JSON.stringify([template, brief.brief.theme ?? null, tried]), template, brief, tried);
}

/** A theme holds its embedded fonts; somebody who tries one colour after the other has hundreds of themes. */
const THEMES_KEPT = 8;

async function openSet(template: string, project: Project, library: Library): Promise<Outcome<OpenSet>> {
  const helpers = await loadHelpers(project);
  if (!helpers.ok) return helpers;
  const templateSet = await openTemplateSet(template, library, helpers.value);
  if (!templateSet.ok) return templateSet;
  const renderer = openPageRenderer(templateSet.value);
  return renderer.ok ? success({ templateSet: templateSet.value, renderer: renderer.value }) : renderer;
}

/** A project’s theme is of the template set that it names, since tokens of another may mean something else. */
export function themeOfProject({ config, placeOf }: Project, template: string): ThemeOverride[] {
  if (template !== config.template || Object.keys(config.theme).length === 0) return [];
  return [{ from: "project", values: config.theme, placeOf: (token) => placeOf(["theme", token]) }];
}

function themeOfBrief({ brief, locate }: ParsedBrief): ThemeOverride[] {
  if (brief.theme === undefined) return [];
  return [{ from: "brief", values: brief.theme, placeOf: (token) => locate(["theme", token]) }];
}

/** What is tried stands in no file. */
function themeTried(values: ThemeValues): ThemeOverride[] {
  return Object.keys(values).length === 0 ? [] : [{ from: "brief", values, placeOf: () => undefined }];
}
