import { entry } from "./entry.ts";

/** Findings about single fields of a brief. `field` is what the author calls it: “label” (item 1 of “figures”). */
export const briefCatalogue = {
  "unknown-key": entry<{
    key: string;
    place: string;
    suggestion?: string | undefined;
    belongsIn?: string | undefined;
    known: readonly string[];
  }>({
    severity: "error",
    cause: "content",
    about:
      "A field has a name that does not exist there. It is an error because its content would otherwise be missing from the page without a word.",
    message: ({ key, place }) => `“${key}” is not a field of ${place}.`,
    hint: ({ suggestion, belongsIn, known }) => {
      if (suggestion !== undefined) return `Did you mean “${suggestion}”?`;
      if (belongsIn !== undefined) return `It belongs inside “${belongsIn}”: indent it below that field.`;
      return `The fields here are ${known.join(", ")}.`;
    },
  }),
  "missing-field": entry<{ field: string; example?: string | undefined }>({
    severity: "error",
    cause: "content",
    about: "A required field is missing.",
    message: ({ field }) => `${field} is missing.`,
    hint: ({ example }) => (example === undefined ? undefined : `Add it: ${example}`),
  }),
  empty: entry<{ field: string; optional: boolean }>({
    severity: "error",
    cause: "content",
    about: "A field is there but nothing is written in it.",
    message: ({ field }) => `${field} is empty.`,
    hint: ({ optional }) =>
      optional ? "Write something after the colon, or remove the line." : "Write something after the colon.",
  }),
  "wrong-type": entry<{
    field: string;
    expected: "text" | "list" | "fields" | "other";
    found: "text" | "list" | "fields" | "number" | "yes-no" | "other";
    example?: string | undefined;
  }>({
    severity: "error",
    cause: "content",
    about: "A field holds a number where text is needed, a text where a list is needed, and the like.",
    message: ({ field, expected, found }) => `${field} must be ${KIND[expected]}, but it is ${KIND[found]}.`,
    hint: ({ expected, found, example }) => {
      if (expected === "list") {
        if (example === undefined) return "Start each item on a line of its own, with a dash.";
        return example.startsWith("-")
          ? `Start each item with a dash: ${example}`
          : `Write a list in brackets: ${example}`;
      }
      if (expected === "fields") {
        return example === undefined
          ? "Write its fields below it, indented."
          : `Write it like this: ${example}, or each field on a line of its own, indented.`;
      }
      if (found === "fields") return "If the text has a colon in it, put the whole text in quotes.";
      if (found === "list") return "Write one text. If it begins with [ or a dash, put it in quotes.";
      return `Put it in quotes: ${example ?? '"…"'}`;
    },
  }),
  "too-long": entry<{ field: string; length: number; limit: number }>({
    severity: "error",
    cause: "content",
    about: "A text is longer than its place on the page allows.",
    message: ({ field, length, limit }) =>
      `${field} is ${plural(length - limit, "character", "characters")} too long: it has ${length}, and ${limit} fit.`,
    hint: () => "Shorten it.",
  }),
  "too-many": entry<{ field: string; limit: number; count: number }>({
    severity: "error",
    cause: "content",
    about: "A list has more items than a page can show well.",
    message: ({ field, limit, count }) => `${field} has ${count} items, and at most ${limit} are allowed.`,
    hint: ({ limit, count }) => `Remove ${count - limit}, or join some.`,
  }),
  "too-few": entry<{ field: string; minimum: number; count: number }>({
    severity: "error",
    cause: "content",
    about: "A list has fewer items than make sense.",
    message: ({ field, minimum, count }) =>
      count === 0
        ? `${field} is an empty list; it needs at least ${plural(minimum, "item", "items")}.`
        : `${field} has only ${plural(count, "item", "items")}; it needs at least ${minimum}.`,
    hint: () => "Add an item on a line of its own, starting with a dash.",
  }),
  "bad-date": entry<{ field: string; value: string; suggestion?: string | undefined; exists: boolean }>({
    severity: "error",
    cause: "content",
    about: "A date is not written as YYYY-MM-DD (ISO 8601), or the calendar has no such day.",
    message: ({ field, value, exists }) =>
      exists
        ? `${field} must be a date in the form YYYY-MM-DD, but it is “${value}”.`
        : `${field} is ${value}, but there is no such day.`,
    hint: ({ suggestion }) =>
      suggestion === undefined ? "Write year, month and day like 2025-02-03." : `Did you mean ${suggestion}?`,
  }),
  "bad-url": entry<{
    field: string;
    value: string;
    problem: "incomplete" | "scheme" | "password";
    suggestion?: string | undefined;
  }>({
    severity: "error",
    cause: "content",
    about:
      "A web address is not one that a reader can open: only http and https, complete and without a password.",
    message: ({ field, value, problem }) => {
      switch (problem) {
        case "incomplete":
          return `${field} is not a complete web address: “${value}”.`;
        case "scheme":
          return `${field} begins with “${value}:”, but only http and https addresses are allowed.`;
        case "password":
          return `${field} holds a user name or password, which every reader would see.`;
      }
    },
    hint: ({ suggestion }) =>
      suggestion === undefined
        ? "Copy the whole address from the browser: https:// at its start, no spaces."
        : `Did you mean ${suggestion}?`,
  }),
  "bad-email": entry<{ field: string; value: string }>({
    severity: "error",
    cause: "content",
    about: "A mail address is not of the form name@company.com.",
    message: ({ field, value }) => `${field} is not a mail address: “${value}”.`,
    hint: () => "Write the address alone, like name@company.com.",
  }),
  "bad-choice": entry<{
    field: string;
    value: string;
    choices: readonly string[];
    suggestion?: string | undefined;
  }>({
    severity: "error",
    cause: "content",
    about: "A field that takes one of a few words has another one.",
    message: ({ field, value, choices }) =>
      `${field} is “${value}”, but it must be one of: ${choices.join(", ")}.`,
    hint: ({ suggestion }) => (suggestion === undefined ? undefined : `Did you mean “${suggestion}”?`),
  }),
  "bad-identifier": entry<{ field: string; value: string; suggestion?: string | undefined }>({
    severity: "error",
    cause: "content",
    about:
      "An id has other characters than lower-case letters a to z, digits and hyphens. Ids are used in citations and links.",
    message: ({ field, value }) =>
      `${field} is “${value}”, but an id has only small letters a to z, digits and hyphens.`,
    hint: ({ suggestion }) =>
      suggestion === undefined ? "Write it like v3-report." : `Write it like this: ${suggestion}`,
  }),
  "bad-locale": entry<{ field: string; value: string; suggestion?: string | undefined }>({
    severity: "error",
    cause: "content",
    about: "A locale is not a language tag (BCP 47), such as en, de or pt-BR.",
    message: ({ field, value }) => `${field} is “${value}”, which is not a language tag.`,
    hint: ({ suggestion }) =>
      suggestion === undefined ? "Write a tag like en, de, fr or en-GB." : `Did you mean ${suggestion}?`,
  }),
  "bad-grade": entry<{ field: string; value: string; suggestion?: string | undefined }>({
    severity: "error",
    cause: "content",
    about:
      "A source’s grade is not one of the Admiralty system: a letter A to F for the source and a digit 1 to 6 for what it says.",
    message: ({ field, value }) =>
      `${field} is “${value}”, but a grade is a letter from A to F and a digit from 1 to 6.`,
    hint: ({ suggestion }) =>
      suggestion === undefined ? "Write it like B2." : `Did you mean ${suggestion}?`,
  }),
  "bad-citation": entry<{ raw: string; suggestion?: string | undefined }>({
    severity: "error",
    cause: "content",
    about: "A text has [@ in it, but what follows is not a citation, so it would be printed as it stands.",
    message: ({ raw }) => `“${raw}” looks like a citation but is not one.`,
    hint: ({ suggestion }) =>
      `${suggestion === undefined ? "Write [@id], or [@id; @other] for several." : `Did you mean ${suggestion}?`} If it is plain text, write \\[@ instead.`,
  }),
  "control-character": entry<{ field: string; codePoint: string; name: string }>({
    severity: "error",
    cause: "content",
    about:
      "A text holds an invisible character that can corrupt the page, mail headers or the order in which words are shown.",
    message: ({ field, codePoint, name }) =>
      `${field} holds an invisible character here: ${codePoint} (${name}).`,
    hint: () => "Delete it, or retype the words around it; it often comes with text copied from elsewhere.",
  }),
  "bad-value": entry<{ field: string; problem: string }>({
    severity: "error",
    cause: "content",
    about: "A field is wrong for a reason that has no code of its own.",
    message: ({ field, problem }) => `${field} cannot be used: ${problem}.`,
  }),
} as const;

const KIND = {
  text: "text",
  list: "a list",
  fields: "a group of fields",
  number: "a number",
  "yes-no": "a yes-or-no value",
  other: "something else",
} as const;

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
