import { findCitations } from "../brief/citation-pattern.ts";

/** The words of a Markdown text, on one line: no citations, no emphasis, no addresses behind links. */
export function plainText(markdown: string): string {
  return withoutCitations(markdown)
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/<(https?:[^>\s]+)>/g, "$1")
    .replace(/(?<![\p{L}\p{N}\\])([*_]{1,3})(?=\S)([^*_]*?\S)\1(?![\p{L}\p{N}])/gu, "$2")
    .replace(/^[ \t]*(?:#{1,6}|[-*>])[ \t]+/gm, "")
    .replaceAll("`", "")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}

/** Whether two texts say the same to a reader: citations, emphasis, white space and typography apart. */
export const isSameWording = (before: string, after: string): boolean => folded(before) === folded(after);

/** The text for comparing: small letters, plain quotation marks and dashes, no marks at the ends of words. */
export function folded(markdown: string): string {
  return plainText(markdown)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[‐‑–—−]/g, "-")
    .replace(/["'“”„‘’‚«»‹›]/g, "")
    .replace(/[.,;:!?…]+(?=\s|$)/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

function withoutCitations(markdown: string): string {
  return findCitations(markdown).reduceRight(
    (text, { offset, raw }) => text.slice(0, offset).trimEnd() + text.slice(offset + raw.length),
    markdown,
  );
}
