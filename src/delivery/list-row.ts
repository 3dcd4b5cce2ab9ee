import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";

/** One line of a list as it was written, before anybody believed it. */
export interface ListRow {
  readonly values: Readonly<Record<string, string>>;
  readonly where: Place;
}

/** The rows of a list that could be read at all, and what is wrong with the others. */
export interface ListRows {
  readonly rows: readonly ListRow[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The most characters of one value; a line without an end is no value. */
export const VALUE_MAX_CHARACTERS = 1000;

/** The most characters of a name: it must fit a header line, which has at most 998 octets (RFC 5322 2.1.1). */
export const NAME_MAX_CHARACTERS = 120;

/** The columns that mean something here; every other is a field of the person. */
export const KNOWN_COLUMNS = ["email", "name", "audience", "locale"] as const;
