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
  "template-name-invalid": entry<{ name: string; suggestion: string | undefined }>({
    severity: "error",
    cause: "usage",
    about: "The name for a new template set could not be a folder on every system, or would need quotes.",
    message: ({ name }) =>
      `“${name}” cannot be the name of a template set: it has small letters, digits and hyphens.`,
    hint: ({ suggestion }) =>
      suggestion === undefined ? "For example: my-look" : `How about “${suggestion}”?`,
  }),
  "template-name-taken": entry<{ name: string; isPackage: boolean }>({
    severity: "error",
    cause: "usage",
    about: "A new template set would hide one of the same name that it has nothing to do with.",
    message: ({ name, isPackage }) =>
      `${isPackage ? "An installed package" : "Execbrief"} brings a template set “${name}” already, and yours would hide it.`,
    hint: ({ name }) =>
      `Choose another name, or change that one in your project: brief template new ${name} --from ${name}`,
  }),
  "template-set-exists": entry<{ folder: string }>({
    severity: "error",
    cause: "usage",
    about: "A new template set is asked for where a folder is already; nothing is ever overwritten.",
    message: ({ folder }) => `The folder ${folder} is there already, and it is left as it is.`,
    hint: () => "Choose another name, or change the files that are there.",
  }),
  "template-file-exists": entry<{ path: string }>({
    severity: "error",
    cause: "usage",
    about: "A file of a template set was to be written that is there already; nothing is ever overwritten.",
    message: ({ path }) => `The file ${path} is there already, and it is left as it is.`,
    hint: () => "Rename or delete it first, if you want to have it anew.",
  }),
  "template-piece-unknown": entry<{ piece: string; set: string; suggestion: string | undefined }>({
    severity: "error",
    cause: "usage",
    about: "A piece is to be copied out of a template set that does not have it.",
    message: ({ piece, set }) => `The template set “${set}” has no piece “${piece}”.`,
    hint: ({ set, suggestion }) =>
      suggestion === undefined
        ? `See its pieces with: brief template eject ${set}`
        : `Did you mean “${suggestion}”?`,
  }),
  "template-piece-exists": entry<{ file: string }>({
    severity: "error",
    cause: "usage",
    about: "A piece is to be copied that the project has as its own; nothing is ever overwritten.",
    message: ({ file }) => `You have ${file} already, and it is left as it is.`,
    hint: () => "Change it there. To have the original once more, delete the file first.",
  }),
  "template-nothing-inherited": entry<{ set: string }>({
    severity: "error",
    cause: "usage",
    about:
      "A piece is to be copied into a template set that extends no other, so that it has every piece itself.",
    message: ({ set }) =>
      `“${set}” is a template set of this project that extends no other, so every piece of it is yours.`,
    hint: () => "Change its files where they are.",
  }),
  "template-eject-scoped": entry<{ set: string }>({
    severity: "error",
    cause: "usage",
    about: "A piece is to be copied out of a package whose name cannot be that of a folder in templates/.",
    message: ({ set }) =>
      `“${set}” cannot be the name of a folder in templates/, so its pieces need a set of yours to be in.`,
    hint: ({ set }) => `Make one, then take pieces into it: brief template new my-look --from ${set}`,
  }),
  "ejected-record": entry<{ key: string; problem: string }>({
    severity: "error",
    cause: "content",
    about: "ejected.yaml, where `brief template eject` notes what was copied, is not as it was written.",
    message: ({ key, problem }) =>
      key === "" ? `ejected.yaml cannot be read: ${problem}.` : `“${key}” in ejected.yaml: ${problem}.`,
    hint: () =>
      "Take the file back from your version control. Without it templates work as before, but changes of the originals cannot be shown.",
  }),
} as const;
