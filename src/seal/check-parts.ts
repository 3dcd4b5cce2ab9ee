import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { PdfContent } from "../pdf/read-pdf.ts";
import { textDigests } from "./close-seal.ts";
import type { Marks, Seal } from "./seal.ts";

/** Holds the parts of a document against its seal, so that a change is told by its place. */
export function checkParts({ marks: before }: Seal, now: Marks): Diagnostic[] {
  const changed = (part: string): Diagnostic => diagnose("seal-part-changed", { part });
  const pages = before.pages.length;
  if (pages !== now.pages.length) {
    // Everything behind a page that is new or gone has moved.
    return [diagnose("seal-pages", { before: pages, after: now.pages.length })];
  }
  return [
    ...before.pages.flatMap((mark, page) =>
      mark === now.pages[page] ? [] : [changed(`The contents of page ${page + 1}`)],
    ),
    ...before.links.flatMap((mark, page) =>
      mark === now.links[page] ? [] : [changed(`The links of page ${page + 1}`)],
    ),
    ...WORDS.flatMap(([part, words]) => (before[part] === now[part] ? [] : [changed(words)])),
  ];
}

const WORDS: readonly (readonly [part: Exclude<keyof Marks, "pages" | "links">, words: string])[] = [
  ["structure", "The words and headings for screen readers"],
  ["bookmarks", "The bookmarks"],
  ["metadata", "The title, author and other facts about the file"],
  ["settings", "The settings of the document"],
];

/** Holds the words of each page against its seal. */
export function checkTexts({ texts }: Seal, content: PdfContent): Diagnostic[] {
  const now = textDigests(content);
  if (texts.length !== now.length) return [];
  return texts.flatMap((digest, index) =>
    digest === now[index] ? [] : [diagnose("seal-text-changed", { page: index + 1 })],
  );
}
