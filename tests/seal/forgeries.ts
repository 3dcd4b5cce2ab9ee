import { deflateSync, inflateSync } from "node:zlib";
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString,
} from "@cantoo/pdf-lib";
import type { DiagnosticCode } from "../../src/diagnostics/catalogue/index.ts";
import { openPdfFile } from "../../src/pdf/pdf-file.ts";
import { isReference } from "../../src/pdf/pdf-value.ts";
import { appendObject, editContent, editText, reseal, retype, rewrite } from "./forge.ts";

/** Something that can be done to a sealed PDF. */
export interface Forgery {
  readonly name: string;
  readonly forge: (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;
  /** Every code that it is found by, in order, each once. */
  readonly expects: readonly DiagnosticCode[];
  /** Whether these are some of many: nothing of the page is left. */
  readonly isMore?: boolean;
}

const edited =
  (change: (document: PDFDocument) => void | Promise<void>) =>
  (bytes: Uint8Array): Promise<Uint8Array> =>
    rewrite(bytes, change);

const resealed =
  (change: (document: PDFDocument) => void | Promise<void>) =>
  async (bytes: Uint8Array): Promise<Uint8Array> =>
    reseal(await rewrite(bytes, change));

const CAVEAT = "Only the port says so.";
const FIGURE = "$2.195 M";

const oneDigit = (document: PDFDocument) => retype(document, FIGURE, "$2.915 M");
const caveatIn = (before: string, after: string) => (document: PDFDocument) =>
  editText(document, CAVEAT, (operators) => `${before} ${operators} ${after}`);
const whiteCaveat = caveatIn("1 1 1 rg", "0 0 0 rg");
const movedCaveat = caveatIn("3000 0 Td", "-3000 0 Td");
const invisibleCaveat = caveatIn("3 Tr", "0 Tr");
const clippedPage = (document: PDFDocument) =>
  editContent(document, (content) => `0 0 40 40 re W n\n${content}`);
const coveredPage = (document: PDFDocument) =>
  editContent(document, (content) => `q\n${content}\nQ\n1 1 1 rg 0 0 595 842 re f\n`);

function hideInLayer(document: PDFDocument): void {
  const { context, catalog } = document;
  const layer = context.register(context.obj({ Type: "OCG", Name: PDFString.of("Notes") }));
  catalog.set(PDFName.of("OCProperties"), context.obj({ OCGs: [layer], D: { OFF: [layer] } }));
  const resources = document.getPage(0).node.Resources();
  resources?.set(PDFName.of("Properties"), context.obj({ Hidden: layer }));
  editText(document, CAVEAT, (operators) => `/OC /Hidden BDC ${operators} EMC`);
}

function links(document: PDFDocument): PDFDict[] {
  const annotations = document.getPage(0).node.Annots();
  return (annotations?.asArray() ?? []).map((ref) => document.context.lookup(ref, PDFDict));
}

function turnLink(document: PDFDocument): void {
  const link = links(document).find((one) =>
    one.lookupMaybe(PDFName.of("A"), PDFDict)?.has(PDFName.of("URI")),
  );
  link?.lookup(PDFName.of("A"), PDFDict).set(PDFName.of("URI"), PDFString.of("https://elsewhere.example/"));
}

function noteOverText(document: PDFDocument): void {
  const { context } = document;
  const page = document.getPage(0).node;
  const note = context.obj({
    Type: "Annot",
    Subtype: "FreeText",
    Rect: [50, 400, 300, 500],
    Contents: PDFString.of("Approved by the board"),
  });
  page.Annots()?.push(context.register(note));
}

function changeBookmark(document: PDFDocument): void {
  const outlines = document.catalog.lookup(PDFName.of("Outlines"), PDFDict);
  outlines
    .lookup(PDFName.of("First"), PDFDict)
    .set(PDFName.of("Title"), PDFHexString.fromText("Something else"));
}

function changeAlternative(document: PDFDocument): void {
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (object instanceof PDFDict && object.has(PDFName.of("Alt"))) {
      object.set(PDFName.of("Alt"), PDFHexString.fromText("A chart of growing numbers"));
    }
  }
}

