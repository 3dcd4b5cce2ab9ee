import Handlebars from "handlebars";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import type { Edition } from "../edition/edition.ts";
import { checkMarkup } from "./check-markup.ts";
import { checkTemplates } from "./check-templates.ts";
import { explainTemplateError } from "./explain-template-error.ts";
import { HELPER_NAMES, PRINT_HELPER, registerHelpers } from "./helpers.ts";
import type { TemplateFile, TemplateSet } from "./template-set.ts";
import { tighten } from "./tighten.ts";

/** A template set, compiled: writes the body of the page for one edition after the other. */
export interface PageRenderer {
  render(edition: Edition): Outcome<string>;
}

/** Strict: a field that does not exist is an error, never a blank. */
const COMPILE_OPTIONS = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries([...HELPER_NAMES, PRINT_HELPER].map((name) => [name, true])),
  preventIndent: true,
};

/** A template’s view of data: own properties only, so that nothing of JavaScript can be reached through a path. */
const RUNTIME_OPTIONS = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false };

/** Checks and compiles `set`. */
export function openPageRenderer(set: TemplateSet): Outcome<PageRenderer> {
  const programs = checkTemplates(set);
  if (!programs.ok) return programs;

  const environment = Handlebars.create();
  registerHelpers(environment);
  const blame: { template?: TemplateFile } = {};
  const compile = (template: TemplateFile) =>
    withBlame(environment.compile(programs.value.get(template), COMPILE_OPTIONS), template, blame);
  for (const program of programs.value.values()) tighten(program);
  for (const [name, template] of set.partials) environment.registerPartial(name, compile(template));
  const page = compile(set.page);

  return success({
    render(edition) {
      delete blame.template;
      try {
        const body = page(edition, RUNTIME_OPTIONS);
        const unsafe = checkMarkup(body, set.page.file);
        return unsafe.length > 0 ? failure(unsafe) : success(body);
      } catch (error) {
        return failure([explainTemplateError(error, blame.template ?? set.page, edition)]);
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
