import { entry } from "./entry.ts";

/** Findings on PDF files that carry their source and a seal. */
export const sealCatalogue = {
  "source-not-embedded": entry<{ edition: string; reason: string }>({
    severity: "warning",
    cause: "content",
    about: "The brief cannot go along in its PDF, so that the PDF has no seal.",
    message: ({ edition, reason }) =>
      `The PDF of the “${edition}” edition does not carry its brief and cannot be verified later: ${reason}.`,
    hint: () => "Mend that, or build without the brief on purpose: brief build --no-source",
  }),
  "seal-unreadable": entry<{ name: string }>({
    severity: "error",
    cause: "content",
    about: "A file that is to be verified is no PDF, is encrypted or is too damaged to be read.",
    message: ({ name }) =>
      `${name} cannot be read as a PDF: it is something else, damaged or protected by a password.`,
    hint: () => "Ask for the file again, from whoever made it.",
  }),
  "seal-missing": entry<{ name: string }>({
    severity: "error",
    cause: "content",
    about:
      "A PDF carries no seal: it was made without its source or by something else, or the seal was taken away.",
    message: ({ name }) =>
      `${name} has no seal, so nothing can be said about it: it was built without its brief, was not made by Execbrief, or its seal was taken away, as programs do that print or shrink files.`,
    hint: () =>
      "If you have its brief, hold the page against it: brief preflight FILE.pdf --brief brief.yaml",
  }),
  "seal-damaged": entry<{ name: string }>({
    severity: "error",
    cause: "content",
    about: "The seal of a PDF was changed so that it cannot be read, or there are two.",
    message: ({ name }) => `The seal of ${name} was changed: it is not as Execbrief writes it.`,
    hint: () => "Do not rely on the file. Ask for it again, from whoever made it.",
  }),
  "seal-newer": entry<{ name: string }>({
    severity: "error",
    cause: "environment",
    about: "A PDF was sealed by a later version of Execbrief, in a form that this one does not know.",
    message: ({ name }) => `${name} was sealed by a newer version of Execbrief, which this one cannot check.`,
    hint: () => "Update Execbrief, and verify the file again.",
  }),
  "seal-bytes": entry<{ name: string; isRest: boolean }>({
    severity: "error",
    cause: "content",
    about: "A PDF is not byte for byte what was written when it was made.",
    message: ({ name, isRest }) =>
      isRest
        ? `${name} is not byte for byte the file that was made. What it shows and says is unchanged: it was saved anew by another program, or changed where no reader looks.`
        : `${name} is not byte for byte the file that was made.`,
    hint: ({ isRest }) => (isRest ? "Where it matters, ask for the file as it was made." : undefined),
  }),
  "seal-truncated": entry<{ name: string; bytes: number; length: number }>({
    severity: "error",
    cause: "content",
    about: "A PDF is shorter than it was when it was made.",
    message: ({ name, bytes, length }) =>
      `${name} has ${bytes} bytes of the ${length} that it was made with.`,
    hint: () => "It was probably not received whole. Ask for it again.",
  }),
  "seal-appended": entry<{ name: string; bytes: number }>({
    severity: "error",
    cause: "content",
    about:
      "Something was added to the end of a PDF after it was made. Readers show the last state of a file, so that an addition can change anything.",
    message: ({ name, bytes }) =>
      bytes > 0
        ? `${name} was added to after it was made: ${bytes} bytes stand behind its end.`
        : `${name} was added to after it was made, as programs do that change a file without writing it anew.`,
    hint: () => "What was changed by it is told beside this; where nothing is, no reader sees a difference.",
  }),
  "seal-signed": entry<{ name: string }>({
    severity: "info",
    cause: "content",
    about: "A signature was added to a PDF after it was made, and nothing else was changed.",
    message: ({ name }) => `${name} was signed after it was made; nothing else was added.`,
  }),
  "seal-part-changed": entry<{ part: string }>({
    severity: "error",
    cause: "content",
    about:
      "A part of the document is not what it was when the PDF was made: a page, its links, bookmarks, metadata.",
    message: ({ part }) => `${part} were changed after the file was made.`,
  }),
  "seal-pages": entry<{ before: number; after: number }>({
    severity: "error",
    cause: "content",
    about: "Pages were added to a PDF, or taken out, after it was made.",
    message: ({ before, after }) =>
      `The file was made with ${before === 1 ? "one page" : `${before} pages`} and now has ${after}.`,
  }),
  "seal-text-changed": entry<{ page: number }>({
    severity: "error",
    cause: "content",
    about: "The words or figures of a page are not those that it was made with.",
    message: ({ page }) => `The words on page ${page} are not those that it was made with.`,
  }),
  "seal-facts-differ": entry<{ fact: string; found: string; expected: string }>({
    severity: "error",
    cause: "content",
    about: "The file names another title, author or point than the brief in it.",
    message: ({ fact, found, expected }) =>
      `The file names “${found}” as its ${fact}; the brief in it says “${expected}”.`,
  }),
  "seal-foreign": entry<{ part: string }>({
    severity: "error",
    cause: "content",
    about: "The file holds something that Execbrief never writes, and that can change what a reader sees.",
    message: ({ part }) => `The file holds ${part}, which Execbrief never writes.`,
  }),
  "seal-file-changed": entry<{ file: string }>({
    severity: "error",
    cause: "content",
    about: "A file within the PDF, such as its brief, is not the one that it was made with.",
    message: ({ file }) => `The file “${file}” within it was changed after it was made.`,
    hint: () => "Do not take the brief out of this file as the one that was published.",
  }),
  "seal-file-missing": entry<{ file: string }>({
    severity: "error",
    cause: "content",
    about: "A file that the PDF was made with is no longer in it.",
    message: ({ file }) => `The file “${file}”, which it was made with, was taken out of it.`,
  }),
  "seal-file-added": entry<{ file: string }>({
    severity: "error",
    cause: "content",
    about: "A file was put into the PDF after it was made.",
    message: ({ file }) => `The file “${file}” was put into it after it was made.`,
    hint: () => "Do not open it: nobody knows what it does.",
  }),
  "seal-source-invalid": entry<{ problem: string }>({
    severity: "error",
    cause: "content",
    about: "The brief in the PDF cannot be read as a brief, so that the page cannot be held against it.",
    message: ({ problem }) => `The brief in the file cannot be read: ${problem}`,
  }),
  "seal-words-differ": entry<{ locale: string; creator: string }>({
    severity: "warning",
    cause: "content",
    about:
      "The labels of the file’s language are not those that it was made with, so that levels of confidence and likelihood cannot be held against the brief.",
    message: ({ locale, creator }) =>
      `The words for levels of confidence in “${locale}” are others here than where ${creator} made the file; on the page they were not looked for.`,
    hint: () => "Verify it in the project that it was made in, to have them checked too.",
  }),
  "seal-brief-differs": entry<{ change: string }>({
    severity: "error",
    cause: "content",
    about: "The brief in the PDF is not the one that it was compared with.",
    message: ({ change }) => `The brief that you gave and the one in the file differ: ${change}`,
  }),
  "extract-unsafe": entry<{ path: string }>({
    severity: "error",
    cause: "content",
    about:
      "A file within a PDF bears a name that would lead out of the folder, or that a system takes for a device.",
    message: ({ path }) =>
      `A file in the PDF calls itself “${path}”, which is no safe name for a file. Nothing was written.`,
    hint: () => "Execbrief writes no such names. Do not rely on this file.",
  }),
  "extract-exists": entry<{ path: string }>({
    severity: "error",
    cause: "usage",
    about: "A file was to be taken out of a PDF that is there already; nothing is ever overwritten.",
    message: ({ path }) => `The file ${path} is there already, and it is left as it is. Nothing was written.`,
    hint: () => "Name another folder with --out.",
  }),
};
