import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from "@cantoo/pdf-lib";
import { type DrawnObject, type MarkedStream, markContent } from "../mark-content.ts";
import { pack, unpack } from "../streams.ts";
import { forEachElement, type Kid, type MarkedContent, type StructureTree } from "../structure-tree.ts";

const CONTENTS = PDFName.of("Contents");
const RESOURCES = PDFName.of("Resources");
const XOBJECT = PDFName.of("XObject");

/** What keeps its lines and areas: a drawing, and the mark of a list’s item, which can be a drawn dot. */
const DRAWINGS = new Set(["Figure", "Formula", "Lbl"]);

/**
 * Marks whatever belongs to no text and to no picture as an artifact (ISO 14289-1, 7.1): rules and grounds, marks that a style
 * sheet adds, and what a page hides from screen readers. Says in the structure which content stands in a form, which is how a
 * group of one opacity is printed, and which was no content.
 */
export function markArtifacts(tree: StructureTree, document: PDFDocument): void {
  const { context } = document;
  const marks = marksOf(tree);
  const forms: Forms = { context, marked: new Map(), copies: new Map() };
  const dropped = new Set<MarkedContent>();
  for (const { node, ref } of document.getPages()) {
    const place = { marks: marks.get(ref) ?? NO_MARKS, dropped, forms };
    const content = contentOf(context, node.get(CONTENTS));
    const stream = markStream(content, node.lookup(RESOURCES), place, false);
    if (stream.content !== undefined) node.set(CONTENTS, context.register(pack(context, stream.content)));
  }
  if (dropped.size === 0) return;
  forEachElement(tree.elements, (element) => {
    element.kids = element.kids.filter((kid) => kid.kind !== "content" || !dropped.has(kid));
  });
}

interface Mark {
  readonly content: MarkedContent;
  /** Whether it stays in the structure even if it is nothing but lines and areas. */
  readonly isKept: boolean;
}

type Marks = ReadonlyMap<number, Mark>;

const NO_MARKS: Marks = new Map();

/** What is known while the streams of a page are marked. */
interface Place {
  readonly marks: Marks;
  /** What turned out to be no content. */
  readonly dropped: Set<MarkedContent>;
  readonly forms: Forms;
}

/** The forms of a document, which are marked where they are drawn first. */
interface Forms {
  readonly context: PDFContext;
  readonly marked: Map<PDFRef, DrawnObject>;
  /** What is drawn where a marked form is drawn again: the same without marks, since content stands in one place only. */
  readonly copies: Map<PDFRef, PDFRef>;
}

/** The content that the structure names, by its page. */
function marksOf({ elements }: StructureTree): ReadonlyMap<PDFRef, Marks> {
  const marks = new Map<PDFRef, Map<number, Mark>>();
  const note = (kids: readonly Kid[], isDrawing: boolean) => {
    for (const kid of kids) {
      if (kid.kind === "element") note(kid.kids, isDrawing || DRAWINGS.has(kid.type));
      if (kid.kind !== "content" || kid.page === undefined) continue;
      const ofPage = marks.get(kid.page) ?? new Map<number, Mark>();
      marks.set(kid.page, ofPage);
      ofPage.set(kid.id, { content: kid, isKept: isDrawing });
    }
  };
  note(elements, false);
  return marks;
}

/** All streams of a page as one. */
function contentOf(context: PDFContext, value: unknown): Uint8Array {
  const resolved = value instanceof PDFRef ? context.lookup(value) : value;
  const streams = resolved instanceof PDFArray ? resolved.asArray() : [resolved];
  const parts = streams.flatMap((stream) => {
    const raw = stream instanceof PDFRef ? context.lookup(stream) : stream;
    return raw instanceof PDFRawStream ? [unpack(raw), LINE_END] : [];
  });
  return Buffer.concat(parts);
}

const LINE_END = Buffer.from("\n");

/** Marks a stream and the forms that it draws; `resources` are renamed in where a copy is drawn. */
function markStream(
  content: Uint8Array,
  resources: PDFObject | undefined,
  place: Place,
  isArtifact: boolean,
): MarkedStream {
  const objects = resources instanceof PDFDict ? resources.lookup(XOBJECT) : undefined;
  const stream = markContent(content, {
    drawn: (name) => (objects instanceof PDFDict ? drawnObject(objects, name, place, isArtifact) : PLAIN),
    isKept: (id) => place.marks.get(id)?.isKept ?? false,
    isArtifact,
  });
  if (isArtifact) return stream;
  for (const id of stream.dropped) {
    const mark = place.marks.get(id);
    if (mark !== undefined) place.dropped.add(mark.content);
  }
  return stream;
}

const PLAIN: DrawnObject = { isTelling: true, isMarked: false };

/** A form is marked inside if there is content of the structure in it, and not around it. */
function drawnObject(objects: PDFDict, name: string, place: Place, isArtifact: boolean): DrawnObject {
  const { context, marked } = place.forms;
  const ref = objects.get(PDFName.of(name));
  const form = ref instanceof PDFRef ? context.lookup(ref) : undefined;
  if (!(ref instanceof PDFRef) || !(form instanceof PDFRawStream)) return PLAIN;
  if (form.dict.get(PDFName.of("Subtype")) !== PDFName.of("Form")) return PLAIN;
  const before = marked.get(ref);
  if (before?.isMarked) return { ...before, instead: copyOf(objects, name, { ref, form }, place) };
  if (before !== undefined) return before;

  // A form that draws itself ends here.
  marked.set(ref, PLAIN);
  const content = unpack(form);
  const stream = markStream(content, form.dict.lookup(RESOURCES), place, isArtifact);
  const isMarked = stream.kept.length + stream.dropped.length > 0 || stream.isMarkedWithin;
  const drawn: DrawnObject = { isTelling: stream.isTelling, isMarked };
  marked.set(ref, drawn);
  if (!isMarked) return drawn;
  for (const id of stream.kept) {
    const mark = place.marks.get(id);
    if (mark !== undefined) mark.content.form = ref;
  }
  if (stream.content !== undefined) context.assign(ref, pack(context, stream.content, form.dict.entries()));
  return drawn;
}

/** Puts a copy without marks among the objects that can be drawn; gives its name. */
function copyOf(
  objects: PDFDict,
  name: string,
  { ref, form }: { readonly ref: PDFRef; readonly form: PDFRawStream },
  place: Place,
): string {
  const { context, copies } = place.forms;
  const instead = `${name}Again`;
  const known = copies.get(ref);
  if (known !== undefined) objects.set(PDFName.of(instead), known);
  if (known !== undefined) return instead;
  const content = unpack(form);
  const plain = markStream(content, form.dict.lookup(RESOURCES), place, true).content ?? content;
  const copy = context.register(pack(context, plain, form.dict.entries()));
  copies.set(ref, copy);
  objects.set(PDFName.of(instead), copy);
  return instead;
}
