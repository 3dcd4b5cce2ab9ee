import type { PageNode } from "../pdf/collect-pages.ts";
import type { PdfFile } from "../pdf/pdf-file.ts";
import { isReference, type PdfDictionary } from "../pdf/pdf-value.ts";

/** An annotation of a page (ISO 32000-1, 12.5). */
export interface Annotation {
  /** Its object number; 0 where it stands in the page itself. */
  readonly object: number;
  readonly dictionary: PdfDictionary;
  /** `Link`, `Widget`; empty for none. */
  readonly kind: string;
  /** Of its page, counted from 1. */
  readonly page: number;
  /** Its flags (12.5.3); undefined where it has none. */
  readonly flags: number | undefined;
}

const ANNOTATIONS_MAX = 100_000;

/** The annotations of all pages. */
export function readAnnotations(file: PdfFile, pages: readonly PageNode[]): readonly Annotation[] {
  const annotations: Annotation[] = [];
  for (const [index, { dictionary }] of pages.entries()) {
    for (const value of file.array(dictionary.get("Annots"))) {
      if (annotations.length >= ANNOTATIONS_MAX) return annotations;
      const annotation = file.dictionary(value);
      if (annotation.size === 0) continue;
      const kind = file.resolve(annotation.get("Subtype"));
      const flags = file.resolve(annotation.get("F"));
      annotations.push({
        object: isReference(value) ? value.object : 0,
        dictionary: annotation,
        kind: typeof kind === "string" ? kind : "",
        page: index + 1,
        flags: typeof flags === "number" ? flags : undefined,
      });
    }
  }
  return annotations;
}
