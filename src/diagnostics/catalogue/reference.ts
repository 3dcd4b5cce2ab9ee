import { entry } from "./entry.ts";

/** Findings where parts of a brief do not agree with each other, though each is well written. */
export const referenceCatalogue = {
  "unknown-source": entry<{ id: string; suggestion?: string | undefined }>({
    severity: "error",
    cause: "content",
    about: "A citation or a list of sources names an id that no entry under “sources” has.",
    message: ({ id }) => `There is no source with the id “${id}”.`,
    hint: ({ id, suggestion }) =>
      suggestion === undefined ? `Add it under sources: “- id: ${id}”.` : `Did you mean “${suggestion}”?`,
  }),
  "duplicate-source": entry<{ id: string; firstLine: number }>({
    severity: "error",
    cause: "content",
    about: "Two sources have the same id, so a citation could mean either.",
    message: ({ id, firstLine }) => `The id “${id}” is already that of the source on line ${firstLine}.`,
    hint: () => "Give one of them another id, or remove it if both are the same document.",
  }),
  "source-never-cited": entry<{ id: string }>({
    severity: "error",
    cause: "content",
    about:
      "A source is listed but nothing cites it. A page prints only what it rests on; often the citation was forgotten.",
    message: ({ id }) => `Nothing in the brief cites the source “${id}”.`,
    hint: ({ id }) => `Cite it with [@${id}] where it supports a statement, or remove it.`,
  }),
  "repeated-id": entry<{ id: string }>({
    severity: "warning",
    cause: "content",
    about: "The same id stands twice in one list or citation; it counts once.",
    message: ({ id }) => `“${id}” is named twice here.`,
    hint: () => "Remove one of the two.",
  }),
  "unknown-audience": entry<{ audience: string; known: readonly string[]; suggestion?: string | undefined }>({
    severity: "error",
    cause: "content",
    about: "“audiences” names an audience that neither Execbrief nor the project’s configuration knows.",
    message: ({ audience, known }) => `“${audience}” is not a known audience; known are ${known.join(", ")}.`,
    hint: ({ suggestion }) =>
      suggestion === undefined
        ? "Add it under audiences in brief.config.yaml."
        : `Did you mean “${suggestion}”?`,
  }),
  "duplicate-audience": entry<{ audience: string }>({
    severity: "error",
    cause: "content",
    about: "“audiences” names the same audience twice, which would be two editions under one name.",
    message: ({ audience }) => `The audience “${audience}” is named twice.`,
    hint: () => "Remove one of the two.",
  }),
  "audience-all": entry<object>({
    severity: "error",
    cause: "content",
    about: "“audiences” names “all”. The edition for everyone always exists and is not listed.",
    message: () => "“all” is not listed under “audiences”: the edition for everyone always exists.",
    hint: () => "Remove it.",
  }),
  "audience-without-edition": entry<{
    audience: string;
    editions: readonly string[];
    suggestion?: string | undefined;
    known: boolean;
  }>({
    severity: "error",
    cause: "content",
    about: "An implication or a question is meant for an audience that gets no edition of this brief.",
    message: ({ audience, editions }) =>
      `This is for “${audience}”, but the brief has no edition for that audience, only ${editions.join(", ")}.`,
    hint: ({ audience, suggestion, known }) =>
      suggestion !== undefined && !known
        ? `Did you mean “${suggestion}”?`
        : `Add ${audience} to “audiences” at the top of the brief, or name another audience here.`,
  }),
  "edition-without-question": entry<{ audience: string }>({
    severity: "error",
    cause: "content",
    about: "An audience’s edition would have no question, because every question is for others.",
    message: ({ audience }) => `The edition for “${audience}” would have no question.`,
    hint: ({ audience }) => `Add ${audience} to the “audiences” of a question, or remove it here.`,
  }),
  "timeline-order": entry<{ date: string; previous: string }>({
    severity: "warning",
    cause: "content",
    about: "A step of the timeline is dated before the one above it.",
    message: ({ date, previous }) => `${date} comes after ${previous} in the list but before it in time.`,
    hint: () => "Put the steps in the order of their dates.",
  }),
  "bottom-line-long": entry<{ words: number; limit: number }>({
    severity: "warning",
    cause: "content",
    about:
      "The bottom line has more than 60 words. Many readers stop after it, and a long one is not read to its end.",
    message: ({ words, limit }) => `The bottom line has ${words} words; up to ${limit} are read.`,
    hint: ({ words, limit }) =>
      `Cut about ${words - limit}: keep what happened, what it means and what to do.`,
  }),
} as const;
