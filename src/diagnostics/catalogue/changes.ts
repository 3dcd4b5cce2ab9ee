import { entry } from "./entry.ts";

/** Findings on the edition before, which a brief names under “previous”. */
export const changesCatalogue = {
  "previous-missing": entry<{ path: string }>({
    severity: "error",
    cause: "content",
    about: "“previous” names a file that does not exist. It is looked for in the brief’s folder.",
    message: ({ path }) => `There is no file ${path} in the brief’s folder.`,
    hint: () => "Correct “previous”, or remove it if this is the first edition.",
  }),
  "previous-outside": entry<{ path: string }>({
    severity: "error",
    cause: "content",
    about:
      "“previous” leads out of the brief’s folder. A brief may come from somebody else, and must not reach for other files.",
    message: ({ path }) => `${path} lies outside the brief’s folder, and is not read.`,
    hint: () => "Put the edition before into the same folder, or a folder inside it.",
  }),
  "previous-itself": entry<object>({
    severity: "error",
    cause: "content",
    about: "“previous” names the brief itself, so nothing could have changed.",
    message: () => "“previous” names this very file.",
    hint: () => "Keep the edition before under another name, such as one with its date, and name that.",
  }),
  "previous-invalid": entry<{ path: string; line: number; problem: string; count: number }>({
    severity: "error",
    cause: "content",
    about: "The file that “previous” names is not a valid brief, so it cannot be compared.",
    message: ({ path, line, problem, count }) =>
      `${path}, the edition before, has ${count === 1 ? "an error" : `${count} errors`}; line ${line}: ${problem}`,
    hint: ({ path }) => `See all of it with: brief check ${path}`,
  }),
  "previous-newer": entry<{ path: string; date: string; own: string }>({
    severity: "warning",
    cause: "content",
    about:
      "The edition that “previous” names is dated after the brief; the two were probably taken for each other.",
    message: ({ path, date, own }) =>
      `${path}, the edition before, is dated ${date}, which is after this brief’s ${own}.`,
    hint: () => "Correct one of the dates, or name the older file.",
  }),
} as const;
