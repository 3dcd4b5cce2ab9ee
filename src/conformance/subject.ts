import { collectPages, type PageNode } from "../pdf/collect-pages.ts";
import { openPdfFile, type PdfFile } from "../pdf/pdf-file.ts";
import {
  isDictionary,
  isReference,
  isStream,
  isString,
  type PdfDictionary,
  type PdfValue,
  textOf,
} from "../pdf/pdf-value.ts";
import { type PdfStructure, readStructure, type StructureElement } from "../pdf/read-structure.ts";
import { type Annotation, readAnnotations } from "./annotations.ts";
import { type ContentUse, walkContent } from "./content/walk-content.ts";
import { openRoles, type Roles } from "./roles.ts";
import { readXmp, type XmpPacket } from "./xmp/read-xmp.ts";

/** The file that is judged, as the rules ask for it; what is expensive is read when it is first asked for. */
export interface Subject {
  readonly bytes: Uint8Array;
  readonly file: PdfFile;
  readonly catalog: PdfDictionary;
  readonly pages: readonly PageNode[];
  /** Which page an object number is, counted from 1. */
  readonly pageNumbers: ReadonlyMap<number, number>;
  readonly structure: PdfStructure | undefined;
  readonly roles: Roles;
  readonly content: ContentUse;
  readonly annotations: readonly Annotation[];
  /** The metadata of the document; undefined where there is none. */
  readonly xmp: XmpPacket | undefined;
  /** Every dictionary of the file, those of streams and those within others among them. */
  readonly dictionaries: readonly HeldDictionary[];
  /** A text entry of a dictionary; undefined for none. */
  text(dictionary: PdfDictionary, key: string): string | undefined;
  /** An element with those around it, for a message. */
  pathOf(element: StructureElement): string;
}

/** A dictionary and the object that it stands in. */
export interface HeldDictionary {
  readonly object: number;
  readonly dictionary: PdfDictionary;
  /** The stream whose dictionary it is. */
  readonly isStream: boolean;
}

/** Values that are looked at in all: a file of more is an attack. */
const VALUES_MAX = 3_000_000;

/** Opens a file to be judged. */
export function openSubject(bytes: Uint8Array): Subject {
  const file = openPdfFile(bytes);
  const catalog = file.dictionary(file.trailer.get("Root"));
  const pages = once(() => collectPages(file));
  const structure = once(() => readStructure(file));
  const roles = once(() => openRoles(file, structure()));
  const content = once(() => walkContent(file, pages(), annotations(), structure()));
  const annotations = once(() => readAnnotations(file, pages()));
  const xmp = once(() => readXmp(file.bytes(catalog.get("Metadata"))));
  const dictionaries = once(() => dictionariesOf(file));
  const pageNumbers = once(() => new Map(pages().map(({ object }, index) => [object, index + 1])));
  return {
    bytes,
    file,
    catalog,
    get pages() {
      return pages();
    },
    get pageNumbers() {
      return pageNumbers();
    },
    get structure() {
      return structure();
    },
    get roles() {
      return roles();
    },
    get content() {
      return content();
    },
    get annotations() {
      return annotations();
    },
    get xmp() {
      return xmp();
    },
    get dictionaries() {
      return dictionaries();
    },
    text(dictionary, key) {
      const value = file.resolve(dictionary.get(key));
      return isString(value) ? textOf(value) : undefined;
    },
    pathOf,
  };
}

function once<Value>(read: () => Value): () => Value {
  let known: { readonly value: Value } | undefined;
  return () => {
    known ??= { value: read() };
    return known.value;
  };
}

function dictionariesOf(file: PdfFile): readonly HeldDictionary[] {
  const held: HeldDictionary[] = [];
  let left = VALUES_MAX;
  for (const object of file.places.keys()) {
    const stack: PdfValue[] = [file.resolve({ type: "reference", object })];
    while (stack.length > 0 && left > 0) {
      left -= 1;
      const value = stack.pop() ?? null;
      if (isReference(value)) continue;
      if (isDictionary(value) || isStream(value)) {
        const dictionary = isDictionary(value) ? value : value.dictionary;
        held.push({ object, dictionary, isStream: isStream(value) });
        for (const entry of dictionary.values()) if (typeof entry === "object") stack.push(entry);
      } else if (Array.isArray(value)) {
        for (const item of value) if (typeof item === "object") stack.push(item);
      }
    }
  }
  return held;
}

/** Elements that a message names; the outer ones of a deep tree are left out. */
const PATH_MAX = 6;

function pathOf(element: StructureElement): string {
  const names: string[] = [];
  let next: StructureElement | undefined = element;
  for (; next !== undefined && names.length < PATH_MAX; next = next.parent) names.unshift(nameOf(next));
  return `${next === undefined ? "" : "… › "}${names.join(" › ")}`;
}

/** The type of an element, with its number among those of its type in its parent. */
function nameOf(element: StructureElement): string {
  const alike = (element.parent?.kids ?? []).filter(
    (kid) => kid.kind === "element" && kid.element.type === element.type,
  );
  if (alike.length < 2) return element.type;
  const place = alike.findIndex((kid) => kid.kind === "element" && kid.element === element);
  return `${element.type}[${place + 1}]`;
}
