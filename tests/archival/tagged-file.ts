import { openPdfFile, type PdfFile } from "../../src/pdf/pdf-file.ts";
import { openLexer } from "../../src/pdf/pdf-lexer.ts";
import {
  isKeyword,
  isReference,
  isString,
  type PdfDictionary,
  type PdfValue,
  textOf,
} from "../../src/pdf/pdf-value.ts";
import { readPdf } from "../../src/pdf/read-pdf.ts";

/** A tagged file as a screen reader goes through it; read without the library that finishes it. */
export interface TaggedFile {
  readonly file: PdfFile;
  readonly catalog: PdfDictionary;
  readonly pages: readonly TaggedPage[];
  readonly elements: readonly TaggedElement[];
  /** The element that the parent tree names for an entry (ISO 32000-1, 14.7.4.4). */
  readonly parentOf: (key: number, index?: number) => number | undefined;
}

/** A page of it. */
export interface TaggedPage {
  readonly object: number;
  readonly dictionary: PdfDictionary;
  /** The ids of its marked content, and of that of the forms drawn on it, by stream: 0 is the page’s own. */
  readonly marks: ReadonlyMap<number, readonly number[]>;
  /** Operators that paint outside marked content. */
  readonly unmarked: readonly string[];
  /** Structure inside artifacts and artifacts inside structure, and whatever else is nested wrongly. */
  readonly nested: readonly string[];
}

/** A structure element. */
export interface TaggedElement {
  readonly object: number;
  readonly type: string;
  readonly dictionary: PdfDictionary;
  readonly around: readonly TaggedElement[];
  readonly kids: readonly TaggedKid[];
}

/** What stands in an element. */
export type TaggedKid =
  | { readonly kind: "element"; readonly element: TaggedElement }
  | {
      readonly kind: "content";
      readonly page: number;
      /** Object number of the form that holds it; 0 for the page itself. */
      readonly stream: number;
      readonly id: number;
      readonly text: string;
    }
  | { readonly kind: "object"; readonly object: number; readonly dictionary: PdfDictionary };

/** Opens a finished or a printed file. */
export function readTagged(bytes: Uint8Array): TaggedFile {
  const file = openPdfFile(bytes);
  const catalog = file.dictionary(file.trailer.get("Root"));
  const pageObjects = leaves(file, catalog.get("Pages"));
  const texts = textsByMark(bytes, pageObjects);
  const root = file.dictionary(catalog.get("StructTreeRoot"));
  const elements: TaggedElement[] = [];

  function readKids(dictionary: PdfDictionary, around: readonly TaggedElement[], page: number): TaggedKid[] {
    const own = dictionary.get("Pg");
    const onPage = isReference(own) ? own.object : page;
    const value = file.resolve(dictionary.get("K"));
    const items = Array.isArray(value) ? value : dictionary.has("K") ? [dictionary.get("K") ?? null] : [];
    return items.flatMap((item): TaggedKid[] => {
      const resolved = file.resolve(item);
      if (typeof resolved === "number") return [contentOf(onPage, 0, resolved)];
      const inner = file.dictionary(resolved);
      const id = inner.get("MCID");
      const place = inner.get("Pg");
      const stream = inner.get("Stm");
      const innerPage = isReference(place) ? place.object : onPage;
      if (typeof id === "number") return [contentOf(innerPage, isReference(stream) ? stream.object : 0, id)];
      const target = inner.get("Obj");
      if (target !== undefined) {
        const object = isReference(target) ? target.object : 0;
        return [{ kind: "object", object, dictionary: file.dictionary(target) }];
      }
      const kids: TaggedKid[] = [];
      const type = inner.get("S");
      const element: TaggedElement = {
        object: isReference(item) ? item.object : 0,
        type: typeof type === "string" ? type : "",
        dictionary: inner,
        around,
        kids,
      };
      elements.push(element);
      kids.push(...readKids(inner, [...around, element], onPage));
      return [{ kind: "element", element }];
    });
  }

  function contentOf(page: number, stream: number, id: number): TaggedKid {
    return { kind: "content", page, stream, id, text: texts.get(page)?.get(id) ?? "" };
  }

  readKids(root, [], 0);
  return {
    file,
    catalog,
    pages: pageObjects.map((object) => readTaggedPage(file, object)),
    elements,
    parentOf(key, index) {
      const value = numberIn(file, root.get("ParentTree"), key);
      const entry = index === undefined ? value : file.array(value)[index];
      return isReference(entry) ? entry.object : undefined;
    },
  };
}

