import { type Box, boxAround } from "./geometry.ts";
import type { PdfFile } from "./pdf-file.ts";
import { isString, type PdfDictionary, type PdfValue, textOf } from "./pdf-value.ts";

/** A link annotation: an address, or `#` and the name of a place in the file. */
export interface PdfLink {
  readonly href: string;
  readonly box: Box;
}

/** Reads the links of a page (ISO 32000-2, 12.5.6.5). */
export function readLinks(file: PdfFile, page: PdfDictionary): PdfLink[] {
  return file.array(page.get("Annots")).flatMap((value) => {
    const annotation = file.dictionary(value);
    if (annotation.get("Subtype") !== "Link") return [];
    const href = hrefOf(file, annotation);
    const corners = file.array(annotation.get("Rect")).map((corner) => Number(file.resolve(corner)));
    return href === undefined ? [] : [{ href, box: boxAround(corners) }];
  });
}

function hrefOf(file: PdfFile, annotation: PdfDictionary): string | undefined {
  const action = file.dictionary(annotation.get("A"));
  const address = file.resolve(action.get("URI"));
  if (isString(address)) return textOf(address);
  const name = nameOf(file.resolve(annotation.get("Dest") ?? action.get("D")));
  return name === undefined ? undefined : `#${name}`;
}

const nameOf = (value: PdfValue): string | undefined => {
  if (typeof value === "string") return value;
  return isString(value) ? textOf(value) : undefined;
};
