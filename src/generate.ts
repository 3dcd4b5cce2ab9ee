import { factsOf } from "./archival/facts-of.ts";
import type { Imprint } from "./archival/imprint.ts";
import type { Brief } from "./brief/schema.ts";
import { type Diagnostic, diagnose } from "./diagnostics/diagnostic.ts";
import { hasError, type Outcome } from "./diagnostics/outcome.ts";
import { composeEdition, type ReadingContext } from "./edition/compose-edition.ts";
import type { Edition } from "./edition/edition.ts";
import type { Artifact, FormatName } from "./formats/artifact.ts";
import type { MailPolicy } from "./formats/email/check-support.ts";
import { toEmail } from "./formats/email/email.ts";
import { visibleText } from "./formats/email/visible-text.ts";
import { findUnheard, hearingOf } from "./formats/find-unheard.ts";
import type { Fit } from "./formats/fit.ts";
import { isSameDocument, toHtml } from "./formats/html.ts";
import type { Page } from "./formats/page.ts";
import type { Medium } from "./formats/page-view.ts";
import { type PrintedPdf, toPdf } from "./formats/pdf.ts";
import type { PageSize, PdfPrinter } from "./formats/pdf-printer.ts";
import { toText } from "./formats/text.ts";
import { openPreflight, type Preflight, type Subject } from "./preflight/preflight-edition.ts";
import { textAsOnPage } from "./preflight/text-as-on-page.ts";
import type { Mailroom } from "./render/render-mail.ts";
import type { PageRenderer } from "./render/render-page.ts";
import type { TemplateSet } from "./render/template-set.ts";
import { findCharacter } from "./render/theme/find-character.ts";
import { missingScripts } from "./render/theme/missing-scripts.ts";
import type { Theme } from "./render/theme/open-theme.ts";
import type { Sealing } from "./seal/open-sealing.ts";
import type { SignFile } from "./signature/open-signing.ts";

/** What one edition is made with. */
export interface Workshop {
  readonly templateSet: TemplateSet;
  readonly theme: Theme;
  readonly renderer: PageRenderer;
  readonly mailroom: Mailroom;
  readonly printer: PdfPrinter;
}

/** Which artifacts of an edition are wanted, and on what paper. */
export interface ArtifactRequest {
  /** File name of the artifacts, without extension. */
  readonly name: string;
  readonly formats: readonly FormatName[];
  readonly size: PageSize;
  readonly maxPages: number;
  /** What the readers of messages must not miss. */
  readonly mailPolicy: MailPolicy;
  /** Whether the artifacts are proved to show everything that the edition says. */
  readonly isProved: boolean;
  readonly imprint: Imprint;
  /** Whether the PDF carries its source and a seal; not when left out. */
  readonly hasSource?: boolean;
  /** Signs the PDF, as the last that is done to it; unsigned when left out. */
  readonly sign?: SignFile | undefined;
  /** The fit that HTML has as long as none was found by printing it. */
  readonly presumedFit?: Fit | null;
}

/** How HTML is looked at; on paper it is the PDF. */
const SCREENS: readonly Medium[] = ["screen", "dark-screen"];

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
  const wants = (format: FormatName) => request.formats.includes(format);
  const isPageWanted = wants("pdf") || wants("html");
  const page = isPageWanted ? await layOut(edition.value, request, workshop) : undefined;
  if (page?.ok === false)
    return { audience, artifacts: [], diagnostics: [...edition.diagnostics, ...page.diagnostics] };

  const preflight = request.isProved ? openPreflight(subjectOf(edition.value, workshop)) : undefined;
  const sealing = () => sealingOf(edition.value, brief, context, request, workshop);
  const pdf =
    page && wants("pdf")
      ? await makePdf(page.value, request, workshop, preflight, sealing, signal)
      : undefined;
  const html =
    page && wants("html")
      ? await makeHtml(page.value, pdf?.printed, request, workshop, preflight, signal)
      : undefined;
  const email = wants("email") ? await makeEmail(edition.value, request, workshop, preflight) : undefined;
  const text = wants("text") ? makeText(edition.value, request, workshop, preflight) : undefined;
  const made = [pdf, html, email, text].filter((format) => format !== undefined);
  return {
    audience,
    artifacts: made.flatMap(({ artifact, diagnostics }) =>
      artifact === undefined || hasError(diagnostics) ? [] : [artifact],
    ),
    diagnostics: [
      ...edition.diagnostics,
      ...(page ? lettersWithoutFont(page.value, brief, context, workshop) : []),
      ...(page ? findUnheard(page.value.body, workshop.templateSet.page.file) : []),
      ...made.flatMap(({ diagnostics }) => diagnostics),
    ],
  };
}

