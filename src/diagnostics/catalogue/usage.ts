import { entry } from "./entry.ts";

/** Findings on the command line itself and on what only it can meet. */
export const usageCatalogue = {
  "command-line-invalid": entry<{ problem: string; suggestion?: string | undefined }>({
    severity: "error",
    cause: "usage",
    about: "The command, one of its options or one of their values does not exist.",
    message: ({ problem }) => problem,
    hint: ({ suggestion }) => suggestion ?? "Add --help to see what there is.",
  }),
  "name-for-many": entry<{ name: string; count: number }>({
    severity: "error",
    cause: "usage",
    about: "--name gives the files of one brief their name, and several briefs were asked for.",
    message: ({ name, count }) => `--name ${name} is for one brief, but there are ${count}.`,
    hint: () => "Name one brief, or leave --name out: the files are then named after each brief file.",
  }),
  "project-empty": entry<{ folder: string }>({
    severity: "error",
    cause: "usage",
    about: "A command that works on every brief of the project found no folder of briefs.",
    message: ({ folder }) => `There is no brief to work on: there is no folder ${folder} here.`,
    hint: ({ folder }) => `Write a first brief with “brief new ${folder}/my-brief.yaml”, or name a file.`,
  }),
  "new-file-exists": entry<{ path: string }>({
    severity: "error",
    cause: "usage",
    about: "“brief new” was given the name of a file that exists. It never overwrites one.",
    message: ({ path }) => `${path} exists already, and it was left as it is.`,
    hint: () => "Choose another name.",
  }),
  "new-file-not-yaml": entry<{ path: string; suggestion: string }>({
    severity: "error",
    cause: "usage",
    about: "“brief new” writes YAML, because comments in it can guide the author.",
    message: ({ path }) => `A new brief is a YAML file, and ${path} is not named like one.`,
    hint: ({ suggestion }) => `Try: brief new ${suggestion}`,
  }),
  "artifact-without-brief": entry<{ path: string; briefs: string }>({
    severity: "error",
    cause: "usage",
    about: "“brief preflight” was given a PDF or HTML file whose name is that of no brief of the project.",
    message: ({ path, briefs }) => `No brief in ${briefs} has the name of ${path}.`,
    hint: () => "Name the brief that it was built from with --brief.",
  }),
  "starter-text": entry<{ count: number; lines: readonly number[] }>({
    severity: "warning",
    cause: "content",
    about:
      "“brief check” found texts that “brief new” put there to be written over. They would go to readers as they are.",
    message: ({ count, lines }) =>
      count === 1
        ? "This text is still the one that “brief new” wrote."
        : `${count} texts are still those that “brief new” wrote, on ${inList(lines)}.`,
    hint: ({ count }) =>
      count === 1
        ? "Write over it, or remove it."
        : "Write over each, or remove what the brief does not need.",
  }),
  "node-too-old": entry<{ version: string; oldest: string }>({
    severity: "error",
    cause: "environment",
    about: "Execbrief runs on a Node.js older than it supports.",
    message: ({ version, oldest }) => `This is Node.js ${version}; Execbrief needs ${oldest} or newer.`,
    hint: () => "Install a current Node.js from nodejs.org or with your version manager.",
  }),
  "internal-error": entry<{ problem: string }>({
    severity: "error",
    cause: "bug",
    about: "Execbrief met a state that it believed impossible.",
    message: ({ problem }) =>
      `This is a bug in Execbrief, not a fault of your brief: ${problem}. Files already written are whole.`,
    hint: () => "Please report it, with the brief and what the same command prints with --verbose.",
  }),
} as const;

/** `lines 5, 9 and 14`. */
function inList(lines: readonly number[]): string {
  if (lines.length === 1) return `line ${lines[0]}`;
  return `lines ${lines.slice(0, -1).join(", ")} and ${lines.at(-1)}`;
}
