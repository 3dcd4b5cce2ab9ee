import type { PdfFile } from "./pdf-file.ts";
import { isReference, type PdfDictionary, type PdfValue } from "./pdf-value.ts";

/** A page as the page tree has it (ISO 32000-2, 7.7.3). */
export interface PageNode {
  /** Object number, by which the structure tree names the page. */
  readonly object: number;
  /** Its own entries, and those that it has from the nodes above it. */
  readonly dictionary: PdfDictionary;
  /** Its own entries alone. */
  readonly own: PdfDictionary;
}

/** What a page has from the nodes above it, when it has none itself. */
const INHERITED = ["Resources", "MediaBox", "CropBox"] as const;
const PAGES_MAX = 2000;

/** The pages of a file in their order. */
export function collectPages(file: PdfFile): readonly PageNode[] {
  const pages: PageNode[] = [];
  const seen = new Set<number>();
  const root: PdfValue | undefined = file.dictionary(file.trailer.get("Root")).get("Pages");
  const stack: { readonly value: PdfValue | undefined; readonly inherited: PdfDictionary }[] = [
    { value: root, inherited: new Map() },
  ];
  for (let next = stack.pop(); next !== undefined && pages.length < PAGES_MAX; next = stack.pop()) {
    const { value, inherited } = next;
    const object = isReference(value) ? value.object : 0;
    if (object !== 0 && seen.has(object)) continue;
    seen.add(object);
    const own = file.dictionary(value);
    const passed = INHERITED.filter((key) => inherited.has(key) && !own.has(key)).map(
      (key): [string, PdfValue] => [key, inherited.get(key) ?? null],
    );
    const dictionary: PdfDictionary = passed.length === 0 ? own : new Map([...own, ...passed]);
    if (!own.has("Kids")) {
      if (own.size > 0) pages.push({ object, dictionary, own });
      continue;
    }
    const handed = new Map(
      INHERITED.flatMap((key) => (dictionary.has(key) ? [[key, dictionary.get(key) ?? null]] : [])),
    );
    for (const kid of file.array(own.get("Kids")).toReversed()) stack.push({ value: kid, inherited: handed });
  }
  return pages;
}
