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
  "helpers-module": entry<{ file: string; problem: string }>({
    severity: "error",
    cause: "content",
    about: "The module that `helpers` in brief.config.yaml names cannot be used.",
    message: ({ file, problem }) => `The helpers in ${file} cannot be used: ${problem}.`,
    hint: () =>
      "See “Helpers of your own” in docs/template-sets.md; “node helpers.mjs” shows faults of the file itself.",
  }),
  "helper-invalid": entry<{ name: string; problem: string; file: string }>({
    severity: "error",
    cause: "content",
    about: "A helper of the project is declared in a way that templates could not rely on.",
    message: ({ name, problem, file }) => `The helper “${name}” in ${file} cannot be used: ${problem}.`,
    hint: () => 'A helper is declared as name: { takes: ["text"], gives: "text", run: (text) => … }.',
  }),
} as const;
