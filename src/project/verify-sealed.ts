import path from "node:path";
import type { ParsedBrief } from "../brief/parse-brief.ts";
import { failure, hasError, type Outcome, success } from "../diagnostics/outcome.ts";
import type { GivenBrief } from "../seal/compare-source.ts";
import { refused, type Verification, verifyPdf } from "../seal/verify-pdf.ts";
import { isSignatureAlone } from "../signature/is-signature-alone.ts";
import { signatureFindings } from "../signature/signature-findings.ts";
import { audienceIds } from "./config.ts";
import type { Library } from "./library.ts";
import { loadAttachments } from "./load-attachments.ts";
import { loadLabels } from "./load-labels.ts";
import type { Project } from "./load-project.ts";

/** A PDF that is verified. */
export interface VerifyOrder {
  readonly bytes: Uint8Array;
  /** As findings name it. */
  readonly name: string;
  /** The brief that the one in the file is compared with, and its file, an absolute path. */
  readonly brief?: { readonly parsed: Outcome<ParsedBrief>; readonly file: string } | undefined;
}

/** Tells whether a PDF is what was made; what a project adds to pages is taken from `project`. */
export async function verifySealed(
  { bytes, name, brief }: VerifyOrder,
  { config }: Project,
  { localeFolders }: Library,
): Promise<Verification> {
  const given = brief === undefined ? undefined : await give(brief.parsed, brief.file, audienceIds(config));
  if (given?.ok === false) return refused(given.diagnostics);
  const found = await verifyPdf(bytes, name, {
    isSignatureAlone,
    labelsFor: (locale) => loadLabels(locale, localeFolders),
    classifications: new Map(Object.entries(config.brand.classifications)),
    given: given?.value,
  });
  const signatures = signatureFindings(bytes);
  const isSound = !hasError(signatures);
  return {
    ...found,
    ok: found.ok && isSound,
    isUnaltered: found.isUnaltered && isSound,
    diagnostics: [...found.diagnostics, ...signatures],
  };
}

async function give(
  parsed: Outcome<ParsedBrief>,
  file: string,
  knownAudiences: readonly string[],
): Promise<Outcome<GivenBrief>> {
  if (!parsed.ok) return parsed;
  const { attachments, diagnostics } = await loadAttachments(
    parsed.value,
    path.resolve(file),
    knownAudiences,
  );
  const { images, tables, previous } = attachments;
  return hasError(diagnostics)
    ? failure(diagnostics)
    : success({ brief: parsed.value.brief, assets: images, tables, previous });
}