/** The stream of a file that the document carries. */
function carried(
  document: PDFDocument,
  name: string,
): { specification: PDFDict; content: string; replace: (content: string) => void } {
  const files = document.catalog.lookup(PDFName.of("AF"), PDFArray);
  const specification = files
    .asArray()
    .map((ref) => document.context.lookup(ref, PDFDict))
    .find((one) => one.lookup(PDFName.of("UF"), PDFHexString).decodeText() === name);
  if (specification === undefined) throw new Error(`There is no ${name}.`);
  const embedded = specification.lookup(PDFName.of("EF"), PDFDict);
  const stream = embedded.lookup(PDFName.of("F"));
  return {
    specification,
    content: stream instanceof PDFRawStream ? new TextDecoder().decode(decode(stream)) : "",
    replace(content) {
      const bytes = new TextEncoder().encode(content);
      const plain = PDFRawStream.of(
        document.context.obj({ Type: "EmbeddedFile", Length: bytes.length }),
        bytes,
      );
      const ref = document.context.register(plain);
      embedded.set(PDFName.of("F"), ref);
      embedded.set(PDFName.of("UF"), ref);
    },
  };
}

function decode(stream: PDFRawStream): Uint8Array {
  const isPacked = stream.dict.has(PDFName.of("Filter"));
  return isPacked ? inflateSync(stream.getContents()) : stream.getContents();
}

const swapInSource = (from: string, to: string) => (document: PDFDocument) => {
  const { content, replace } = carried(document, "brief.yaml");
  if (!content.includes(from)) throw new Error(`The brief does not say “${from}”.`);
  replace(content.replaceAll(from, to));
};

function dropFile(document: PDFDocument): void {
  const names = document.catalog.lookup(PDFName.of("Names"), PDFDict);
  names.delete(PDFName.of("EmbeddedFiles"));
  const files = document.catalog.lookup(PDFName.of("AF"), PDFArray);
  const kept = files.asArray().filter((ref) => {
    const name = document.context.lookup(ref, PDFDict).lookup(PDFName.of("UF"), PDFHexString).decodeText();
    return name !== "brief.yaml";
  });
  document.catalog.set(PDFName.of("AF"), document.context.obj(kept));
}

const addFile = (document: PDFDocument) =>
  document.attach(new TextEncoder().encode("MZ"), "invoice.exe", { mimeType: "application/octet-stream" });

/** Puts another value for a fact into the file’s dictionary, by way of an update at its end. */
function appendInfo(bytes: Uint8Array): Uint8Array {
  const info = openPdfFile(bytes).trailer.get("Info");
  if (!isReference(info)) throw new Error("The file has no dictionary of facts.");
  return appendObject(bytes, info.object, "<</Title (A title of mine)>>");
}

/** Puts another page in the place of the first, by way of an update at its end. */
function appendPage(bytes: Uint8Array): Uint8Array {
  const file = openPdfFile(bytes);
  const pages = file.dictionary(file.trailer.get("Root")).get("Pages");
  const [first] = file.array(file.dictionary(pages).get("Kids"));
  if (!isReference(first) || !isReference(pages)) throw new Error("The file has no page.");
  return appendObject(bytes, first.object, `<</Type/Page/Parent ${pages.object} 0 R/MediaBox[0 0 595 842]>>`);
}

function replaceBytes(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const at = Buffer.from(bytes).indexOf(from, 0, "latin1");
  if (at < 0 || from.length !== to.length) throw new Error(`“${from}” cannot be replaced.`);
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(to, "latin1"), bytes.subarray(at + from.length)]);
}

const PAGE = ["seal-bytes", "seal-part-changed"] as const;

