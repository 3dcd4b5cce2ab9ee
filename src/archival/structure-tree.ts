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

/** The structure tree of a tagged document (ISO 32000-1, 14.7). */
export interface StructureTree {
  readonly context: PDFContext;
  readonly root: PDFDict;
  /** Elements below the root. */
  readonly elements: readonly StructureElement[];
}

/** One structure element, with where it stands in the file. */
export interface StructureElement {
  readonly ref: PDFRef;
  readonly dictionary: PDFDict;
}

/** What stands inside an element: another element, a piece of marked content, or an object such as a link’s annotation. */
export type Kid =
  | ({ readonly kind: "element"; readonly object: PDFObject } & StructureElement)
  | {
      readonly kind: "content";
      readonly object: PDFObject;
      readonly id: number;
      readonly page: PDFRef | undefined;
    }
  | { readonly kind: "object"; readonly object: PDFObject; readonly target: PDFObject | undefined };

const KIDS = PDFName.of("K");
const TYPE = PDFName.of("S");
const PAGE = PDFName.of("Pg");

/** The structure tree of `document`; undefined where it is not tagged. */
export function readStructure(document: PDFDocument): StructureTree | undefined {
  const { context, catalog } = document;
  const root = context.lookup(catalog.get(PDFName.of("StructTreeRoot")));
  if (!(root instanceof PDFDict)) return undefined;
  const elements = kidsOf(context, root).flatMap((kid) => (kid.kind === "element" ? [kid] : []));
  return { context, root, elements };
}

/** What stands directly inside an element, or inside the root. */
export function kidsOf(context: PDFContext, dictionary: PDFDict): readonly Kid[] {
  const written = dictionary.get(KIDS);
  const value = written instanceof PDFRef ? context.lookup(written) : written;
  const objects = value instanceof PDFArray ? value.asArray() : written === undefined ? [] : [written];
  const ownPage = dictionary.get(PAGE);
  const page = ownPage instanceof PDFRef ? ownPage : undefined;
  return objects.flatMap((object): Kid[] => {
    const resolved = context.lookup(object);
    if (resolved instanceof PDFNumber) return [{ kind: "content", object, id: resolved.asNumber(), page }];
    if (!(resolved instanceof PDFDict)) return [];
    if (resolved.has(TYPE) && object instanceof PDFRef) {
      return [{ kind: "element", object, ref: object, dictionary: resolved }];
    }
    const id = resolved.get(PDFName.of("MCID"));
    if (id instanceof PDFNumber) {
      const other = resolved.get(PAGE);
      return [{ kind: "content", object, id: id.asNumber(), page: other instanceof PDFRef ? other : page }];
    }
    return [{ kind: "object", object, target: resolved.get(PDFName.of("Obj")) }];
  });
}

/** Puts other kids into an element. */
export function setKids(context: PDFContext, dictionary: PDFDict, kids: readonly PDFObject[]): void {
  dictionary.set(KIDS, context.obj([...kids]));
}

/** The type of an element as it is written: `P`, `Strong`. */
export function typeOf({ dictionary }: StructureElement): string {
  const type = dictionary.get(TYPE);
  return type instanceof PDFName ? type.decodeText() : "";
}

export function setType({ dictionary }: StructureElement, type: string): void {
  dictionary.set(TYPE, PDFName.of(type));
}

/** Every element of the tree in reading order, with those around it, outermost first. */
export function* elementsOf({
  context,
  elements,
}: StructureTree): Generator<{ element: StructureElement; around: readonly StructureElement[] }> {
  const stack = elements.map((element) => ({ element, around: [] as readonly StructureElement[] })).reverse();
  const seen = new Set<PDFDict>();
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { element, around } = next;
    // A tree that bites its own tail is no tree.
    if (seen.has(element.dictionary)) continue;
    seen.add(element.dictionary);
    yield next;
    const inner = kidsOf(context, element.dictionary).filter((kid) => kid.kind === "element");
    for (const kid of inner.toReversed()) stack.push({ element: kid, around: [...around, element] });
  }
}

/** A text string of an element, such as `Alt`; undefined where it has none or an empty one. */
export function textOf(dictionary: PDFDict, key: string): string | undefined {
  const value = dictionary.lookup(PDFName.of(key));
  const text = value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : "";
  return text === "" ? undefined : text;
}
