import type { Brief } from "./brief/schema.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { composeEdition, type ReadingContext } from "./edition/compose-edition.ts";
import type { Edition } from "./edition/edition.ts";
import type { Artifact, FormatName } from "./formats/artifact.ts";
import { toHtml } from "./formats/html.ts";
import type { Page } from "./formats/page.ts";
import { toPdf } from "./formats/pdf.ts";
import type { PageSize, PdfPrinter } from "./formats/pdf-printer.ts";
import type { PageRenderer } from "./render/render-page.ts";
import type { TemplateSet } from "./render/template-set.ts";

/** What one edition is made with. */
export interface Workshop {
  readonly templateSet: TemplateSet;
  readonly renderer: PageRenderer;
  readonly printer: PdfPrinter;
}

/** Which artifacts of an edition are wanted, and on what paper. */
export interface ArtifactRequest {
  /** File name of the artifacts, without extension. */
  readonly name: string;
  readonly formats: readonly FormatName[];
  readonly size: PageSize;
  readonly maxPages: number;
}

/** What came of one edition: every artifact that could be made, and why the others could not. */
export interface EditionResult {
  readonly audience: string;
  readonly artifacts: readonly Artifact[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes the artifacts of one edition: the brief as one audience reads it, laid out, printed and packed. */
export async function generateEdition(
  brief: Brief,
  context: ReadingContext,
  request: ArtifactRequest,
  workshop: Workshop,
  signal?: AbortSignal,
): Promise<EditionResult> {
  const { audience } = context;
  const edition = composeEdition(brief, context);
  if (!edition.ok) return { audience, artifacts: [], diagnostics: edition.diagnostics };
  const page = await layOut(edition.value, request, workshop);
  if (!page.ok)
    return { audience, artifacts: [], diagnostics: [...edition.diagnostics, ...page.diagnostics] };

  const pdf = request.formats.includes("pdf")
    ? await toPdf(page.value, request.name, workshop.printer, { signal })
    : undefined;
  const fit = pdf?.ok ? pdf.value.artifact.fit : null;
  const html = request.formats.includes("html") ? toHtml(page.value, request.name, fit) : undefined;
  return {
    audience,
    artifacts: [...(pdf?.ok ? [pdf.value.artifact] : []), ...(html === undefined ? [] : [html])],
    diagnostics: [...edition.diagnostics, ...(pdf?.diagnostics ?? [])],
  };
}

async function layOut(edition: Edition, request: ArtifactRequest, { templateSet, renderer }: Workshop) {
  const body = renderer.render(edition);
  if (!body.ok) return body;
  const fonts = await templateSet.fonts.cssFor(body.value);
  const page: Page = {
    edition,
    body: body.value,
    css: `${fonts}\n${templateSet.pageCss}`,
    size: request.size,
    maxPages: request.maxPages,
  };
  return { ok: true as const, value: page };
}
