import type Handlebars from "handlebars";
import type { RichText } from "../edition/edition.ts";

type Environment = typeof Handlebars;

/** Helpers that Handlebars brings and templates may use; `log` and `lookup` are withdrawn. */
const BUILT_IN = ["if", "unless", "each", "with"] as const;

/** Names of every helper that a template may call. */
export const HELPER_NAMES: readonly string[] = [...BUILT_IN, "rich", "eq", "not", "and", "or"];

/** Gives `environment` the helpers of templates, and no others. */
export function registerHelpers(environment: Environment): void {
  for (const name of Object.keys(environment.helpers)) {
    if (!(BUILT_IN as readonly string[]).includes(name)) environment.unregisterHelper(name);
  }
  // The one way for markup into a page: rich text is escaped or built from an allow-list where it is made.
  environment.registerHelper("rich", (value: RichText) => new environment.SafeString(value.html));
  environment.registerHelper("eq", (left: unknown, right: unknown) => left === right);
  environment.registerHelper("not", (value: unknown) => !isTruthy(value));
  environment.registerHelper("and", (...values: unknown[]) => values.slice(0, -1).every(isTruthy));
  environment.registerHelper("or", (...values: unknown[]) => values.slice(0, -1).some(isTruthy));
}

/** Truth as `{{#if}}` sees it: an empty list is false. */
const isTruthy = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(value));
