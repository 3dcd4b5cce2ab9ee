import type Handlebars from "handlebars";

import { callHelper, type ProjectHelper } from "./project-helpers.ts";

type Environment = typeof Handlebars;

/** Helpers that Handlebars brings and templates may use; `log` and `lookup` are withdrawn. */
const BUILT_IN = ["if", "unless", "each", "with"] as const;

/** Names of every helper that a template may call. */
export const HELPER_NAMES: readonly string[] = [...BUILT_IN, "rich", "eq", "not", "and", "or"];

/** The helper through which `{{value}}` is printed; templates never name it. */
export const PRINT_HELPER = " print";

/** What a template writes: markup, or plain text. */
export type Output = "html" | "text";

/**
 * Around every value in the output of a text template, so that what lays the lines out can tell a template’s marks from
 * the same characters in a brief. No brief has control characters.
 */
export const VALUE_START = "\u0002";
export const VALUE_END = "\u0003";

/** Gives `environment` the helpers of templates and those of the project, and no others. */
export function registerHelpers(
  environment: Environment,
  output: Output,
  ofProject: readonly ProjectHelper[] = [],
): void {
  for (const name of Object.keys(environment.helpers)) {
    if (!(BUILT_IN as readonly string[]).includes(name)) environment.unregisterHelper(name);
  }
  const fail = (problem: string, options: Handlebars.HelperOptions): never => {
    throw new environment.Exception(problem, options as unknown as hbs.AST.Node);
  };

  environment.registerHelper(PRINT_HELPER, (value: unknown, options: Handlebars.HelperOptions) => {
    if (value === null || value === undefined) return "";
    if (typeof value === "boolean") return fail(YES_OR_NO, options);
    if (typeof value !== "object") return output === "html" ? String(value) : marked(String(value));
    return fail(isRich(value) ? RICH_PRINTED[output] : NOT_TEXT, options);
  });
  // The one way for markup into a page: rich text is escaped or built from an allow-list where it is made.
  environment.registerHelper("rich", (value: unknown, options: Handlebars.HelperOptions) => {
    if (output === "text") return fail(RICH_PRINTED.text, options);
    if (isRich(value)) return new environment.SafeString(value.html);
    if (value === null)
      return fail("{{rich …}} got a part that is absent here; put {{#if …}} around it", options);
    return fail("{{rich …}} prints rich text alone; print everything else with {{…}}", options);
  });
  environment.registerHelper("eq", (left: unknown, right: unknown) => left === right);
  environment.registerHelper("not", (value: unknown) => !isTruthy(value));
  environment.registerHelper("and", (...values: unknown[]) => values.slice(0, -1).every(isTruthy));
  environment.registerHelper("or", (...values: unknown[]) => values.slice(0, -1).some(isTruthy));
  for (const helper of ofProject) {
    environment.registerHelper(helper.name, (...values: unknown[]) => {
      const options = values.pop() as Handlebars.HelperOptions;
      if (options.fn !== undefined) return fail(asBlock(helper), options);
      if (Object.keys(options.hash).length > 0) return fail(withNames(helper), options);
      try {
        return callHelper(helper, values);
      } catch (error) {
        return fail((error as Error).message, options);
      }
    });
  }
}

const asBlock = ({ name, gives }: ProjectHelper): string =>
  gives === "yes-no"
    ? `the helper “${name}” is asked with {{#if (${name} …)}}`
    : `the helper “${name}” gives a value and encloses nothing; print it with {{${name} …}}`;

const withNames = ({ name }: ProjectHelper): string =>
  `the helper “${name}” takes its values by their order, without names`;

const RICH_PRINTED: Readonly<Record<Output, string>> = {
  html: "rich text is printed with {{rich …}}",
  text: "plain text is printed with its .text, as in {{claim.text}}",
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: the marks themselves, should a value ever hold them
const marked = (text: string): string => VALUE_START + text.replace(/[\u0002\u0003]/g, "") + VALUE_END;

const YES_OR_NO = "this is yes or no, which is asked with {{#if …}} and not printed";

const NOT_TEXT = "this is not a text but a group of fields or a list; print one of its fields";

const isRich = (value: unknown): value is { readonly html: string } =>
  typeof value === "object" && value !== null && "html" in value && typeof value.html === "string";

/** Truth as `{{#if}}` sees it: an empty list is false. */
const isTruthy = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(value));
