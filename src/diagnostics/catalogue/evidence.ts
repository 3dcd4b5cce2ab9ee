import { entry } from "./entry.ts";

/** Findings on whether what a brief says rests on what it cites. */
export const evidenceCatalogue = {
  "unknown-caveat": entry<{ id: string; suggestion?: string | undefined }>({
    severity: "error",
    cause: "content",
    about:
      "A figure or the chart names a caveat that no entry under “caveats” has as its id. A number whose warning is missing would be read without it.",
    message: ({ id }) => `There is no caveat with the id “${id}”.`,
    hint: ({ id, suggestion }) =>
      suggestion === undefined
        ? `Give the caveat that it means the id: “id: ${id}”.`
        : `Did you mean “${suggestion}”?`,
  }),
  "duplicate-caveat": entry<{ id: string; firstLine: number }>({
    severity: "error",
    cause: "content",
    about: "Two caveats have the same id, so a figure could mean either.",
    message: ({ id, firstLine }) => `The id “${id}” is already that of the caveat on line ${firstLine}.`,
    hint: () => "Give one of them another id.",
  }),
} as const;
