import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import type { Edition } from "../edition/edition.ts";
import { checkMarkup } from "./check-markup.ts";
import { compileTemplates } from "./compile-templates.ts";
import { partialsOf, type TemplateSet } from "./template-set.ts";

/** A template set, compiled: writes the body of the page for one edition after the other. */
export interface PageRenderer {
  render(edition: Edition): Outcome<string>;
}

/** Checks and compiles the page of `set`. */
export function openPageRenderer(set: TemplateSet): Outcome<PageRenderer> {
  const print = compileTemplates({ root: set.page, partials: partialsOf(set, "page") }, "html", set.helpers);
  if (!print.ok) return print;
  return success({
    render(edition) {
      const body = print.value(edition);
      if (!body.ok) return body;
      const unsafe = checkMarkup(body.value, set.page.file);
      return unsafe.length > 0 ? failure(unsafe) : body;
    },
  });
}
