import { ParseSpeeds, PDFDocument, PDFHeader } from "@cantoo/pdf-lib";
import type { DocumentFacts } from "./document-facts.ts";
import { addOutputIntent } from "./passes/add-output-intent.ts";
import { completeLists } from "./passes/complete-lists.ts";
import { declareStructure } from "./passes/declare-structure.ts";
import { describeLinks } from "./passes/describe-links.ts";
import { dropEmpty } from "./passes/drop-empty.ts";
import { embedSource } from "./passes/embed-source.ts";
import { gatherParagraphs } from "./passes/gather-paragraphs.ts";
import { mapGlyphs } from "./passes/map-glyphs.ts";
import { mapRoles } from "./passes/map-roles.ts";
import { markArtifacts } from "./passes/mark-artifacts.ts";
import { mendOutline } from "./passes/mend-outline.ts";
import { nameFigures } from "./passes/name-figures.ts";
import { stampIdentity } from "./passes/stamp-identity.ts";
import { writeMetadata } from "./passes/write-metadata.ts";
import { readStructure, type StructureTree } from "./structure-tree.ts";
import { writeFile } from "./write-file.ts";
import { writeStructure } from "./write-structure.ts";

/** One step of the finishing of what a screen reader goes through; it changes the tree, and the document where it has to. */
type StructurePass = (tree: StructureTree, document: PDFDocument, facts: DocumentFacts) => void;

/** One step of the finishing of the file around it; it changes the document. */
type DocumentPass = (document: PDFDocument, facts: DocumentFacts) => void;

/** What the page is made of. The tree is read before the first of these steps, and written after the last. */
const STRUCTURE_PASSES: readonly StructurePass[] = [
  markArtifacts,
  dropEmpty,
  gatherParagraphs,
  completeLists,
  nameFigures,
  describeLinks,
  mapRoles,
  declareStructure,
];

/** What its glyphs stand for, what is said of it, what it carries, and in which colours. */
const DOCUMENT_PASSES: readonly DocumentPass[] = [
  mapGlyphs,
  mendOutline,
  embedSource,
  writeMetadata,
  addOutputIntent,
];

/**
 * Makes of a PDF that Chromium printed one that screen readers, archives and auditors accept: PDF/UA-1 (ISO 14289-1) and
 * PDF/A-2a (ISO 19005-2). What is drawn stays as it is. The same print and facts give the same bytes.
 */
export async function finishPdf(printed: Uint8Array, facts: DocumentFacts): Promise<Uint8Array> {
  const document = await PDFDocument.load(printed, {
    updateMetadata: false,
    parseSpeed: ParseSpeeds.Fastest,
  });
  document.context.header = PDFHeader.forVersion(1, 7);
  const tree = readStructure(document);
  if (tree !== undefined) {
    for (const pass of STRUCTURE_PASSES) pass(tree, document, facts);
    writeStructure(tree, document);
  }
  for (const pass of DOCUMENT_PASSES) pass(document, facts);
  stampIdentity(document, printed, facts);
  return writeFile(document.context);
}
