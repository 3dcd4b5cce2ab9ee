import { isDictionary, isString, type PdfValue, textOf } from "../pdf/pdf-value.ts";
import type { StructureElement } from "../pdf/read-structure.ts";
import type { Subject } from "./subject.ts";

/** The cells of a table as they lie: columns of each row, and how many places two of them take. */
export interface TableGrid {
  readonly widths: readonly number[];
  readonly overlaps: number;
}

/** More columns or rows than a cell can span on any page. */
const SPAN_MAX = 1000;
/** Places of a grid that are laid out; a table of more is an attack. */
const PLACES_MAX = 500_000;

/** The rows of a table, those in its head, body and foot among them. */
export function rowsOf({ roles }: Subject, table: StructureElement): readonly StructureElement[] {
  const isRow = (element: StructureElement) => roles.typeOf(element) === "TR";
  return roles.kidsOf(table).flatMap((kid) => (isRow(kid) ? [kid] : roles.kidsOf(kid).filter(isRow)));
}

/** Lays the cells of a table out by their spans (ISO 32000-1, table 349). */
export function cellsOf(subject: Subject, table: StructureElement): TableGrid {
  const taken: Set<number>[] = [];
  let overlaps = 0;
  let left = PLACES_MAX;
  const rows = rowsOf(subject, table);
  for (const [index, row] of rows.entries()) {
    taken[index] ??= new Set();
    let column = 0;
    for (const cell of cells(subject, row)) {
      const here = taken[index] ?? new Set<number>();
      while (here.has(column)) column += 1;
      const width = spanOf(subject, cell, "ColSpan");
      const height = Math.min(spanOf(subject, cell, "RowSpan"), rows.length - index);
      for (let down = 0; down < height; down += 1) {
        const line = taken[index + down] ?? new Set<number>();
        taken[index + down] = line;
        for (let across = 0; across < width && left > 0; across += 1) {
          left -= 1;
          if (line.has(column + across)) overlaps += 1;
          line.add(column + across);
        }
      }
      column += width;
    }
  }
  return { widths: rows.map((_, index) => taken[index]?.size ?? 0), overlaps };
}

/** How many cells have no header that could be told: those of a table with headers that say neither what they head nor are named. */
export function unheadedCells(subject: Subject, table: StructureElement): number {
  const all = rowsOf(subject, table).flatMap((row) => cells(subject, row));
  const heads = all.filter((cell) => subject.roles.typeOf(cell) === "TH");
  if (heads.length === 0) return 0;
  const named = new Set(all.flatMap((cell) => headersOf(subject, cell)));
  const isClear = (head: StructureElement) =>
    attributeOf(subject, head, "Scope") !== undefined || named.has(subject.text(head.dictionary, "ID") ?? "");
  if (heads.every(isClear)) return 0;
  return all.filter((cell) => subject.roles.typeOf(cell) === "TD" && headersOf(subject, cell).length === 0)
    .length;
}

/** Headers that cells name and that no cell of the table is. */
export function unknownHeaders(subject: Subject, table: StructureElement): readonly string[] {
  const all = rowsOf(subject, table).flatMap((row) => cells(subject, row));
  const ids = new Set(all.map((cell) => subject.text(cell.dictionary, "ID")));
  return all.flatMap((cell) => headersOf(subject, cell)).filter((id) => !ids.has(id));
}

function cells({ roles }: Subject, row: StructureElement): readonly StructureElement[] {
  return roles.kidsOf(row).filter((cell) => ["TH", "TD"].includes(roles.typeOf(cell) ?? ""));
}

function spanOf(subject: Subject, cell: StructureElement, key: string): number {
  const span = attributeOf(subject, cell, key);
  return typeof span === "number" && span >= 1 ? Math.min(Math.floor(span), SPAN_MAX) : 1;
}

const headersOf = (subject: Subject, cell: StructureElement): readonly string[] =>
  subject.file
    .array(attributeOf(subject, cell, "Headers"))
    .map((id) => subject.file.resolve(id))
    .flatMap((id) => (isString(id) ? [textOf(id)] : []));

/** An attribute of an element, its own or that of one of its classes (14.7.5). */
function attributeOf(
  { file, structure }: Subject,
  { dictionary }: StructureElement,
  key: string,
): PdfValue | undefined {
  const classMap = file.dictionary(structure?.root.get("ClassMap"));
  const listOf = (value: PdfValue | undefined): readonly PdfValue[] => {
    const resolved = file.resolve(value);
    return Array.isArray(resolved) ? resolved : resolved === null ? [] : [resolved];
  };
  const classes = listOf(dictionary.get("C")).flatMap((name) =>
    typeof name === "string" ? [classMap.get(name) ?? null] : [],
  );
  for (const holder of [...listOf(dictionary.get("A")), ...classes.flatMap(listOf)]) {
    const attributes = file.resolve(holder);
    const value = isDictionary(attributes) ? file.resolve(attributes.get(key)) : null;
    if (value !== null) return value;
  }
  return undefined;
}
