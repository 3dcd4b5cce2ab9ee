import { entry } from "./entry.ts";

/** Findings on a project: its folder, its configuration and what is asked of it. */
export const projectCatalogue = {
  "config-invalid": entry<{ key: string; problem: string; suggestion?: string | undefined }>({
    severity: "error",
    cause: "usage",
    about: "brief.config.yaml does not follow its schema.",
    message: ({ key, problem }) =>
      key === ""
        ? `brief.config.yaml cannot be used: ${problem}.`
        : `“${key}” in brief.config.yaml: ${problem}.`,
    hint: ({ suggestion }) => (suggestion === undefined ? undefined : `Did you mean “${suggestion}”?`),
  }),
  "path-missing": entry<{ path: string; suggestion?: string | undefined }>({
    severity: "error",
    cause: "usage",
    about: "A file or folder that was asked for does not exist.",
    message: ({ path }) => `There is no file or folder ${path}.`,
    hint: ({ suggestion }) => (suggestion === undefined ? undefined : `Did you mean ${suggestion}?`),
  }),
  "not-a-brief-file": entry<{ path: string }>({
    severity: "error",
    cause: "usage",
    about: "A file that was asked for is neither YAML nor JSON, judged by its name.",
    message: ({ path }) => `${path} is not a brief file: its name ends in neither .yaml, .yml nor .json.`,
  }),
  "no-briefs": entry<{ folder: string }>({
    severity: "error",
    cause: "usage",
    about: "A folder that was asked for holds no brief file.",
    message: ({ folder }) => `There are no brief files in ${folder}.`,
    hint: () => "Write a first one with: brief new my-brief.yaml",
  }),
  "slug-taken": entry<{ slug: string; other: string }>({
    severity: "error",
    cause: "content",
    about: "Two briefs of one build have the same file name, so one would overwrite the other.",
    message: ({ slug, other }) => `Both this brief and ${other} would be written to ${slug}/.`,
    hint: () => "Rename one of the files.",
  }),
  "audience-not-in-brief": entry<{
    audience: string;
    has: readonly string[];
    suggestion?: string | undefined;
  }>({
    severity: "error",
    cause: "usage",
    about: "An edition was asked for that the brief does not have.",
    message: ({ audience, has }) =>
      `This brief has no “${audience}” edition; it has ${has.map((id) => `“${id}”`).join(", ")}.`,
    hint: ({ suggestion, audience }) =>
      suggestion === undefined
        ? `Add ${audience} to the brief’s audiences, or ask for another edition.`
        : `Did you mean “${suggestion}”?`,
  }),
  "locale-missing": entry<{ locale: string; has: readonly string[] }>({
    severity: "error",
    cause: "usage",
    about: "No label file exists for the brief’s locale.",
    message: ({ locale, has }) =>
      `There are no labels for the locale “${locale}”; there are for ${has.join(", ")}.`,
    hint: ({ locale }) =>
      `Copy one of the files in locales/ to locales/${locale}.yaml in your project and translate it.`,
  }),
  "output-not-writable": entry<{ path: string; reason: string }>({
    severity: "error",
    cause: "environment",
    about: "An artifact could not be written. What stood there before is unchanged.",
    message: ({ path, reason }) => `${path} could not be written: ${reason}.`,
    hint: () => "Check the folder’s rights and the free space, or choose another with --out.",
  }),
  interrupted: entry<Record<string, never>>({
    severity: "error",
    cause: "environment",
    about: "The run was stopped before this brief was done. Files are whole: old or new, never half.",
    message: () => "The run was interrupted before this brief was done.",
  }),
} as const;
