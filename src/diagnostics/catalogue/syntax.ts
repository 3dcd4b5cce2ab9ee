import { entry } from "./entry.ts";

/** Findings where a brief file is not well-formed YAML or JSON; nothing of it can be trusted until they are gone. */
export const syntaxCatalogue = {
  "duplicate-key": entry<{ key: string; firstLine: number }>({
    severity: "error",
    cause: "content",
    about: "A field is written twice in one place, so that one of the two would be lost without a word.",
    message: ({ key, firstLine }) => `“${key}” is written twice here; the first one is on line ${firstLine}.`,
    hint: () => "Keep one of the two, or join them into one list.",
  }),
  "syntax-tab": entry<object>({
    severity: "error",
    cause: "content",
    about: "A line is indented with a tab. YAML allows only spaces, because a tab has no fixed width.",
    message: () => "This line is indented with a tab, which YAML does not allow.",
    hint: () => "Replace the tab with spaces, two for each level.",
  }),
  "syntax-quote": entry<{ quote: string }>({
    severity: "error",
    cause: "content",
    about: "A text in quotes has no closing quotation mark, or ends in the middle because of one inside it.",
    message: ({ quote }) =>
      `The text that begins here with ${quote} has no closing ${quote} where it should end.`,
    hint: ({ quote }) =>
      quote === '"'
        ? 'Add the closing ". A " inside the text is written \\".'
        : "Add the closing '. A ' inside the text is written '' (twice), or use the typographic ’.",
  }),
  "syntax-after-quote": entry<{ text: string }>({
    severity: "error",
    cause: "content",
    about: "Text follows after the closing quotation mark of a value.",
    message: ({ text }) => `The text in quotes has ended, but “${text}” follows it.`,
    hint: () => "Put the whole text in quotes, or start it with a word instead of a quotation mark.",
  }),
  "syntax-colon": entry<object>({
    severity: "error",
    cause: "content",
    about: "A text holds a colon followed by a space, which YAML takes for another field.",
    message: () => "This text has a colon and a space in it, so YAML takes its beginning for another field.",
    hint: () =>
      'Put the whole text in quotes: key: "text: more". For a long text write key: >- and start a new line.',
  }),
  "syntax-missing-space": entry<{ after: ":" | "-" }>({
    severity: "error",
    cause: "content",
    about: "A colon or a dash stands without the space that must follow it.",
    message: ({ after }) =>
      after === ":"
        ? "There is no space after the colon, so YAML cannot tell the field from its text."
        : "There is no space after the dash, so YAML does not see a list.",
    hint: ({ after }) => (after === ":" ? "Write key: text." : "Write - text."),
  }),
  "syntax-indent": entry<object>({
    severity: "error",
    cause: "content",
    about: "A line does not start in the same column as the fields or items it belongs to.",
    message: () => "This line starts in a column that does not fit the lines above it.",
    hint: () =>
      "Fields of one thing start in the same column; what belongs to a field is indented by two spaces more.",
  }),
  "syntax-first-character": entry<{ character: string }>({
    severity: "error",
    cause: "content",
    about: "A text begins with a character that means something else in YAML, such as @, %, ` or *.",
    message: ({ character }) => `A text cannot begin with ${character} in YAML unless it stands in quotes.`,
    hint: () => 'Put the whole text in quotes: key: "text".',
  }),
  "syntax-escape": entry<{ sequence: string }>({
    severity: "error",
    cause: "content",
    about: "A backslash in double quotes is followed by a character that it does not go with.",
    message: ({ sequence }) => `Inside double quotes, ${sequence} has no meaning.`,
    hint: () => "Write the backslash twice (\\\\), or put the text in single quotes.",
  }),
  "syntax-bracket": entry<{ bracket: string }>({
    severity: "error",
    cause: "content",
    about: "A list or a group of fields in brackets is not closed.",
    message: ({ bracket }) =>
      `The ${bracket} that opens here is not closed with ${CLOSING[bracket] ?? "its partner"}.`,
    hint: ({ bracket }) =>
      `Add the closing ${CLOSING[bracket] ?? "bracket"}. If the ${bracket} is part of a text, put the text in quotes.`,
  }),
  "syntax-no-field": entry<object>({
    severity: "error",
    cause: "content",
    about: "A line is neither a field nor a list item nor the indented continuation of a text.",
    message: () => "This line is not a field: it has no colon.",
    hint: () => "Write key: text. If the line continues the text above, indent it.",
  }),
  "syntax-comma": entry<object>({
    severity: "error",
    cause: "content",
    about: "A comma stands where a value is expected.",
    message: () => "There is a comma too many here, or a value before it is missing.",
    hint: () => "Remove the comma. If it is part of a text, put the text in quotes.",
  }),
  "syntax-missing-comma": entry<object>({
    severity: "error",
    cause: "content",
    about: "Two fields or items in brackets are not divided by a comma.",
    message: () => "A comma is missing here, between a value and the next field.",
    hint: () => "Put a comma after the value.",
  }),
  "syntax-block-text": entry<object>({
    severity: "error",
    cause: "content",
    about:
      "Text follows > or | on the same line. These marks announce a long text that starts on the next line.",
    message: () => "After > or | the text must start on the next line.",
    hint: () => "Start a new line and indent the text; or, if > or | is part of the text, put it in quotes.",
  }),
  "syntax-dash": entry<object>({
    severity: "error",
    cause: "content",
    about: "A list begins on the line of its field.",
    message: () => "A list cannot begin on the same line as its field.",
    hint: () =>
      'Start the list on the next line, one "- " for each item; or, if this is a text, put it in quotes.',
  }),
  "yaml-alias": entry<{ name: string }>({
    severity: "error",
    cause: "content",
    about: "A text begins with *, which YAML takes for a reference to a part of the file marked with &.",
    message: ({ name }) =>
      `YAML takes *${name} for a reference to another part of the file, and there is no such part.`,
    hint: () => 'If this is Markdown, put the whole text in quotes: key: "*text*".',
  }),
  "yaml-alias-cycle": entry<{ name: string }>({
    severity: "error",
    cause: "content",
    about: "A part of the file refers to itself, so it would never end.",
    message: ({ name }) => `*${name} stands inside the part that it refers to, so it would never end.`,
    hint: () => "Write the content out instead of referring to it.",
  }),
  "yaml-alias-bomb": entry<{ limit: number }>({
    severity: "error",
    cause: "content",
    about:
      "References to marked parts (&name, *name) repeat so much that a small file would fill the memory. Such files are made to do harm.",
    message: ({ limit }) => `The references in this file (*name) repeat more than ${limit} values.`,
    hint: () => "Write repeated content out, or refer to less of it.",
  }),
  "yaml-tag": entry<{ tag: string }>({
    severity: "error",
    cause: "content",
    about: "A value begins with !, which YAML takes for a type tag. A brief needs none.",
    message: ({ tag }) => `YAML takes ${tag} for a type tag, which a brief does not know.`,
    hint: () => 'If this is text, put the whole of it in quotes: key: "!text".',
  }),
  "syntax-key": entry<object>({
    severity: "error",
    cause: "content",
    about: "The name of a field is itself a list or a group of fields, as {{ name }} would be.",
    message: () => "Here a list or a group in braces stands where the name of a field should be.",
    hint: () => "If this is text, put the whole of it in quotes.",
  }),
  "syntax-documents": entry<object>({
    severity: "error",
    cause: "content",
    about: "A file holds several YAML documents, divided by ---. One file is one brief.",
    message: () => "A second document starts here (after ---), but one file holds one brief.",
    hint: () => "Move it to a file of its own, or remove the line ---.",
  }),
  "syntax-top": entry<{ found: string }>({
    severity: "error",
    cause: "content",
    about: "A file does not consist of fields at the top, but of a list or a text.",
    message: ({ found }) => `A brief consists of fields such as “title: …”, but this file is ${found}.`,
    hint: () => "Start from an example in docs/brief-format.md.",
  }),
  "syntax-deep": entry<object>({
    severity: "error",
    cause: "content",
    about: "Lists and fields are nested deeper than any brief needs.",
    message: () => "Lists or fields are nested too deep here; a brief needs five levels.",
    hint: () => "Check the brackets and the indentation.",
  }),
  "syntax-many-parts": entry<{ limit: number }>({
    severity: "error",
    cause: "content",
    about: "A file has more separate words, marks and lines than a brief can have, so it is some other file.",
    message: ({ limit }) => `This file has more than ${limit} separate parts, far more than a brief.`,
    hint: () => "Check that this is the brief and not a data export.",
  }),
  "syntax-other": entry<{ problem: string }>({
    severity: "error",
    cause: "content",
    about: "A file is not well-formed YAML or JSON for a reason that has no code of its own.",
    message: ({ problem }) => `The file cannot be read from here on: ${problem}.`,
    hint: () =>
      "Look at this line and the one above: a quotation mark, a colon or the indentation may be wrong.",
  }),
  "yaml-anchor": entry<{ name: string }>({
    severity: "warning",
    cause: "content",
    about:
      "A value begins with & and a word, which YAML takes for a mark and does not print; nothing refers to it.",
    message: ({ name }) =>
      `“&${name}” is not printed: YAML takes it for a mark that other parts may refer to.`,
    hint: () => 'If it belongs to the text, put the whole text in quotes: key: "&text".',
  }),
  "text-lost": entry<{ text: string }>({
    severity: "warning",
    cause: "content",
    about:
      "A text holds a space and #, after which YAML takes everything for a comment, so the rest is not printed.",
    message: ({ text }) => `“${text}” is not printed: after a space, # begins a comment.`,
    hint: () =>
      'Put the whole text in quotes: key: "text #1". If it is meant as a comment, put a space after #.',
  }),
} as const;

const CLOSING: Readonly<Record<string, string>> = { "[": "]", "{": "}" };
