import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFRawStream,
  PDFRef,
} from "@cantoo/pdf-lib";
import { markContent } from "../mark-content.ts";
import { pack, unpack } from "../streams.ts";

const CONTENTS = PDFName.of("Contents");

/**
 * Marks whatever is drawn outside the structure as an artifact (ISO 14289-1, 7.1): rules and grounds, marks that a style sheet
 * adds, and what a page hides from screen readers.
 */
export function markArtifacts(document: PDFDocument): void {
  const { context } = document;
  const forms = new Map<string, boolean>();
  for (const page of document.getPages()) {
    const resources = page.node.lookup(PDFName.of("Resources"));
    const content = contentOf(context, page.node.get(CONTENTS));
    const marked = markContent(content, (name) => isTaggedForm(context, resources, name, forms));
    if (marked !== undefined) page.node.set(CONTENTS, context.register(pack(context, marked)));
  }
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

/**
 * Whether a form holds content of the structure itself; what else it draws is then marked inside it, and not around it. A group
 * that is drawn with one opacity is such a form.
 */
function isTaggedForm(
  context: PDFContext,
  resources: unknown,
  name: string,
  known: Map<string, boolean>,
): boolean {
  const forms = resources instanceof PDFDict ? resources.lookup(PDFName.of("XObject")) : undefined;
  const ref = forms instanceof PDFDict ? forms.get(PDFName.of(name)) : undefined;
  const form = ref instanceof PDFRef ? context.lookup(ref) : undefined;
  if (!(ref instanceof PDFRef) || !(form instanceof PDFRawStream)) return false;
  if (form.dict.get(PDFName.of("Subtype")) !== PDFName.of("Form")) return false;
  const before = known.get(ref.tag);
  if (before !== undefined) return before;

  const content = unpack(form);
  const isTagged = Buffer.from(content).includes("/MCID");
  known.set(ref.tag, isTagged);
  if (!isTagged) return false;
  const inner = form.dict.lookup(PDFName.of("Resources"));
  const marked = markContent(content, (other) => isTaggedForm(context, inner, other, known));
  if (marked === undefined) return true;
  context.assign(ref, pack(context, marked, form.dict.entries()));
  return true;
}