/** What somebody does who does not know the seal, or does not care. */
export const CARELESS: readonly Forgery[] = [
  {
    name: "one figure’s digits are swapped",
    forge: edited(oneDigit),
    expects: [...PAGE, "seal-text-changed", "figure-altered"],
  },
  { name: "a caveat is painted white", forge: edited(whiteCaveat), expects: [...PAGE, "caveat-missing"] },
  {
    name: "a caveat is moved off the sheet",
    forge: edited(movedCaveat),
    expects: [...PAGE, "caveat-missing", "text-off-sheet"],
  },
  {
    name: "a caveat is made invisible",
    forge: edited(invisibleCaveat),
    expects: [...PAGE, "caveat-missing", "text-hidden"],
  },
  {
    name: "a caveat is put into a hidden layer",
    forge: edited(hideInLayer),
    expects: [...PAGE, "seal-foreign"],
  },
  { name: "a link leads elsewhere", forge: edited(turnLink), expects: [...PAGE, "link-missing"] },
  { name: "a note is laid over the text", forge: edited(noteOverText), expects: [...PAGE, "seal-foreign"] },
  { name: "a bookmark is changed", forge: edited(changeBookmark), expects: PAGE },
  { name: "the chart’s description is changed", forge: edited(changeAlternative), expects: PAGE },
  {
    name: "the title is changed",
    forge: edited((document) => document.setTitle("A title of mine")),
    expects: [...PAGE, "seal-facts-differ"],
  },
  {
    name: "the author is changed",
    forge: edited((document) => document.setAuthor("Somebody Else")),
    expects: [...PAGE, "seal-facts-differ"],
  },
  {
    name: "the sheet is cut",
    forge: edited((document) =>
      document.getPage(0).node.set(PDFName.of("CropBox"), document.context.obj([0, 400, 595, 842])),
    ),
    expects: [...PAGE, "caveat-missing", "text-off-sheet"],
    isMore: true,
  },
  {
    name: "a page is added",
    forge: edited((document) => void document.addPage()),
    expects: ["seal-bytes", "seal-pages"],
  },
  {
    name: "the page is replaced by an empty one",
    forge: edited((document) => {
      document.addPage();
      document.removePage(0);
    }),
    expects: [...PAGE, "seal-text-changed", "caveat-missing"],
    isMore: true,
  },
  {
    name: "the brief is swapped",
    forge: edited(swapInSource(FIGURE, "$2.915 M")),
    expects: ["seal-bytes", "seal-file-changed", "change-missing", "figure-altered"],
  },
  {
    name: "the brief is taken out",
    forge: edited(dropFile),
    expects: ["seal-bytes", "seal-file-missing", "seal-source-invalid"],
  },
  { name: "a file is put in", forge: edited(addFile), expects: ["seal-bytes", "seal-file-added"] },
  {
    name: "the seal is edited",
    forge: (bytes) => replaceBytes(bytes, '"page": "A4"', '"page": "A5"'),
    expects: ["seal-bytes"],
  },
  {
    name: "the seal is broken",
    forge: (bytes) => replaceBytes(bytes, '"format": 1', '"format": 0'),
    expects: ["seal-damaged"],
  },
  {
    name: "the seal is taken away",
    forge: edited(({ catalog }) => {
      catalog.delete(PDFName.of("Names"));
      catalog.delete(PDFName.of("AF"));
    }),
    expects: ["seal-missing"],
  },
  {
    name: "the title is changed by an update",
    forge: appendInfo,
    expects: ["seal-appended", "seal-part-changed", "seal-facts-differ"],
  },
  {
    name: "the page is replaced by an update",
    forge: appendPage,
    expects: ["seal-appended", "seal-part-changed", "seal-text-changed", "caveat-missing"],
    isMore: true,
  },
  {
    name: "bytes stand behind the end",
    forge: (bytes) => Buffer.concat([bytes, Buffer.alloc(3000, "x")]),
    expects: ["seal-appended"],
  },
  {
    name: "the end is missing",
    forge: (bytes) => bytes.subarray(0, bytes.length - 500),
    expects: ["seal-truncated"],
  },
  { name: "the identifier is changed", forge: changeIdentifier, expects: ["seal-bytes"] },
  { name: "it is saved anew", forge: edited(() => {}), expects: ["seal-bytes"] },
];

/** Identifiers stand in the packed table at the end; saved anew with another, nothing that a reader sees is changed. */
function changeIdentifier(bytes: Uint8Array): Promise<Uint8Array> {
  return rewrite(bytes, ({ context }) => {
    context.trailerInfo.ID = context.obj([
      PDFHexString.of("00".repeat(16)),
      PDFHexString.of("00".repeat(16)),
    ]);
  });
}

