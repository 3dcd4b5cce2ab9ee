import { createHash } from "node:crypto";
import { collectPages } from "../pdf/collect-pages.ts";
import type { PdfFile } from "../pdf/pdf-file.ts";
import { isReference, type PdfDictionary, type PdfValue } from "../pdf/pdf-value.ts";
import { describeValue, openDescription } from "./describe-value.ts";
import type { Marks } from "./seal.ts";

/**
 * Short digests of the parts of a document: the same for two files that hold the same, however they number, pack and order
 * their objects.
 */
export function marksOf(file: PdfFile): Marks {
  const root = file.dictionary(file.trailer.get("Root"));
  const pages = collectPages(file);
  const annotations = pages.map(({ dictionary }) => file.array(dictionary.get("Annots")));
  const known = new Map([
    ...pages.map(({ object }, page): [number, string] => [object, `page ${page}`]),
    ...annotations.flatMap((list, page) =>
      list.flatMap((annotation, index): [number, string][] =>
        isReference(annotation) ? [[annotation.object, `annotation ${index} of page ${page}`]] : [],
      ),
    ),
  ]);
  const description = openDescription(file);
  const mark = (value: PdfValue | undefined): string =>
    digestOf(describeValue(value ?? null, { ...description, known, met: new Map() }));
  return {
    pages: pages.map(({ dictionary }) => mark(without(dictionary, OF_A_PAGE))),
    links: annotations.map((list) => mark(list.map((annotation) => file.resolve(annotation)))),
    structure: mark(root.get("StructTreeRoot")),
    bookmarks: mark(root.get("Outlines")),
    metadata: mark([file.trailer.get("Info") ?? null, root.get("Metadata") ?? null]),
    settings: mark(new Map([...without(root, OF_THE_ROOT), ["Names", otherNames(file, root)]])),
  };
}

/** What a page shares with others, and what has a digest of its own. */
const OF_A_PAGE = new Set(["Parent", "Annots"]);
/** Parts with digests of their own, and files. */
const OF_THE_ROOT = new Set(["Pages", "StructTreeRoot", "Outlines", "Metadata", "Names", "AF"]);

const without = (dictionary: PdfDictionary, keys: ReadonlySet<string>): PdfDictionary =>
  new Map([...dictionary].filter(([key]) => !keys.has(key)));

/** Names of places and scripts; those of files are held against the seal one by one. */
const otherNames = (file: PdfFile, root: PdfDictionary): PdfDictionary =>
  without(file.dictionary(root.get("Names")), new Set(["EmbeddedFiles"]));

const digestOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16);
