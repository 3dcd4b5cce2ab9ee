import Handlebars from "handlebars";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import { EDITION_SHAPE } from "../edition/edition-shape.ts";
import type { GroupShape } from "../edition/shape/shape.ts";
import { checkTemplates, type TemplateGroup } from "./check-templates.ts";
import { explainTemplateError } from "./explain-template-error.ts";
import { HELPER_NAMES, type Output, PRINT_HELPER, registerHelpers } from "./helpers.ts";
import type { ProjectHelper } from "./project-helpers.ts";
import type { TemplateFile } from "./template-set.ts";
import { FIELD_HELPER, registerFieldHelper, tighten } from "./tighten.ts";

/** Prints data through a template, or says where the template is at fault. */
export type Printer = (data: object) => Outcome<string>;

/** A template’s view of data: own properties only, so that nothing of JavaScript can be reached through a path. */
const RUNTIME_OPTIONS = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false };

/**
 * Checks and compiles the templates of one format; `helpers` are those that the project adds, `shape` is that of the data, an
 * edition when left out, and null where nothing is known of it.
 */
export function compileTemplates(
  group: TemplateGroup,
  output: Output,
  helpers: readonly ProjectHelper[] = [],
  shape: GroupShape | null = EDITION_SHAPE,
): Outcome<Printer> {
  const { programs, faults } = checkTemplates(group, { output, helpers, shape });
  if (faults.length > 0) return failure(faults);

  const environment = Handlebars.create();
  registerHelpers(environment, output, helpers);
  registerFieldHelper(environment);
  const added = helpers.map(({ name }) => name);
  const blame: { template?: TemplateFile } = {};
  const options = compileOptions(output, added);
  const compile = (template: TemplateFile) =>
    withBlame(environment.compile(programs.get(template), options), template, blame);
  for (const program of programs.values()) tighten(program, added);
  for (const [name, template] of group.partials) environment.registerPartial(name, compile(template));
  const root = compile(group.root);

  return success((data) => {
    delete blame.template;
    try {
      return success(root(data, RUNTIME_OPTIONS));
    } catch (error) {
      return failure([explainTemplateError(error, blame.template ?? group.root, data)]);
    }
  });
}

/** Strict: a field that does not exist is an error, never a blank. */
function compileOptions(output: Output, added: readonly string[]) {
  return {
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: Object.fromEntries(
      [...HELPER_NAMES, PRINT_HELPER, FIELD_HELPER, ...added].map((name) => [name, true]),
    ),
    preventIndent: true,
    noEscape: output === "text",
  };
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
