/** The largest brief file that is read, in bytes: a hundred times what one page of text needs. */
export const FILE_MAX_BYTES = 1024 ** 2;

/** The most words of a bottom line that a reader takes in at one go. */
export const BOTTOM_LINE_MAX_WORDS = 60;

/** How deep the reader of YAML may nest; a brief needs about fifteen of its levels. */
export const NESTING_MAX = 64;

/** The most words, marks and line breaks that are read; a brief has some thousand. */
export const SYNTAX_PARTS_MAX = 100_000;

/** The most values that references (`*name`) may repeat in all. */
export const ALIAS_VALUES_MAX = 1000;