/** What of a page is written in a script that none of its typefaces has, each told where the brief first has it. */
function lettersWithoutFont(
  { body, edition }: Page,
  brief: Brief,
  { locate }: ReadingContext,
  { theme }: Workshop,
): Diagnostic[] {
  return missingScripts(body, edition.lang, theme.fonts).map(({ script, sample, typeface }) => {
    const field = findCharacter(brief, [...sample][0] ?? "");
    return diagnose("font-script-missing", { script, sample, ...typeface }, field && locate?.(field));
  });
}

/** Proves a file that was written before, by its bytes alone, against what the edition says now. */
export async function proveFile(
  edition: Edition,
  { format, bytes }: { readonly format: "pdf" | "html"; readonly bytes: Uint8Array },
  { name, size }: ArtifactRequest,
  workshop: Workshop,
  signal?: AbortSignal,
): Promise<readonly Diagnostic[]> {
  const preflight = openPreflight(subjectOf(edition, workshop));
  if (format === "pdf") return preflight.pdf(`${name}.pdf`, bytes);
  const html = new TextDecoder().decode(bytes);
  const views = await workshop.printer.look({ html, page: size, media: SCREENS }, signal);
  return views.ok ? [...views.diagnostics, ...preflight.html(views.value)] : views.diagnostics;
}

/** What artifacts of an edition are proved against. */
function subjectOf(edition: Edition, { templateSet, theme }: Workshop): Subject {
  return { edition, template: { name: templateSet.name, fontFamilies: theme.fontFamilies } };
}

