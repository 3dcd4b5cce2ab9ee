import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";

/** The structure tree of a tagged document (ISO 32000-1, 14.7), read once, changed by the passes and written back at the end. */
export interface StructureTree {
  readonly context: PDFContext;
  readonly root: PDFDict;
  /** Elements below the root. */
  elements: StructureElement[];
}

/** One structure element. */
export interface StructureElement {
  readonly kind: "element";
  readonly ref: PDFRef;
  readonly dictionary: PDFDict;
  /** As it is written: `P`, `Strong`. */
  type: string;
  kids: Kid[];
}

/** A piece of marked content, by its id within a page, or within a form that is drawn on it. */
export interface MarkedContent {
  readonly kind: "content";
  readonly page: PDFRef | undefined;
  readonly id: number;
  form: PDFRef | undefined;
}

/** An object such as a link’s annotation. */
export interface ObjectReference {
  readonly kind: "object";
  readonly object: PDFObject;
  readonly target: PDFRef | undefined;
}

/** What stands inside an element. */
export type Kid = StructureElement | MarkedContent | ObjectReference;

/** Deeper than any page; beyond it lies an attack. */
const DEPTH_MAX = 500;

const KIDS = PDFName.of("K");
const TYPE = PDFName.of("S");
const PAGE = PDFName.of("Pg");
const MARK = PDFName.of("MCID");

/** The structure tree of `document`; undefined where it is not tagged. */
export function readStructure({ context, catalog }: PDFDocument): StructureTree | undefined {
  const root = context.lookup(catalog.get(PDFName.of("StructTreeRoot")));
  if (!(root instanceof PDFDict)) return undefined;
  // A tree that bites its own tail is no tree.
  const seen = new Set<PDFDict>();
  const types = new Map<PDFObject, string>();

  function typeOf(name: PDFObject): string {
    const known = types.get(name);
    if (known !== undefined) return known;
    const type = name instanceof PDFName ? name.decodeText() : "";
    types.set(name, type);
    return type;
  }

  function kidsOf(dictionary: PDFDict, depth: number): Kid[] {
    const written = dictionary.get(KIDS);
    if (written === undefined || depth > DEPTH_MAX) return [];
    const value = written instanceof PDFRef ? context.lookup(written) : written;
    const objects = value instanceof PDFArray ? value.asArray() : [written];
    const page = refIn(dictionary, PAGE);
    const kids: Kid[] = [];
    for (const object of objects) {
      const kid = kidOf(object, page, depth);
      if (kid !== undefined) kids.push(kid);
    }
    return kids;
  }

  function kidOf(object: PDFObject, page: PDFRef | undefined, depth: number): Kid | undefined {
    const resolved = object instanceof PDFRef ? context.lookup(object) : object;
    if (resolved instanceof PDFNumber)
      return { kind: "content", id: resolved.asNumber(), page, form: undefined };
    if (!(resolved instanceof PDFDict)) return undefined;
    const type = resolved.get(TYPE);
    if (type !== undefined && object instanceof PDFRef) {
      if (seen.has(resolved)) return undefined;
      seen.add(resolved);
      const kids = kidsOf(resolved, depth + 1);
      return { kind: "element", ref: object, dictionary: resolved, type: typeOf(type), kids };
    }
    const id = resolved.get(MARK);
    if (id instanceof PDFNumber) {
      const form = refIn(resolved, PDFName.of("Stm"));
      return { kind: "content", id: id.asNumber(), page: refIn(resolved, PAGE) ?? page, form };
    }
    return { kind: "object", object, target: refIn(resolved, PDFName.of("Obj")) };
  }

  const elements = kidsOf(root, 0).filter((kid) => kid.kind === "element");
  return { context, root, elements };
}

function refIn(dictionary: PDFDict, key: PDFName): PDFRef | undefined {
  const value = dictionary.get(key);
  return value instanceof PDFRef ? value : undefined;
}

/** Calls `visit` for every element in reading order; the quickest way through the tree. */
export function forEachElement(elements: readonly Kid[], visit: (element: StructureElement) => void): void {
  for (const kid of elements) {
    if (kid.kind !== "element") continue;
    visit(kid);
    forEachElement(kid.kids, visit);
  }
}

/** A new element that is in no other yet. */
export function newElement({ context }: StructureTree, type: string, kids: readonly Kid[]): StructureElement {
  const dictionary = context.obj({ Type: "StructElem" });
  const page = kids.find((kid) => kid.kind === "content")?.page;
  if (page !== undefined) dictionary.set(PAGE, page);
  return { kind: "element", ref: context.register(dictionary), dictionary, type, kids: [...kids] };
}

/** A text string of an element, such as `Alt`; undefined where it has none or an empty one. */
export function textOf(dictionary: PDFDict, key: string): string | undefined {
  const value = dictionary.lookup(PDFName.of(key));
  const text = value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : "";
  return text === "" ? undefined : text;
}
