import { entry } from "./entry.ts";

/** Findings on lists of people, each at its line. */
export const listCatalogue = {
  "list-format": entry<{ path: string }>({
    severity: "error",
    cause: "usage",
    about: "A list of people is neither CSV nor YAML, judged by its name.",
    message: ({ path }) => `${path} is no list: its name ends in neither .csv, .tsv, .yaml nor .yml.`,
  }),
  "list-empty": entry<{ path: string }>({
    severity: "error",
    cause: "content",
    about: "A list names nobody.",
    message: ({ path }) => `There is nobody in ${path}.`,
  }),
  "list-too-long": entry<{ limit: number }>({
    severity: "error",
    cause: "content",
    about: "A list has more people than this program is made for.",
    message: ({ limit }) => `The list has more than ${limit} people.`,
    hint: () =>
      "For so many, use a mailing service and give it the files of “brief build --format email,text”.",
  }),
  "list-too-large": entry<{ path: string; megabytes: number }>({
    severity: "error",
    cause: "content",
    about: "The file of a list is far larger than a list of people. It is refused before it is read.",
    message: ({ path, megabytes }) => `${path} has more than ${megabytes} MB, which is no list of people.`,
  }),
  "list-csv": entry<{ problem: string }>({
    severity: "error",
    cause: "content",
    about:
      "A CSV list breaks the rules of CSV in a way that makes every following line doubtful. Nothing of it is used.",
    message: ({ problem }) => `The list cannot be read from here on: ${problem}.`,
    hint: () => "Export it again from the program that it came from.",
  }),
  "list-header-missing": entry<Record<string, never>>({
    severity: "error",
    cause: "content",
    about: "The first line of a list is a person and not the names of the columns.",
    message: () => "The first line holds an address, but it must name the columns.",
    hint: () => "Begin with a line such as: email,name,audience,locale",
  }),
  "list-no-email": entry<{
    has: readonly string[];
    known: readonly string[];
    suggestion: string | undefined;
  }>({
    severity: "error",
    cause: "content",
    about: "A list has no column called email.",
    message: ({ has }) =>
      `There is no column “email”; there are ${has.map((name) => `“${name}”`).join(", ")}.`,
    hint: ({ suggestion, known }) =>
      suggestion === undefined
        ? `Name the columns in the first line: ${known.join(", ")}, and any of your own.`
        : `Call the column “${suggestion}” email.`,
  }),
  "list-column-twice": entry<{ column: string }>({
    severity: "error",
    cause: "content",
    about: "Two columns of a list have one name.",
    message: ({ column }) => `Two columns are called “${column}”.`,
  }),
  "list-yaml-shape": entry<Record<string, never>>({
    severity: "error",
    cause: "content",
    about: "A list in YAML is not a list of people with texts.",
    message: () =>
      "A list has “people:” and under it, for each person, email and perhaps name, audience and locale.",
    hint: () => "For example: people: [{ email: ann@example.com, name: Ann, audience: c-level }]",
  }),
  "list-value-type": entry<{ column: string }>({
    severity: "error",
    cause: "content",
    about: "A value of a list in YAML is no text.",
    message: ({ column }) => `“${column}” is no text.`,
  }),
  "list-row-columns": entry<{ found: number; expected: number }>({
    severity: "error",
    cause: "content",
    about:
      "A line of a list has more or fewer values than there are columns, so a value may stand in the wrong one.",
    message: ({ found, expected }) => `This line has ${found} values, and there are ${expected} columns.`,
    hint: () => "A value with a comma or semicolon in it needs quotation marks around it.",
  }),
  "list-value-long": entry<{ column: string; characters: number }>({
    severity: "error",
    cause: "content",
    about: "A value of a list is longer than any name or address.",
    message: ({ column, characters }) =>
      `“${column}” has ${characters} characters, which is no value of a list.`,
  }),
  "list-value-control": entry<{ column: string }>({
    severity: "error",
    cause: "content",
    about:
      "A value of a list holds a line break, a control character or a mark that turns the direction of text. They have no use in a name or address, and are how a forged header is smuggled into a message.",
    message: ({ column }) => `“${column}” holds a line break or another character that cannot be seen.`,
  }),
  "list-value-formula": entry<{ column: string; text: string }>({
    severity: "error",
    cause: "content",
    about: "A value of a list begins like a formula, which a spreadsheet would run.",
    message: ({ column, text }) => `“${column}” begins like a formula: ${text}`,
  }),
  "list-address": entry<{ fault: keyof typeof ADDRESS_FAULTS; text: string }>({
    severity: "error",
    cause: "content",
    about: "A line of a list has no address that mail is sent to. What real people do not have is refused.",
    message: ({ fault, text }) =>
      `${text === "" ? "There is no address" : `“${text}” is no address that mail is sent to`}: ${ADDRESS_FAULTS[fault]}.`,
  }),
  "list-address-twice": entry<{ address: string; firstLine: number }>({
    severity: "error",
    cause: "content",
    about:
      "A list names a person twice, perhaps in other letters. Which line counts is not for a program to say.",
    message: ({ address, firstLine }) => `${address} stands in line ${firstLine} already.`,
    hint: () => "Keep one of the two lines.",
  }),
  "list-plus-twin": entry<{ address: string; other: string }>({
    severity: "warning",
    cause: "content",
    about: "A list has an address and the same one with a +tag, which mostly is one person.",
    message: ({ address, other }) =>
      `${address} and ${other} are probably one person, who would get two messages.`,
  }),
  "list-homograph": entry<{ domain: string }>({
    severity: "warning",
    cause: "content",
    about: "A domain mixes alphabets, or looks Latin without being it: it may pose as another.",
    message: ({ domain }) => `The domain ${domain} is made of letters that look like others.`,
    hint: () => "Make sure that this person is who you think.",
  }),
  "list-domain": entry<{ domain: string; allowed: readonly string[] }>({
    severity: "error",
    cause: "content",
    about: "An address is outside the domains that delivery.allowedDomains names.",
    message: ({ domain, allowed }) =>
      `Mail may not go to ${domain}; delivery.allowedDomains names ${allowed.join(", ")}.`,
  }),
  "list-audience": entry<{ audience: string; has: readonly string[]; suggestion: string | undefined }>({
    severity: "error",
    cause: "content",
    about: "A line of a list asks for an edition that the brief does not have.",
    message: ({ audience, has }) =>
      `There is no “${audience}” edition; there is ${has.map((id) => `“${id}”`).join(", ")}.`,
    hint: ({ suggestion }) =>
      suggestion === undefined
        ? "Leave it empty for the edition for all readers."
        : `Did you mean “${suggestion}”?`,
  }),
  "list-locale": entry<{ locale: string }>({
    severity: "error",
    cause: "content",
    about: "A line of a list has a locale that is no language tag.",
    message: ({ locale }) => `“${locale}” is no language tag such as de or en-GB.`,
  }),
  "list-field-missing": entry<{ field: string }>({
    severity: "error",
    cause: "content",
    about: "The address to unsubscribe at names a column that this line leaves empty.",
    message: ({ field }) => `“${field}” is empty, and delivery.unsubscribe.url needs it.`,
  }),
  "list-faulty": entry<{ lines: number; good: number }>({
    severity: "error",
    cause: "content",
    about: "A list has faulty lines, so nothing goes out to anybody on it.",
    message: ({ lines, good }) =>
      `Nothing goes out: ${lines === 1 ? "one line is" : `${lines} lines are`} faulty; ${good} ${good === 1 ? "person is" : "people are"} in order.`,
    hint: () => "Mend the list, or add --skip-faulty to leave out these lines.",
  }),
} as const;

/** Why a text is no address, as the end of a sentence. */
export const ADDRESS_FAULTS = {
  empty: "the place for it is empty",
  long: "it is longer than an address can be",
  control: "it holds a character that cannot be seen",
  space: "it has a space in it",
  named: "only the address itself may stand here, without a name or brackets",
  several: "it has a comma or semicolon, as if it were several",
  quoted: "it has quotation marks",
  formula: "it begins like a formula",
  routed: "it holds a route through another server",
  at: "it needs exactly one @",
  local: "what stands before the @ is not in order",
  domain: "what stands after the @ is no domain",
  literal: "a number stands in place of a domain",
} as const;