/** An artifact with all findings on it; an error among them keeps it back. */
interface Made {
  readonly artifact: Artifact | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** What the PDF of an edition carries, and how it is sealed; nothing where that is not wanted. */
async function sealingOf(
  edition: Edition,
  brief: Brief,
  context: ReadingContext,
  { size, maxPages, imprint, hasSource = false }: ArtifactRequest,
  { templateSet, theme }: Workshop,
): Promise<Sealing> {
  const { openSealing } = await import("./seal/open-sealing.ts");
  const partials = [...templateSet.partials].flatMap(([name, { text }]) => [name, text]);
  const texts = [templateSet.page.text, ...partials, theme.pageCss, templateSet.pageCss];
  const template = { name: templateSet.name, texts };
  const paper = { page: size.name, pages: maxPages };
  return openSealing(hasSource ? { brief, context, edition, imprint, template, ...paper } : undefined);
}

/** Prints the PDF, finishes, seals, proves and signs it, while the browser looks at the page for the HTML. */
async function makePdf(
  page: Page,
  request: ArtifactRequest,
  { printer }: Workshop,
  preflight: Preflight | undefined,
  openSeal: () => Promise<Sealing>,
  signal: AbortSignal | undefined,
): Promise<Made & { readonly printed: Outcome<PrintedPdf> }> {
  const facts = factsOf(page.edition, hearingOf(page.body), request.imprint);
  // Loaded while the browser is at work.
  const finishing = import("./archival/finish-pdf.ts");
  const sealing = openSeal();
  const finish = async (printed: Uint8Array) => {
    const { finishPdf } = await finishing;
    const { attachments, close } = await sealing;
    const { bytes, content } = close(await finishPdf(printed, { ...facts, attachments }));
    const findings = preflight?.pdf(`${request.name}.pdf`, bytes, content) ?? [];
    const signed = request.sign?.(bytes, facts.date) ?? { ok: true, value: bytes, diagnostics: [] };
    return { bytes: signed.ok ? signed.value : bytes, findings: [...findings, ...signed.diagnostics] };
  };
  let begun: { readonly of: Uint8Array; readonly done: ReturnType<typeof finish> } | undefined;
  const begin = (printed: Uint8Array) => {
    begun = { of: printed, done: finish(printed) };
    // Should the browser fail after all, nobody waits for it.
    begun.done.catch(() => undefined);
    return begun;
  };
  const media = preflight && request.formats.includes("html") ? SCREENS : [];
  const printing = toPdf(page, request.name, printer, { signal, media, onPrinted: begin });
  // The browser is at work now.
  preflight?.prepare();
  const printed = await printing;
  if (!printed.ok) return { artifact: undefined, diagnostics: printed.diagnostics, printed };
  const { artifact } = printed.value;
  const { bytes, findings } = await (begun?.of === artifact.bytes ? begun : begin(artifact.bytes)).done;
  const diagnostics = [...printed.diagnostics, ...(await sealing).diagnostics, ...findings];
  return { artifact: { ...artifact, bytes }, diagnostics, printed };
}

/** Makes the HTML; where it is the page that was printed, a reader’s views of that are views of it. */
async function makeHtml(
  page: Page,
  printed: Outcome<PrintedPdf> | undefined,
  { name, size, presumedFit = null }: ArtifactRequest,
  { printer }: Workshop,
  preflight: Preflight | undefined,
  signal: AbortSignal | undefined,
): Promise<Made> {
  const artifact = toHtml(page, name, printed?.ok ? printed.value.artifact.fit : presumedFit);
  if (!preflight) return { artifact, diagnostics: [] };
  const html = new TextDecoder().decode(artifact.bytes);
  if (printed?.ok && isWhatWasPrinted(html, printed.value))
    return { artifact, diagnostics: preflight.html(printed.value.views) };
  if (printed && !printed.ok && isOfMachine(printed)) return unproved(artifact, printed);
  const views = await printer.look({ html, page: size, media: SCREENS }, signal);
  if (views.ok) return { artifact, diagnostics: [...views.diagnostics, ...preflight.html(views.value)] };
  return isOfMachine(views) && !signal?.aborted
    ? unproved(artifact, views)
    : { artifact: undefined, diagnostics: views.diagnostics };
}

const isWhatWasPrinted = (html: string, { artifact, html: printed }: PrintedPdf): boolean =>
  artifact.fit !== null && isSameDocument(html, printed, artifact.fit);

/** Makes the message; it is proved by what a reader has of it who sees no images. */
async function makeEmail(
  edition: Edition,
  { name, mailPolicy }: ArtifactRequest,
  { mailroom }: Workshop,
  preflight: Preflight | undefined,
): Promise<Made> {
  const renderer = mailroom.mail();
  const made = renderer.ok ? await toEmail(edition, name, renderer.value, mailPolicy) : renderer;
  if (!made.ok) return { artifact: undefined, diagnostics: made.diagnostics };
  const { bytes } = made.value;
  const proof = preflight?.text("email", visibleText(new TextDecoder().decode(bytes))) ?? [];
  return { artifact: made.value, diagnostics: [...made.diagnostics, ...proof] };
}

function makeText(
  edition: Edition,
  { name }: ArtifactRequest,
  { mailroom }: Workshop,
  preflight: Preflight | undefined,
): Made {
  const renderer = mailroom.text();
  const made = renderer.ok ? toText(edition, name, renderer.value) : renderer;
  if (!made.ok) return { artifact: undefined, diagnostics: made.diagnostics };
  const shown = textAsOnPage(new TextDecoder().decode(made.value.bytes), edition);
  const proof = preflight?.text("text", shown) ?? [];
  return { artifact: made.value, diagnostics: [...made.diagnostics, ...proof] };
}

/** HTML needs no browser, so that the lack of one is told and nothing more. */
function unproved(artifact: Artifact, { diagnostics: [first] }: Outcome<unknown>): Made {
  return { artifact, diagnostics: [diagnose("preflight-skipped", { reason: first?.message ?? "" })] };
}

const isOfMachine = ({ diagnostics }: Outcome<unknown>): boolean =>
  diagnostics.every(({ cause }) => cause === "environment");

async function layOut(
  edition: Edition,
  request: ArtifactRequest,
  { templateSet, theme, renderer }: Workshop,
) {
  const body = renderer.render(edition);
  if (!body.ok) return body;
  const fonts = await theme.fonts.cssFor(body.value);
  const page: Page = {
    edition,
    body: body.value,
    css: `${fonts}\n${theme.pageCss}\n${templateSet.pageCss}`,
    attributes: theme.attributes,
    typefaces: textFaceOf(theme),
    size: request.size,
    maxPages: request.maxPages,
  };
  return { ok: true as const, value: page };
}

/** The face of running text, else the first that there is. */
function textFaceOf({ values }: Theme): string | null {
  const fonts = [...values.values()].filter(({ token }) => token.type === "font");
  const text = fonts.find(({ token }) => token.type === "font" && token.role === "text");
  return (text ?? fonts[0])?.value ?? null;
}
