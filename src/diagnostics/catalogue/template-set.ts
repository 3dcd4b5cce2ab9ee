import { entry } from "./entry.ts";

/** Findings in how template sets build on one another, and in the commands that make them. */
export const templateSetCatalogue = {
  "template-base-missing": entry<{ name: string; suggestion?: string | undefined }>({
    severity: "error",
    cause: "content",
    about: "A template set extends one that exists neither in the project nor in Execbrief nor as a package.",
    message: ({ name }) => `This template set extends “${name}”, and there is no set of that name.`,
    hint: ({ suggestion }) =>
      suggestion === undefined
        ? "See what there is with: brief template list"
        : `Did you mean “${suggestion}”?`,
  }),
  "template-extends-circle": entry<{ way: readonly string[] }>({
    severity: "error",
    cause: "content",
    about: "Template sets extend one another in a circle, so none of them is the original.",
    message: ({ way }) => `These template sets extend one another in a circle: ${way.join(" → ")}.`,
    hint: () => "Let one of them stand on its own, or extend a set outside the circle, such as executive.",
  }),
  "template-theme-unknown": entry<{ name: string; suggestion?: string | undefined }>({
    severity: "error",
    cause: "content",
    about: "`theme` in template.yaml gives a value to a token that no set it extends has declared.",
    message: ({ name }) =>
      `“theme” sets “${name}”, but no template set that this one extends has such a token.`,
    hint: ({ name, suggestion }) =>
      suggestion === undefined
        ? `Declare it under tokens, if “${name}” is new: it needs a type, a description and a default.`
        : `Did you mean “${suggestion}”?`,
  }),
  "template-theme-value": entry<{ name: string; problem: string }>({
    severity: "error",
    cause: "content",
    about: "`theme` in template.yaml gives a token a value that is not of its type.",
    message: ({ name, problem }) => `The value of “${name}” does not suit this token: ${problem}.`,
  }),
} as const;
