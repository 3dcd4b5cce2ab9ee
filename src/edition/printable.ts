/**
 * Text without what cannot be printed: control characters, halves of characters and the two marks that
 * force the order of all that follows, with which a text can be made to read as another one.
 */
export function printable(text: string): string {
  return text.replace(LINE_END, "\n").replace(UNPRINTABLE, "").replace(LONE_SURROGATE, "\uFFFD");
}

const LINE_END = /\r\n?|[\u0085\u2028\u2029]/g;
const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202D\u202E\uFDD0-\uFDEF\uFEFF\uFFFE\uFFFF]/g;
const LONE_SURROGATE = /\p{Surrogate}/gu;
