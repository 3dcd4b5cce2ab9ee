import { entry } from "./entry.ts";

/** More names than this are looked up more easily in the reference. */
const MOST_FIELDS = 14;

/** Findings in template sets and in what they produce. */
export const templateCatalogue = {
  "template-missing": entry<{ name: string; looked: readonly string[]; suggestion?: string | undefined }>({
    severity: "error",
    cause: "usage",
    about: "No template set of the asked name exists in the project or in Execbrief.",
    message: ({ name, looked }) => `There is no template set “${name}”. Looked in ${looked.join(", ")}.`,
    hint: ({ suggestion }) =>
      suggestion === undefined
        ? "See what there is with: brief template list"
        : `Did you mean “${suggestion}”?`,
  }),
  "template-file-missing": entry<{ file: string }>({
    severity: "error",
    cause: "content",
    about: "A template set lacks a file that it needs.",
    message: ({ file }) => `The template set has no readable file ${file}.`,
    hint: () => "With “extends: executive” in template.yaml, a set takes what it lacks from executive.",
  }),
  "template-manifest": entry<{ key: string; problem: string; suggestion?: string | undefined }>({
    severity: "error",
    cause: "content",
    about: "template.yaml does not follow its schema.",
    message: ({ key, problem }) =>
      key === "" ? `template.yaml cannot be used: ${problem}.` : `“${key}” in template.yaml: ${problem}.`,
    hint: ({ suggestion }) =>
      suggestion === undefined ? "See “The manifest” in docs/templates.md." : `Did you mean “${suggestion}”?`,
  }),
  "template-font-missing": entry<{ family: string; package: string; file: string }>({
    severity: "error",
    cause: "content",
    about: "A font face that template.yaml names is not installed.",
    message: ({ family, file }) => `The font face ${file} of “${family}” is not there.`,
    hint: (args) => `Install the package with: npm install ${args.package}`,
  }),
  "template-syntax": entry<{ problem: string }>({
    severity: "error",
    cause: "content",
    about: "A template is not valid Handlebars.",
    message: ({ problem }) => `The template cannot be read: ${problem}.`,
    hint: () => "Check that every {{#block}} has its {{/block}} and every {{ its }}.",
  }),
  "template-unknown-partial": entry<{
    name: string;
    suggestion?: string | undefined;
    isOfOtherFormat?: boolean;
  }>({
    severity: "error",
    cause: "content",
    about:
      "A template asks for a partial that its set does not have, or that belongs to another format: messages include those of partials/email, plain text those of partials/text, pages all others.",
    message: ({ name, isOfOtherFormat }) =>
      isOfOtherFormat
        ? `The partial “${name}” belongs to another format, so it cannot be included here.`
        : `There is no partial “${name}” in this template set.`,
    hint: ({ name, suggestion, isOfOtherFormat }) => {
      if (suggestion !== undefined) return `Did you mean “${suggestion}”?`;
      return isOfOtherFormat
        ? "Messages include partials of partials/email, plain text those of partials/text, pages all others."
        : `Add partials/${name}.hbs.`;
    },
  }),
  "template-unknown-helper": entry<{ name: string; suggestion?: string | undefined }>({
    severity: "error",
    cause: "content",
    about: "A template calls a helper that does not exist.",
    message: ({ name }) => `There is no helper “${name}”.`,
    hint: ({ name, suggestion }) =>
      suggestion === undefined
        ? `To go into a part write {{#with ${name}}}, to repeat for each of a list {{#each ${name}}}.`
        : `Did you mean “${suggestion}”?`,
  }),
  "template-unescaped": entry<{ expression: string }>({
    severity: "error",
    cause: "content",
    about: "Triple braces print without escaping, which would let a brief write markup into the page.",
    message: ({ expression }) => `${expression} would print a value without escaping it.`,
    hint: () => "Print rich text with {{rich value}} and everything else with {{value}}.",
  }),
  "template-dynamic": entry<{ construct: string; instead: string }>({
    severity: "error",
    cause: "content",
    about:
      "A template uses a part of Handlebars whose faults could not be told at their place, such as a partial chosen while the page is written.",
    message: ({ construct }) => `${construct} cannot be checked beforehand, so it is not allowed.`,
    hint: ({ instead }) => instead,
  }),
  "template-unknown-field": entry<{
    field: string;
    holder?: string;
    has?: readonly string[];
    suggestion?: string | undefined;
  }>({
    severity: "error",
    cause: "content",
    about:
      "A template names a field that the edition does not have, or that is not where the template looks for it.",
    message: ({ field, holder = "the edition" }) =>
      field.startsWith("@") ? `There is no “${field}”.` : `There is no field “${field}” in ${holder}.`,
    hint: ({ field, suggestion, has = [] }) => {
      if (suggestion !== undefined) return `Did you mean “${suggestion}”?`;
      if (field.startsWith("@"))
        return "There is @root and, inside {{#each}}, @index, @first, @last and @key.";
      return has.length > 0 && has.length <= MOST_FIELDS
        ? `Its fields are ${has.join(", ")}.`
        : "The fields are listed in docs/template-reference.md; inside {{#each}} a path starts at the item.";
    },
  }),
  "template-absent-part": entry<{ field: string; part?: string; helper?: string; partial?: string }>({
    severity: "error",
    cause: "content",
    about: "A template asks for a field of a part that a brief may leave out, such as the author.",
    message: ({ field, part, helper, partial }) => {
      if (helper !== undefined) return `“${field}” may be absent, and “${helper}” cannot do without it.`;
      if (part === undefined) return `“${field}” is asked of a part that is absent in this edition.`;
      return partial === undefined
        ? `“${field}” is asked of “${part}”, which a brief may leave out.`
        : `The partial “${partial}” asks “${part}” for “${field}”, and a brief may leave “${part}” out.`;
    },
    hint: ({ field, part, helper }) => {
      if (helper !== undefined) return `Ask for it first: {{#if ${field}}}…{{/if}}`;
      const name = part === undefined || part === "this" ? "author" : part;
      return `Ask for the part first, with {{#with ${name}}}…{{/with}} or {{#if ${name}}}…{{/if}}.`;
    },
  }),
  "template-recursion": entry<{ name: string }>({
    severity: "error",
    cause: "content",
    about: "A partial includes itself, directly or through another, so the page would never end.",
    message: ({ name }) => `The partial “${name}” includes itself, so the page would never end.`,
  }),
  "template-failed": entry<{ problem: string }>({
    severity: "error",
    cause: "content",
    about: "A template failed while the page was written.",
    message: ({ problem }) => `The template failed: ${problem}.`,
  }),
  "template-markup": entry<{ what: string }>({
    severity: "error",
    cause: "content",
    about:
      "The page holds markup that could run a script, load something or leave the page. Nothing of the kind is ever written.",
    message: ({ what }) => `The finished page would hold ${what}, which is not allowed on a closed page.`,
    hint: () => "Use plain semantic HTML and classes; put styling in page.css and images beside it.",
  }),
  "template-style": entry<{ what: string }>({
    severity: "error",
    cause: "content",
    about: "A stylesheet reaches outside its template set or would end the style element.",
    message: ({ what }) => `The stylesheet holds ${what}, which is not allowed.`,
    hint: () => "Keep images and fonts inside the template set and name them in url(…) with a relative path.",
  }),
  "template-sheet-missing": entry<{ attribute: string; found: number }>({
    severity: "error",
    cause: "content",
    about: "A page must have exactly one sheet and one flexible part, so that its fit can be measured.",
    message: ({ attribute, found }) =>
      `The page has ${found} elements with ${attribute}; it needs exactly one.`,
    hint: () => "See “The sheet” in docs/templates.md.",
  }),
  "image-missing": entry<{ path: string }>({
    severity: "error",
    cause: "content",
    about: "An image that is named does not exist or cannot be read.",
    message: ({ path }) => `The image ${path} cannot be read.`,
    hint: () => "Give its path relative to the file that names it.",
  }),
  "image-outside": entry<{ path: string }>({
    severity: "error",
    cause: "content",
    about: "An image lies outside the folder of the brief or template, directly or through a link.",
    message: ({ path }) => `The image ${path} lies outside the folder it may come from.`,
    hint: () => "Copy it beside the file that names it.",
  }),
  "image-type": entry<{ path: string }>({
    severity: "error",
    cause: "content",
    about: "An image is not a PNG, JPEG, GIF, WebP or SVG, judged by its bytes and not by its name.",
    message: ({ path }) => `${path} is not a PNG, JPEG, GIF, WebP or SVG image.`,
  }),
  "image-too-large": entry<{ path: string; bytes: number; limit: number }>({
    severity: "error",
    cause: "content",
    about: "An image is too large for a page that is mailed and read on a phone.",
    message: ({ path, bytes, limit }) =>
      `${path} has ${Math.ceil(bytes / 1024)} KB; at most ${Math.floor(limit / 1024)} KB are allowed.`,
    hint: () => "Scale it down to about twice its printed size.",
  }),
  "image-too-many-pixels": entry<{ path: string; widthPx: number; heightPx: number; limit: number }>({
    severity: "error",
    cause: "content",
    about:
      "An image is a small file but a huge picture; showing it would take more memory than a page may have.",
    message: ({ path, widthPx, heightPx, limit }) =>
      `${path} is ${widthPx} × ${heightPx} pixels; at most ${limit / 1_000_000} million are allowed.`,
    hint: () => "Scale it down to about twice its printed size.",
  }),
} as const;