/** The value of a text entry; undefined for none. */
export function textIn(file: PdfFile, dictionary: PdfDictionary, key: string): string | undefined {
  const value = file.resolve(dictionary.get(key));
  return isString(value) ? textOf(value) : undefined;
}

function leaves(file: PdfFile, value: PdfValue | undefined): number[] {
  const node = file.dictionary(value);
  if (node.has("Kids")) return file.array(node.get("Kids")).flatMap((kid) => leaves(file, kid));
  return isReference(value) ? [value.object] : [];
}

function textsByMark(bytes: Uint8Array, pages: readonly number[]): Map<number, Map<number, string>> {
  const content = readPdf(bytes);
  if ("problem" in content) throw new Error(`The file is ${content.problem}.`);
  return new Map(
    content.pages.map(({ runs }, index) => {
      const texts = new Map<number, string>();
      for (const { mark, text } of runs)
        if (mark !== undefined) texts.set(mark, (texts.get(mark) ?? "") + text);
      return [pages[index] ?? 0, texts];
    }),
  );
}

function readTaggedPage(file: PdfFile, object: number): TaggedPage {
  const dictionary = file.dictionary({ type: "reference", object });
  const contents = file.resolve(dictionary.get("Contents"));
  const streams = Array.isArray(contents) ? contents : [dictionary.get("Contents")];
  const bytes = Buffer.concat(
    streams.flatMap((stream) => [file.bytes(stream) ?? new Uint8Array(), LINE_END]),
  );
  const scan: Scan = { file, marks: new Map(), unmarked: [], nested: [] };
  scanContent(scan, bytes, file.dictionary(dictionary.get("Resources")), 0, []);
  return { object, dictionary, ...scan };
}

const LINE_END = Buffer.from("\n");
const PAINTS = new Set("f F f* B B* b b* S s sh Do Tj TJ ' \" EI".split(" "));

interface Scan {
  readonly file: PdfFile;
  readonly marks: Map<number, number[]>;
  readonly unmarked: string[];
  readonly nested: string[];
}

/** One open piece of marked content. */
type Mark = "structure" | "artifact" | "other";

/** Follows a stream operator by operator; `open` is what is open around it. */
function scanContent(
  scan: Scan,
  bytes: Uint8Array,
  resources: PdfDictionary,
  stream: number,
  around: readonly Mark[],
): void {
  const { file, marks, unmarked, nested } = scan;
  const lexer = openLexer(bytes);
  const open = [...around];
  let operands: PdfValue[] = [];
  for (let token = lexer.read(); token !== undefined; token = lexer.read()) {
    if (!isKeyword(token)) {
      operands.push(token);
      continue;
    }
    const { keyword } = token;
    const [first, second] = operands;
    if (keyword === "BDC" || keyword === "BMC") {
      const id = typeof second === "object" ? file.dictionary(second).get("MCID") : undefined;
      const kind: Mark = first === "Artifact" ? "artifact" : typeof id === "number" ? "structure" : "other";
      if (kind !== "other" && open.some((mark) => mark !== "other" && mark !== kind))
        nested.push(`${kind} in ${open.join(" in ")}`);
      if (typeof id === "number") marks.set(stream, [...(marks.get(stream) ?? []), id]);
      open.push(kind);
    } else if (keyword === "EMC") {
      if (open.length === around.length) nested.push("EMC that closes nothing");
      open.pop();
    } else if (keyword === "Do") {
      const value = file.dictionary(resources.get("XObject")).get(String(first));
      const form = file.dictionary(value);
      if (form.get("Subtype") === "Form" && isReference(value)) {
        const own = form.has("Resources") ? file.dictionary(form.get("Resources")) : resources;
        scanContent(scan, file.bytes(value) ?? new Uint8Array(), own, value.object, open);
      } else if (!open.some((mark) => mark !== "other")) unmarked.push(keyword);
    } else if (PAINTS.has(keyword) && !open.some((mark) => mark !== "other")) unmarked.push(keyword);
    operands = [];
  }
  if (open.length > around.length) nested.push(`${open.length - around.length} never closed`);
}

function numberIn(file: PdfFile, node: PdfValue | undefined, key: number): PdfValue | undefined {
  const numbers = file.array(file.dictionary(node).get("Nums"));
  for (let index = 0; index < numbers.length; index += 2) {
    if (file.resolve(numbers[index]) === key) {
      const value = numbers[index + 1];
      return isReference(value) && Array.isArray(file.resolve(value)) ? file.resolve(value) : value;
    }
  }
  return file
    .array(file.dictionary(node).get("Kids"))
    .map((kid) => numberIn(file, kid, key))
    .find((found) => found !== undefined);
}
