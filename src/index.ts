/**
 * Execbrief: executive briefs as one-page PDF and self-contained HTML. Nothing here prints, writes to disk or keeps
 * global state; faults come back as diagnostics, and what is opened is disposed of with `await using`.
 */

export { decodeText } from "./brief/decode-text.ts";
export { briefJsonSchema } from "./brief/json-schema.ts";
export { FILE_MAX_BYTES } from "./brief/limits.ts";
export type { ParsedBrief } from "./brief/parse-brief.ts";
export { readBriefFile } from "./brief/read-brief-file.ts";
export { readDocument } from "./brief/read-document.ts";
export { type Brief, briefSchema } from "./brief/schema.ts";
export type { BriefSource } from "./brief/source.ts";
export { buildBrief } from "./build-brief.ts";
export type { Change, ChangeKind, Movement } from "./changes/change.ts";
export { compareBriefs } from "./changes/compare-briefs.ts";
export type { BrowserEvent } from "./chromium/browser-choice.ts";
export { inspectBrowser } from "./chromium/inspect-browser.ts";
export { installBrowser } from "./chromium/install-browser.ts";
export type { Surroundings } from "./chromium/surroundings.ts";
export type { Breach, Standard } from "./conformance/index.ts";
export type * from "./delivery/index.ts";
export { loadDelivery } from "./delivery/load-delivery.ts";
export type { Cause, Severity } from "./diagnostics/catalogue/entry.ts";
export { catalogue, type DiagnosticCode } from "./diagnostics/catalogue/index.ts";
export { type Diagnostic, diagnose, type Place } from "./diagnostics/diagnostic.ts";
export { diagnosticData } from "./diagnostics/diagnostic-data.ts";
export { formatDiagnostic } from "./diagnostics/format-diagnostic.ts";
export type { Outcome } from "./diagnostics/outcome.ts";
export {
  type Artifact,
  FORMAT_NAMES,
  type FormatName,
  type InlineImage,
  type MailParts,
} from "./formats/artifact.ts";
export { type ProofFacts, proofPage } from "./formats/email/proof-page.ts";
export type { Fit } from "./formats/fit.ts";
export { PAGE_SIZES, type PageSize } from "./formats/pdf-printer.ts";
export type { EditionResult } from "./generate.ts";
export {
  type Execbrief,
  type ExecbriefOptions,
  type LinkOptions,
  openExecbrief,
  surroundingsOfProcess,
} from "./open-execbrief.ts";
export { openPreview, type Preview, type PreviewOptions } from "./open-preview.ts";
export type { BriefResult, BuildOrder } from "./project/brief-builder.ts";
export type { BriefInput } from "./project/build-briefs.ts";
export type { Config } from "./project/config.ts";
export { discoverBriefs } from "./project/discover-briefs.ts";
export type { JudgedArtifact } from "./project/judge-artifact.ts";
export type { Project } from "./project/load-project.ts";
export type { PreflightOrder, PreflightResult, ProvedArtifact } from "./project/preflight-artifacts.ts";
export { slugOf } from "./project/slug.ts";
export { defineHelpers, type TemplateHelper } from "./project/template-sets/define-helpers.ts";
export type { Ejectable, Origin, PlannedEject } from "./project/template-sets/eject-pieces.ts";
export type { ListedSet } from "./project/template-sets/list-template-sets.ts";
export type { PlannedFile } from "./project/template-sets/planned-files.ts";
export { openTemplateLibrary, type TemplateLibrary } from "./project/template-sets/template-library.ts";
export type { PieceStatus, SetStatus } from "./project/template-sets/template-status.ts";
export type { ExtractedSource } from "./seal/extract-source.ts";
export { loadSeal } from "./seal/load-seal.ts";
export type { SealFacts, Verification } from "./seal/verify-pdf.ts";
export type { SignatureReport, SignerReport } from "./signature/check-signatures.ts";
export type { SignatureFault } from "./signature/judge-message.ts";
export { loadSignature } from "./signature/load-signature.ts";
export type { SigningOrder } from "./signature/sign-pdf.ts";
