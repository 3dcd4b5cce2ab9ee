import type Handlebars from "handlebars";

type Environment = typeof Handlebars;

/** Helpers that Handlebars brings and templates may use; `log` and `lookup` are withdrawn. */
const BUILT_IN = ["if", "unless", "each", "with"] as const;

/** Names of every helper that a template may call. */
export const HELPER_NAMES: readonly string[] = [...BUILT_IN, "rich", "eq", "not", "and", "or"];

/** The helper through which `{{value}}` is printed; templates never name it. */
export const PRINT_HELPER = " print";

/** Gives `environment` the helpers of templates, and no others. */
export function registerHelpers(environment: Environment): void {
  for (const name of Object.keys(environment.helpers)) {
    if (!(BUILT_IN as readonly string[]).includes(name)) environment.unregisterHelper(name);
  }
  const fail = (problem: string, options: Handlebars.HelperOptions): never => {
    throw new environment.Exception(problem, options as unknown as hbs.AST.Node);
  };

  environment.registerHelper(PRINT_HELPER, (value: unknown, options: Handlebars.HelperOptions) => {
    if (value === null || value === undefined) return "";
    if (typeof value !== "object") return String(value);
    return fail(isRich(value) ? "rich text is printed with {{rich …}}" : NOT_TEXT, options);
  });
  // The one way for markup into a page: rich text is escaped or built from an allow-list where it is made.
  environment.registerHelper("rich", (value: unknown, options: Handlebars.HelperOptions) => {
    if (isRich(value)) return new environment.SafeString(value.html);
    if (value === null)
      return fail("{{rich …}} got a part that is absent here; put {{#if …}} around it", options);
    return fail("{{rich …}} prints rich text alone; print everything else with {{…}}", options);
  });
  environment.registerHelper("eq", (left: unknown, right: unknown) => left === right);
  environment.registerHelper("not", (value: unknown) => !isTruthy(value));
  environment.registerHelper("and", (...values: unknown[]) => values.slice(0, -1).every(isTruthy));
  environment.registerHelper("or", (...values: unknown[]) => values.slice(0, -1).some(isTruthy));
}

const NOT_TEXT = "this is not a text but a group of fields or a list; print one of its fields";

const isRich = (value: unknown): value is { readonly html: string } =>
  typeof value === "object" && value !== null && "html" in value && typeof value.html === "string";

/** Truth as `{{#if}}` sees it: an empty list is false. */
const isTruthy = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(value));
