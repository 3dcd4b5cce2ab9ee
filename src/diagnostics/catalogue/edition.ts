import { entry } from "./entry.ts";

/** Findings on what a reader will see: links, images, audiences and the words of a locale. */
export const editionCatalogue = {
  "link-refused": entry<{ written: string }>({
    severity: "warning",
    cause: "content",
    about:
      "A link does not lead to an http, https or mailto address, or hides another host behind a user name. It is shown as text, as written, because a reader must be able to trust every link of a brief.",
    message: ({ written }) =>
      `The link ${quoted(written)} is shown as text, because only complete http, https and mailto addresses are linked.`,
    hint: () => "Write the whole address, as in [label](https://example.com/page), or leave the link out.",
  }),
  "image-refused": entry<{ written: string; reason: "not-supplied" | "one-line" }>({
    severity: "warning",
    cause: "content",
    about:
      "An image is on the web, could not be loaded, or stands in a field of one line. It is shown as text, as written: a page loads nothing from elsewhere.",
    message: ({ written, reason }) =>
      reason === "one-line"
        ? `The image ${quoted(written)} is shown as text, because this field is a single line.`
        : `The image ${quoted(written)} is shown as text, because only image files that lie beside the brief are embedded.`,
    hint: ({ reason }) =>
      reason === "one-line"
        ? "Move the image into event.summary."
        : "Save the image beside the brief and name it by its path, as in ![what it shows](chart.png).",
  }),
  "locale-malformed": entry<{ locale: string }>({
    severity: "error",
    cause: "content",
    about: "A locale is not a well-formed language tag (BCP 47), so dates and numbers cannot be written.",
    message: ({ locale }) => `“${locale}” is not a well-formed language tag.`,
    hint: () => "Write a tag such as en, en-US, de or fr.",
  }),
  "labels-syntax": entry<{ path: string; problem: string }>({
    severity: "error",
    cause: "content",
    about: "A locale file is not readable YAML, or holds nothing.",
    message: ({ path, problem }) => `The locale file ${path} cannot be read: ${problem}.`,
    hint: () => "Start from a copy of locales/en.yaml.",
  }),
  "label-missing": entry<{ path: string; label: string }>({
    severity: "error",
    cause: "content",
    about: "A locale file lacks a label. Every locale has all of them, so that no page mixes languages.",
    message: ({ path, label }) => `The locale file ${path} has no label “${label}”.`,
    hint: () => "See locales/en.yaml for what it says in English.",
  }),
  "label-unknown": entry<{ path: string; label: string; suggestion?: string | undefined }>({
    severity: "error",
    cause: "content",
    about: "A locale file has a label that no page uses: usually a misspelt one.",
    message: ({ path, label }) => `The locale file ${path} has a label “${label}” that no page uses.`,
    hint: ({ suggestion }) =>
      suggestion === undefined
        ? "Remove it; locales/en.yaml has every label."
        : `Did you mean “${suggestion}”?`,
  }),
  "label-invalid": entry<{ path: string; label: string; problem: string }>({
    severity: "error",
    cause: "content",
    about: "A label of a locale file is not a text, or lacks a mark such as {number} that a value goes into.",
    message: ({ path, label, problem }) =>
      `The label “${label}” of the locale file ${path} cannot be used: ${problem}.`,
    hint: () => "Compare it with the same label in locales/en.yaml.",
  }),
} as const;

const QUOTE_MAX_CHARACTERS = 80;

function quoted(written: string): string {
  const line = written.replace(/\s+/g, " ");
  return `“${line.length > QUOTE_MAX_CHARACTERS ? `${line.slice(0, QUOTE_MAX_CHARACTERS)}…` : line}”`;
}