/** What somebody does who knows how seals are made, and makes a new one. */
export const CAREFUL: readonly Forgery[] = [
  { name: "one figure’s digits are swapped", forge: resealed(oneDigit), expects: ["figure-altered"] },
  { name: "a caveat is painted white", forge: resealed(whiteCaveat), expects: ["caveat-missing"] },
  {
    name: "a caveat is moved off the sheet",
    forge: resealed(movedCaveat),
    expects: ["caveat-missing", "text-off-sheet"],
  },
  {
    name: "a caveat is made invisible",
    forge: resealed(invisibleCaveat),
    expects: ["caveat-missing", "text-hidden"],
  },
  { name: "a caveat is put into a hidden layer", forge: resealed(hideInLayer), expects: ["seal-foreign"] },
  {
    name: "the page is clipped",
    forge: resealed(clippedPage),
    expects: ["caveat-missing", "text-clipped"],
    isMore: true,
  },
  {
    name: "the page is covered by a box",
    forge: resealed(coveredPage),
    expects: ["caveat-missing", "text-hidden"],
    isMore: true,
  },
  { name: "a link leads elsewhere", forge: resealed(turnLink), expects: ["link-missing"] },
  { name: "a note is laid over the text", forge: resealed(noteOverText), expects: ["seal-foreign"] },
  {
    name: "the title is changed",
    forge: resealed((document) => document.setTitle("A title of mine")),
    expects: ["seal-facts-differ"],
  },
  {
    name: "the brief alone is changed",
    forge: resealed(swapInSource(FIGURE, "$2.915 M")),
    expects: ["change-missing", "figure-altered"],
  },
  {
    name: "an update replaces the page",
    forge: (bytes) => reseal(appendPage(bytes)),
    expects: ["seal-appended", "caveat-missing"],
    isMore: true,
  },
];

/** The brief and the page are changed alike, and the seal made anew: nothing in the file tells. */
export const PERFECT: Forgery = {
  name: "brief and page are changed alike",
  forge: resealed((document) => {
    retype(document, "move a crane", "move a crate");
    swapInSource("move a crane", "move a crate")(document);
  }),
  expects: ["seal-brief-differs"],
};

/** Files that are meant to harm whoever verifies them. */
export const HOSTILE: readonly Forgery[] = [
  {
    name: "a file that unpacks to far more",
    forge: edited((document) => {
      const { specification } = carried(document, "brief.yaml");
      const bomb = deflateSync(Buffer.alloc(64 * 1024 * 1024));
      const dictionary = document.context.obj({ Filter: "FlateDecode", Length: bomb.length });
      const ref = document.context.register(PDFRawStream.of(dictionary, bomb));
      specification.set(PDFName.of("EF"), document.context.obj({ F: ref, UF: ref }));
    }),
    expects: ["seal-bytes", "seal-file-changed", "seal-source-invalid"],
  },
  {
    name: "a tree of names that leads back to itself",
    forge: edited((document) => {
      const names = document.catalog.lookup(PDFName.of("Names"), PDFDict);
      const tree = names.lookup(PDFName.of("EmbeddedFiles"), PDFDict);
      const ref = document.context.getObjectRef(tree);
      tree.set(
        PDFName.of("Kids"),
        document.context.obj(Array.from({ length: 50 }, () => ref ?? PDFNumber.of(0))),
      );
    }),
    expects: ["seal-bytes"],
  },
  {
    name: "bookmarks that lead on for ever",
    forge: edited((document) => {
      const { context, catalog } = document;
      const outlines = catalog.lookup(PDFName.of("Outlines"), PDFDict);
      let next = context.register(context.obj({ Title: PDFString.of("0") }));
      for (let count = 1; count < 20_000; count += 1) {
        next = context.register(context.obj({ Title: PDFString.of(`${count}`), Next: next }));
      }
      outlines.set(PDFName.of("First"), next);
    }),
    expects: PAGE,
  },
];
