import { entry } from "./entry.ts";

/** Findings of the check that reads templates like code, before any brief is at hand. */
export const templateCheckCatalogue = {
  "template-outside-each": entry<{ name: string }>({
    severity: "error",
    cause: "content",
    about: "A template names a place in a list, such as `@first`, where no list is gone through.",
    message: ({ name }) => `“${name}” tells a place in a list, and no list is gone through here.`,
    hint: () => "Use it inside {{#each …}}…{{/each}}.",
  }),
  "template-outside": entry<{ path: string }>({
    severity: "error",
    cause: "content",
    about:
      "A path leads out of more parts than there are around it. A partial sees what it is given, not what stands around its tag.",
    message: ({ path }) => `“${path}” leads out of more parts than there are around it in this file.`,
    hint: () => "Begin at the edition with @root, as in {{@root.title}}.",
  }),
  "template-not-text": entry<{ expression: string; kind: string; instead: string }>({
    severity: "error",
    cause: "content",
    about:
      "Double braces print texts and numbers. A list, a group of fields or rich text needs something else.",
    message: ({ expression, kind }) => `{{${expression}}} would print ${kind} as if it were a text.`,
    hint: ({ instead }) => instead,
  }),
  "template-not-rich": entry<{ expression: string; kind: string }>({
    severity: "error",
    cause: "content",
    about: "`{{rich …}}` prints rich text alone, which is escaped where it is made.",
    message: ({ expression, kind }) => `{{rich ${expression}}} is to print rich text, and this is ${kind}.`,
    hint: ({ expression, kind }) =>
      kind === "a text" || kind === "a number"
        ? `Print it with {{${expression}}}.`
        : "Print one of its rich texts.",
  }),
  "template-not-a-list": entry<{ expression: string; kind: string }>({
    severity: "error",
    cause: "content",
    about: "`{{#each}}` goes through what is no list, and would print nothing.",
    message: ({ expression, kind }) => `{{#each ${expression}}} goes through a list, and this is ${kind}.`,
    hint: ({ expression, kind }) =>
      kind === "a group of fields"
        ? `Go into it with {{#with ${expression}}}…{{/with}}.`
        : `Ask for it with {{#if ${expression}}}…{{/if}}.`,
  }),
  "template-never-equal": entry<{ value: string; reason: string; suggestion?: string | undefined }>({
    severity: "error",
    cause: "content",
    about: "A comparison with (eq …) can never hold, so what stands under it would never be printed.",
    message: ({ value, reason }) => `This is never equal to “${value}”: ${reason}.`,
    hint: ({ suggestion }) => (suggestion === undefined ? undefined : `Did you mean “${suggestion}”?`),
  }),
  "template-arguments": entry<{ problem: string; usage: string }>({
    severity: "error",
    cause: "content",
    about: "A helper or partial is called otherwise than it can be.",
    message: ({ problem }) => `${problem}.`,
    hint: ({ usage }) => `It is used like this: ${usage}`,
  }),
  "template-helper-value": entry<{ helper: string; wanted: string; kind: string }>({
    severity: "error",
    cause: "content",
    about: "A helper of the project is handed a value of another kind than the one that it says it takes.",
    message: ({ helper, wanted, kind }) =>
      `The helper “${helper}” takes ${wanted} here, and is handed ${kind}.`,
    hint: ({ wanted, kind }) =>
      wanted === "a text" && kind === "rich text"
        ? "Hand over its plain words, as in claim.text."
        : undefined,
  }),
  "template-partial-needs": entry<{ partial: string; field: string; instead: string | undefined }>({
    severity: "error",
    cause: "content",
    about:
      "A partial is included where a name that it uses does not exist, and the tag does not hand it over.",
    message: ({ partial, field, instead }) =>
      instead === undefined
        ? `The partial “${partial}” uses “${field}”, which it does not have here.`
        : `The partial “${partial}” uses “${field}”, and is handed “${instead}”.`,
    hint: ({ partial, field, instead }) =>
      instead === undefined ? `Hand it over: {{> ${partial} ${field}=…}}` : `Did you mean “${field}=”?`,
  }),
  "template-unquoted": entry<{ attribute: string }>({
    severity: "error",
    cause: "content",
    about: "Data in an attribute without quotation marks: a space in it would begin another attribute.",
    message: ({ attribute }) =>
      `The value of ${attribute}= has no quotation marks, and what is printed here may have spaces.`,
    hint: ({ attribute }) => `Write ${attribute}="…" around it.`,
  }),
  "template-misplaced": entry<{ where: string; instead: string }>({
    severity: "error",
    cause: "content",
    about:
      "Data is printed where escaping cannot keep it data: in the name of a tag or attribute, in a style, a script or a comment; or rich text in an attribute.",
    message: ({ where }) =>
      `Something of the brief would be printed ${where}, where it would not remain data.`,
    hint: ({ instead }) => instead,
  }),
  "template-address": entry<{ attribute: string; value: string }>({
    severity: "error",
    cause: "content",
    about: "An address is built from data that is no address, so that it may lead anywhere or nowhere.",
    message: ({ attribute, value }) =>
      `The address in ${attribute}= is built from ${value}, which is no address for this place.`,
    hint: ({ attribute }) =>
      attribute === "src"
        ? 'Images come from the edition: src="{{logo}}", src="{{src}}".'
        : 'Write one of href="{{url}}", href="#{{anchor}}", href="mailto:{{email}}" and href="{{href}}", with nothing before or after it.',
  }),
  "template-caveat-unshown": entry<{ field: string; about: string; format: string }>({
    severity: "error",
    cause: "content",
    about: "A template never shows a part of the caveats, so that its readers would take claims for facts.",
    message: ({ field, about, format }) => `The ${format} never shows “${field}”: ${about}.`,
    hint: () => "A brief must not be read without its caveats; print it.",
  }),
  "template-unshown": entry<{ field: string; about: string; format: string }>({
    severity: "warning",
    cause: "content",
    about:
      "A template never shows a field, so that briefs which have it lose something: a build with such a brief would fail.",
    message: ({ field, about, format }) => `The ${format} never shows “${field}”: ${about}.`,
    hint: () => "Print it, under {{#if}} or {{#with}} where a brief may leave it out.",
  }),
  "template-detail-unshown": entry<{ field: string; about: string; format: string }>({
    severity: "info",
    cause: "content",
    about: "A template never shows a field that it may leave out.",
    message: ({ field, about, format }) => `The ${format} never shows “${field}”: ${about}.`,
  }),
  "template-partial-unused": entry<{ name: string }>({
    severity: "info",
    cause: "content",
    about: "No template of the set includes this partial.",
    message: ({ name }) => `Nothing includes the partial “${name}”.`,
    hint: ({ name }) => `Include it with {{> ${name}}}, or delete the file.`,
  }),
  "template-handed-idle": entry<{ partial: string; name: string }>({
    severity: "info",
    cause: "content",
    about: "A value is handed to a partial that does not use it.",
    message: ({ partial, name }) => `The partial “${partial}” does not use “${name}”.`,
    hint: () => "Leave it out, or see whether its name is written as in the partial.",
  }),
  "template-variable-unknown": entry<{ name: string; suggestion?: string | undefined }>({
    severity: "error",
    cause: "content",
    about: "A style sheet reads a custom property that neither the set’s tokens nor the sheet itself set.",
    message: ({ name }) =>
      `var(${name}) is set nowhere: no token of template.yaml is called so, nor does this sheet set it.`,
    hint: ({ suggestion }) =>
      suggestion === undefined ? "Declare a token, or set it in :root." : `Did you mean “${suggestion}”?`,
  }),
  "template-token-unused": entry<{ name: string }>({
    severity: "info",
    cause: "content",
    about: "A token of template.yaml is read by no style sheet, so changing it changes nothing.",
    message: ({ name }) => `No style sheet uses the token “${name}”.`,
    hint: ({ name }) => `Use it as var(--${name}), or take it out of template.yaml.`,
  }),
} as const;
