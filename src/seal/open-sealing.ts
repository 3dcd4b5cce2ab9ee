import type { Attachment } from "../archival/attachment.ts";
import type { Imprint } from "../archival/imprint.ts";
import type { Brief } from "../brief/schema.ts";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { ReadingContext } from "../edition/compose-edition.ts";
import type { Edition } from "../edition/edition.ts";
import type { PdfContent, PdfProblem } from "../pdf/read-pdf.ts";
import { closeSeal, type OpenSeal, roomFor } from "./close-seal.ts";
import { sha256 } from "./digests.ts";
import { gatherSource } from "./gather-source.ts";
import { SEAL_FORMAT, SEAL_NAME } from "./seal.ts";

/** What a PDF is sealed as. */
export interface SealOrder {
  readonly brief: Brief;
  readonly context: ReadingContext;
  readonly edition: Edition;
  /** Name of the sheet, and how many of them it may fill. */
  readonly page: string;
  readonly pages: number;
  readonly template: {
    readonly name: string;
    /** Everything that decides the look. */
    readonly texts: readonly string[];
  };
  readonly imprint: Imprint;
}

/** The sealing of one PDF. */
export interface Sealing {
  /** The files that it carries, its seal still blank; none where it is not sealed. */
  readonly attachments: readonly Attachment[];
  /** Writes the seal into the finished file; where that was read for it, its content comes along. */
  close(bytes: Uint8Array): { readonly bytes: Uint8Array; readonly content?: PdfContent | PdfProblem };
  /** Why the source cannot go along. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Opens the sealing of an edition’s PDF; without an order, and where its source cannot go along, the file stays as it is. */
export function openSealing(order: SealOrder | undefined): Sealing {
  if (order === undefined) return unsealed([]);
  const { brief, context, edition, page, pages, template, imprint } = order;
  const files = gatherSource(brief, context);
  if (typeof files === "string") {
    const facts = { edition: edition.audience.label, reason: files };
    return unsealed([diagnose("source-not-embedded", facts)]);
  }
  const seal: OpenSeal = {
    format: SEAL_FORMAT,
    creator: imprint.creator,
    date: (imprint.date ?? new Date(`${edition.date.iso}T00:00:00Z`)).toISOString(),
    edition: {
      audience: context.audience,
      locale: context.locale,
      direction: edition.dir,
      page,
      pages,
      template: { name: template.name, sha256: sha256(template.texts.join("\0")) },
      labels: digestOfLabels(context),
      classification: edition.classification,
    },
    files: files.map(({ name, path, sha256: digest }) => ({ name, path, sha256: digest })),
  };
  const blank: Attachment = {
    name: SEAL_NAME,
    mediaType: "application/json",
    relationship: "Data",
    description: "Digests by which changes to this document are found",
    bytes: roomFor(seal, pages),
    sha256: "",
  };
  return { attachments: [...files, blank], close: (bytes) => closeSeal(bytes, seal), diagnostics: [] };
}

const unsealed = (diagnostics: readonly Diagnostic[]): Sealing => ({
  attachments: [],
  close: (bytes) => ({ bytes }),
  diagnostics,
});

/** The words of a language may be changed by a project, and from one version of Execbrief to the next. */
export const digestOfLabels = ({ labels }: Pick<ReadingContext, "labels">): string =>
  sha256(JSON.stringify(labels));
