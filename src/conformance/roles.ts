import type { PdfFile } from "../pdf/pdf-file.ts";
import type { PdfStructure, StructureElement } from "../pdf/read-structure.ts";

/** What the elements of a file are in terms of PDF 1.7, by its role map (ISO 32000-1, 14.7.3). */
export interface Roles {
  /** The standard type of an element; undefined where the map leads to none. */
  typeOf(element: StructureElement): string | undefined;
  /** The standard types of the elements in an element; those of elements without a meaning of their own in their place. */
  kidTypesOf(element: StructureElement): readonly (string | undefined)[];
  /** The nearest element around an element that has a meaning of its own. */
  parentOf(element: StructureElement): StructureElement | undefined;
  /** The elements in an element; those in elements without a meaning of their own among them. */
  kidsOf(element: StructureElement): readonly StructureElement[];
  isCircular(type: string): boolean;
  readonly map: ReadonlyMap<string, string>;
}

/** The standard structure types (14.8.4). */
export const STANDARD_TYPES: ReadonlySet<string> = new Set(
  (
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody " +
    "Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP " +
    "Figure Formula Form"
  ).split(" "),
);

/** Opens the roles of a file’s elements. */
export function openRoles(file: PdfFile, structure: PdfStructure | undefined): Roles {
  const map = new Map<string, string>();
  for (const [type, value] of file.dictionary(structure?.root.get("RoleMap"))) {
    const role = file.resolve(value);
    if (typeof role === "string") map.set(type, role);
  }
  const known = new Map<string, string | undefined>();
  const standardOf = (type: string): string | undefined => {
    if (known.has(type)) return known.get(type);
    const found = STANDARD_TYPES.has(type) ? type : follow(map, type).end;
    const standard = STANDARD_TYPES.has(found) ? found : undefined;
    known.set(type, standard);
    return standard;
  };
  const typeOf = (element: StructureElement) => standardOf(element.type);
  const isNothing = (element: StructureElement) => typeOf(element) === "NonStruct";
  const kidsOf = (element: StructureElement): readonly StructureElement[] => {
    const found: StructureElement[] = [];
    const stack = elementsIn(element);
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      if (isNothing(next)) stack.push(...elementsIn(next));
      else found.push(next);
    }
    return found;
  };
  return {
    map,
    typeOf,
    kidsOf,
    kidTypesOf: (element) => kidsOf(element).map(typeOf),
    parentOf(element) {
      let parent = element.parent;
      while (parent !== undefined && isNothing(parent)) parent = parent.parent;
      return parent;
    },
    isCircular: (type) => follow(map, type).isCircle,
  };
}

/** The elements in an element, the last one first. */
const elementsIn = ({ kids }: StructureElement): StructureElement[] =>
  kids.flatMap((kid) => (kid.kind === "element" ? [kid.element] : [])).reverse();

function follow(map: ReadonlyMap<string, string>, type: string): { end: string; isCircle: boolean } {
  const seen = new Set<string>();
  let end = type;
  for (let next = map.get(end); next !== undefined; next = map.get(end)) {
    seen.add(end);
    if (seen.has(next)) return { end, isCircle: true };
    end = next;
    if (STANDARD_TYPES.has(end)) break;
  }
  return { end, isCircle: false };
}
