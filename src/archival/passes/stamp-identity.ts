import { createHash } from "node:crypto";
import { type PDFDocument, PDFHexString } from "@cantoo/pdf-lib";
import type { DocumentFacts } from "../document-facts.ts";

/**
 * Gives the file its identifier (ISO 32000-1, 14.4): a digest of what was printed, without what differs between two prints, and of
 * what is said of it, so that the same document has the same one.
 */
export function stampIdentity(document: PDFDocument, printed: Uint8Array, facts: DocumentFacts): void {
  const print = Buffer.from(printed).toString("latin1").replace(CHANGING, "");
  const { attachments = [], ...words } = facts;
  const said = JSON.stringify([words, attachments.map(({ name, sha256 }) => [name, sha256])]);
  const digest = createHash("sha256").update(print, "latin1").update(said).digest("hex");
  const id = PDFHexString.of(digest.slice(0, 32));
  document.context.trailerInfo.ID = document.context.obj([id, id]);
}

/** The days of printing, and the names of elements, which Chromium counts up over all that a tab has shown. */
const CHANGING = /\/(?:CreationDate|ModDate)\s*\(D:[^)]*\)|node\d{8}/g;
