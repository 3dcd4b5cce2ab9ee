import { PDFDocument, PDFHeader } from "@cantoo/pdf-lib";
import type { DocumentFacts } from "./document-facts.ts";
import { addOutputIntent } from "./passes/add-output-intent.ts";
import { completeLists } from "./passes/complete-lists.ts";
import { describeLinks } from "./passes/describe-links.ts";
import { embedSource } from "./passes/embed-source.ts";
import { gatherParagraphs } from "./passes/gather-paragraphs.ts";
import { mapRoles } from "./passes/map-roles.ts";
import { markArtifacts } from "./passes/mark-artifacts.ts";
import { mendOutline } from "./passes/mend-outline.ts";
import { nameFigures } from "./passes/name-figures.ts";
import { renumberElements } from "./passes/renumber-elements.ts";
import { stampIdentity } from "./passes/stamp-identity.ts";
import { writeMetadata } from "./passes/write-metadata.ts";
import { readStructure } from "./structure-tree.ts";

/** One step of the finishing; it changes the document in place. */
type Pass = (document: PDFDocument, facts: DocumentFacts) => void;

/** The steps in their order: what the page is made of, what is said of it, what the file is known by. */
const PASSES: readonly Pass[] = [
  onStructure(gatherParagraphs),
  onStructure(completeLists),
  onStructure(nameFigures),
  onStructure(mapRoles),
  onStructure(renumberElements),
  markArtifacts,
  describeLinks,
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
  const document = await PDFDocument.load(printed, { updateMetadata: false });
  document.context.header = PDFHeader.forVersion(1, 7);
  for (const pass of PASSES) pass(document, facts);
  stampIdentity(document, printed, facts);
  return document.save({ useObjectStreams: true, updateFieldAppearances: false, addDefaultPage: false });
}

/** A pass over the structure tree; an untagged document has none, and is left to the judge to be told of. */
function onStructure(pass: (tree: NonNullable<ReturnType<typeof readStructure>>) => void): Pass {
  return (document) => {
    const tree = readStructure(document);
    if (tree !== undefined) pass(tree);
  };
}
