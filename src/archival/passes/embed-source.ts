import {
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  type PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";
import type { Attachment } from "../attachment.ts";
import type { DocumentFacts } from "../document-facts.ts";
import { pack } from "../streams.ts";

/** Puts files into the document, each with what it is to it (ISO 19005-3, 6.8 and annex E; ISO 32000-1, 7.11.4). */
export function embedSource(document: PDFDocument, { attachments = [], date }: DocumentFacts): void {
  if (attachments.length === 0) return;
  const { context, catalog } = document;
  const files = attachments.map((attachment) => ({
    name: attachment.name,
    ref: embedFile(document, attachment, date),
  }));
  const sorted = files.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const known = catalog.lookup(PDFName.of("Names"));
  const names = known instanceof PDFDict ? known : context.obj({});
  const tree = context.obj({ Names: sorted.flatMap(({ name, ref }) => [PDFHexString.fromText(name), ref]) });
  names.set(PDFName.of("EmbeddedFiles"), context.register(tree));
  if (names !== known) catalog.set(PDFName.of("Names"), names);
  catalog.set(PDFName.of("AF"), context.obj(files.map(({ ref }) => ref)));
}

function embedFile({ context }: PDFDocument, file: Attachment, date: Date): PDFRef {
  const { name, mediaType, relationship, description, bytes, sha256 } = file;
  const entries: [PDFName, PDFName | PDFDict][] = [
    [PDFName.of("Type"), PDFName.of("EmbeddedFile")],
    [PDFName.of("Subtype"), PDFName.of(mediaType)],
    [PDFName.of("Params"), context.obj({ Size: bytes.length, ModDate: PDFString.fromDate(date) })],
  ];
  // What is written when the rest stands must keep its place, and so its length.
  const stream = sha256 === "" ? plainStream(bytes) : pack(context, bytes, entries);
  const ref = context.register(stream);
  const isPlain = /^[\x20-\x7e]*$/.test(name);
  return context.register(
    context.obj({
      Type: "Filespec",
      F: isPlain ? PDFString.of(name.replace(/[\\()]/g, "_")) : PDFHexString.fromText(name),
      UF: PDFHexString.fromText(name),
      Desc: PDFHexString.fromText(description),
      AFRelationship: relationship,
      EF: { F: ref, UF: ref },
    }),
  );

  function plainStream(content: Uint8Array): PDFRawStream {
    const dictionary = context.obj({ Length: content.length });
    for (const [key, value] of entries) dictionary.set(key, value);
    return PDFRawStream.of(dictionary, content);
  }
}
