import { entry } from "./entry.ts";

/** Findings about a file as such, before anyone looks at what it says. */
export const fileCatalogue = {
  "file-missing": entry<{ path: string; suggestion?: string | undefined }>({
    severity: "error",
    cause: "usage",
    about: "A file that was named does not exist.",
    message: ({ path }) => `There is no file ${path}.`,
    hint: ({ suggestion }) =>
      suggestion === undefined
        ? "Check the spelling and the folder you are in."
        : `Did you mean ${suggestion}?`,
  }),
  "file-folder": entry<{ path: string }>({
    severity: "error",
    cause: "usage",
    about: "A folder was named where one file is needed.",
    message: ({ path }) => `${path} is a folder, but a file is needed here.`,
    hint: () => "Name a file in it.",
  }),
  "file-special": entry<{ path: string }>({
    severity: "error",
    cause: "usage",
    about: "A device, pipe or socket was named. Reading one may never end, so only ordinary files are read.",
    message: ({ path }) => `${path} is not an ordinary file but a device, pipe or socket.`,
    hint: () => "To read from a pipe, give - as the file name.",
  }),
  "file-unreadable": entry<{ path: string; reason: "permission" | "link-loop" | "busy" | "failed" }>({
    severity: "error",
    cause: "environment",
    about: "A file is there but the operating system does not let Execbrief read it.",
    message: ({ path, reason }) => `${path} cannot be read: ${UNREADABLE[reason].why}.`,
    hint: ({ reason }) => UNREADABLE[reason].what,
  }),
  "file-too-large": entry<{ path: string; bytes: number; limit: number }>({
    severity: "error",
    cause: "content",
    about:
      "A brief file has more than 1 MiB. One page of text needs a hundredth of that, so this is some other file. It is refused before it is read.",
    message: ({ path, bytes, limit }) =>
      `${path} has ${inMegabytes(bytes)} MB; a brief file may have at most ${inMegabytes(limit)} MB.`,
    hint: () => "Check that this is the brief and not a picture, a PDF or a data export.",
  }),
  "file-encoding": entry<{ path: string; encoding: "utf-16" | "unknown" }>({
    severity: "error",
    cause: "content",
    about: "A file is text in an encoding other than UTF-8, so its letters would come out wrong.",
    message: ({ path, encoding }) =>
      encoding === "utf-16"
        ? `${path} is saved as UTF-16, but a brief must be UTF-8.`
        : `${path} is not UTF-8: it holds bytes that are no letter in it, here for the first time.`,
    hint: () => "In your editor choose “Save with encoding” and then UTF-8.",
  }),
  "file-binary": entry<{ path: string }>({
    severity: "error",
    cause: "content",
    about: "A file holds binary data (a zero byte), so it cannot be a YAML or JSON text.",
    message: ({ path }) => `${path} is not a text file.`,
    hint: () => "A brief is a plain text file in YAML or JSON; a Word or PDF file cannot be read.",
  }),
  "file-empty": entry<{ path: string }>({
    severity: "error",
    cause: "content",
    about: "A brief file is empty or holds nothing but comments.",
    message: ({ path }) => `${path} is empty, or holds nothing but comments.`,
    hint: () => "Start from an example in docs/brief-format.md.",
  }),
} as const;

const UNREADABLE = {
  permission: { why: "you have no permission to", what: "Ask its owner, or change its permissions." },
  "link-loop": { why: "it is a link that leads back to itself", what: "Name the real file." },
  busy: { why: "another program holds it, or too many files are open", what: "Try again in a moment." },
  failed: { why: "the disk or network reported a fault", what: "Check the drive it lies on." },
} as const;

const inMegabytes = (bytes: number): string => {
  const megabytes = bytes / 1024 ** 2;
  return Number.isInteger(megabytes) ? String(megabytes) : megabytes.toFixed(megabytes < 10 ? 2 : 0);
};
