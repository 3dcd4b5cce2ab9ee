import Handlebars from "handlebars";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { Edition } from "../edition/edition.ts";
import { checkMarkup } from "./check-markup.ts";
import { checkTemplates } from "./check-templates.ts";
import { explainTemplateError } from "./explain-template-error.ts";
import { HELPER_NAMES, registerHelpers } from "./helpers.ts";
import type { TemplateFile, TemplateSet } from "./template-set.ts";

/** A template set, compiled: writes the body of the page for one edition after the other. */
export interface PageRenderer {
  render(edition: Edition): Outcome<string>;
}

/** Strict: a field that does not exist is an error, never a blank. */
const COMPILE_OPTIONS = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries(HELPER_NAMES.map((name) => [name, true])),
  preventIndent: true,
};

/** A template’s view of data: own properties only, so that nothing of JavaScript can be reached through a path. */
const RUNTIME_OPTIONS = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false };

/** Checks and compiles `set`. */
export function openPageRenderer(set: TemplateSet): Outcome<PageRenderer> {
  const diagnostics = checkTemplates(set);
  if (diagnostics.length > 0) return failure(diagnostics);

  const environment = Handlebars.create();
  registerHelpers(environment);
  const blame: { template?: TemplateFile } = {};
  for (const [name, template] of set.partials) {
    environment.registerPartial(
      name,
      withBlame(environment.compile(template.text, COMPILE_OPTIONS), template, blame),
    );
  }
  const page = withBlame(environment.compile(set.page.text, COMPILE_OPTIONS), set.page, blame);

  return success({
    render(edition) {
      delete blame.template;
      try {
        const body = page(edition, RUNTIME_OPTIONS);
        const unsafe = checkMarkup(body, set.page.file);
        return unsafe.length > 0 ? failure(unsafe) : success(body);
      } catch (error) {
        return failure([explainRunTimeError(error, blame.template ?? set.page, edition)]);
      }
    },
  });
}

/** Handlebars’ exceptions do not say which file they rose in; the innermost template that sees one is it. */
function withBlame(
  compiled: Handlebars.TemplateDelegate,
  template: TemplateFile,
  blame: { template?: TemplateFile },
): Handlebars.TemplateDelegate {
  return (context, options) => {
    try {
      return compiled(context, options);
    } catch (error) {
      blame.template ??= template;
      throw error;
    }
  };
}

const UNDEFINED_FIELD = /^"(?<field>.+)" not defined in /;

/** Strict mode throws a plain exception for an unknown field; its message is the only place that names the field. */
function explainRunTimeError(error: unknown, template: TemplateFile, edition: Edition): Diagnostic {
  const fallback = explainTemplateError(error, template);
  const field = error instanceof Error ? UNDEFINED_FIELD.exec(error.message)?.groups?.field : undefined;
  if (field === undefined) return fallback;
  return diagnose(
    "template-unknown-field",
    { field, suggestion: suggest(field, fieldNames(edition)) },
    fallback.where,
  );
}

/** Every property name that occurs anywhere in the edition. */
function fieldNames(value: unknown): string[] {
  if (value === null || typeof value !== "object") return [];
  if (Array.isArray(value)) return [...new Set(value.flatMap(fieldNames))];
  return [...new Set(Object.entries(value).flatMap(([name, inner]) => [name, ...fieldNames(inner)]))];
}
