/** Start tags of meta elements; a ">" inside a quoted attribute does not end one. */
const META_TAG = /<meta\b(?:"[^"]*"|'[^']*'|[^'">])*>/gi;

/** The pragmas that a document may keep; "refresh" loads another page, which neither a CSP nor disabled scripts prevent. */
const HARMLESS_PRAGMA = /http-equiv\s*=\s*["']?(?:content-security-policy|content-type|x-ua-compatible)\b/i;

/** Removes every meta pragma that could make the page leave itself. */
export const neutraliseRefresh = (html: string): string =>
  html.replace(META_TAG, (tag) => (/http-equiv/i.test(tag) && !HARMLESS_PRAGMA.test(tag) ? "" : tag));
