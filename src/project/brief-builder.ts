import path from "node:path";
import { type Imprint, PLAIN_IMPRINT } from "../archival/imprint.ts";
import { type ParsedBrief, parseBrief } from "../brief/parse-brief.ts";
import { readBriefFile } from "../brief/read-brief-file.ts";
import type { Brief } from "../brief/schema.ts";
import type { BriefSource } from "../brief/source.ts";
import { type Diagnostic, diagnose, type Place } from "../diagnostics/diagnostic.ts";
import { failure, hasError, type Outcome, success } from "../diagnostics/outcome.ts";
import { suggest } from "../diagnostics/suggest.ts";
import { loadPlotter } from "../edition/charts/plotter.ts";
import type { ReadingContext } from "../edition/compose-edition.ts";
import type { FormatName } from "../formats/artifact.ts";
import { PAGE_SIZES, type PageSize, type PdfPrinter } from "../formats/pdf-printer.ts";
import { type ArtifactRequest, type EditionResult, generateEdition, type Workshop } from "../generate.ts";
import type { ThemeValues } from "../render/theme/token.ts";
import type { SignFile } from "../signature/open-signing.ts";
import { checkClassification } from "./check-classification.ts";
import { audienceIds } from "./config.ts";
import type { Library } from "./library.ts";
import { loadAttachments } from "./load-attachments.ts";
import { loadLabels } from "./load-labels.ts";
import type { Project } from "./load-project.ts";
import { once } from "./once.ts";
import { workshopsOf } from "./open-workshop.ts";
import { slugOf } from "./slug.ts";

/** What one build asks for; what is left out, the brief and the project’s configuration decide. */
export interface BuildOrder {
  readonly formats?: readonly FormatName[];
  /** Ids of the editions wanted; all that the brief has when left out. */
  readonly audiences?: readonly string[];
  readonly template?: string;
  readonly page?: PageSize["name"];
  /** Sheets that an edition may fill. */
  readonly pages?: number;
  readonly locale?: string;
  /** Design tokens that go before those of the brief and the project. */
  readonly theme?: ThemeValues;
  /** Name of the artifacts; made from the file’s name when left out. */
  readonly slug?: string;
  /** Whether a PDF carries its source and a seal; what the project says when left out. */
  readonly source?: boolean;
  /** Whether artifacts are proved to show everything that the brief says; true when left out. */
  readonly preflight?: boolean;
}

/** What came of one brief. */
export interface BriefResult {
  readonly file: string;
  readonly slug: string;
  /** Whether every artifact that was asked for was made. */
  readonly ok: boolean;
  readonly editions: readonly EditionResult[];
  /** Every finding on the brief, its editions and its artifacts, each once. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Builds the briefs of one project, each template set and label file read once. */
export interface BriefBuilder {
  /** Reads a brief file; a relative path is seen from the builder’s folder. */
  read(file: string): Promise<Outcome<BriefSource>>;
  parse(source: BriefSource): Outcome<ParsedBrief>;
  /** Reads the brief and what it names beside itself, without building it. */
  check(source: BriefSource): Promise<Outcome<ParsedBrief>>;
  /** Reads all that the editions of a brief are made of. */
  prepare(source: BriefSource, order?: BuildOrder): Promise<Outcome<PreparedBrief>>;
  build(source: BriefSource, order?: BuildOrder, signal?: AbortSignal): Promise<BriefResult>;
}

/** A brief with all that its editions are made of. */
export interface PreparedBrief {
  readonly brief: Brief;
  readonly workshop: Workshop;
  readonly editions: readonly { readonly context: ReadingContext; readonly request: ArtifactRequest }[];
}

/** Opens a builder whose relative paths are seen from `folder`; `printer` stays the caller’s to close. */
export function openBriefBuilder(
  project: Project,
  library: Library,
  printer: PdfPrinter,
  folder = project.folder,
  imprint: Imprint = PLAIN_IMPRINT,
  openSigning?: () => Promise<Outcome<SignFile>>,
): BriefBuilder {
  const { config } = project;
  const workshopFor = workshopsOf(project, library, printer);
  const labelsFor = once((locale: string) => loadLabels(locale, library.localeFolders));
  const knownAudiences = audienceIds(config);
  const fileOf = (source: BriefSource) => path.resolve(folder, source.path);
  const read = (file: string) => readBriefFile(file, folder);
  const parse = (source: BriefSource) => checkClassification(parseBrief(source, { knownAudiences }), config);

  async function check(source: BriefSource): Promise<Outcome<ParsedBrief>> {
    const parsed = parse(source);
    if (!parsed.ok) return parsed;
    const attached = await loadAttachments(parsed.value, fileOf(source), knownAudiences);
    const diagnostics = [...parsed.diagnostics, ...attached.diagnostics];
    return hasError(diagnostics) ? failure(diagnostics) : success(parsed.value, diagnostics);
  }

  async function build(
    source: BriefSource,
    order: BuildOrder = {},
    signal?: AbortSignal,
  ): Promise<BriefResult> {
    const slug = order.slug ?? slugOf(source.path);
    const prepared = await prepare(source, order);
    const hasPdf = (order.formats ?? config.formats).includes("pdf");
    // Before anything is printed: a wrong password is told at once.
    const signing = hasPdf ? await openSigning?.() : undefined;
    const isReady = prepared.ok && signing?.ok !== false;
    const sign = signing?.ok ? signing.value : undefined;
    const editions = isReady ? await buildEditions(prepared.value, sign, signal) : [];
    const diagnostics = withoutRepeats([
      ...prepared.diagnostics,
      ...(signing?.diagnostics ?? []),
      ...editions.flatMap((edition) => edition.diagnostics),
    ]);
    return { file: source.path, slug, ok: prepared.ok && !hasError(diagnostics), editions, diagnostics };
  }

  function buildEditions(
    { brief, workshop, editions }: PreparedBrief,
    sign: SignFile | undefined,
    signal: AbortSignal | undefined,
  ): Promise<EditionResult[]> {
    return Promise.all(
      editions.map(({ context, request }) =>
        generateEdition(brief, context, { ...request, sign }, workshop, signal),
      ),
    );
  }

  async function prepare(source: BriefSource, order: BuildOrder = {}): Promise<Outcome<PreparedBrief>> {
    const slug = order.slug ?? slugOf(source.path);
    const parsed = parse(source);
    if (!parsed.ok) return parsed;
    const { brief, locate } = parsed.value;

    const locale = order.locale ?? brief.locale ?? config.locale;
    const isOfBrief = order.locale === undefined && brief.locale !== undefined;
    const wanted = chooseAudiences(brief.audiences, order.audiences, locate(["audiences"], { key: true }));
    const [foundLabels, foundWorkshop, { attachments, diagnostics: faults }, plotter] = await Promise.all([
      labelsFor(locale),
      workshopFor(order.template ?? brief.template ?? config.template, parsed.value, order.theme),
      loadAttachments(parsed.value, fileOf(source), knownAudiences),
      loadPlotter(brief),
    ]);
    const workshop =
      order.template === undefined && brief.template !== undefined
        ? placedAt(foundWorkshop, locate(["template"]))
        : foundWorkshop;
    const labels = isOfBrief ? placedAt(foundLabels, locate(["locale"])) : foundLabels;
    const before = [parsed, wanted, labels, workshop]
      .flatMap((outcome) => outcome.diagnostics)
      .concat(faults);
    if (!wanted.ok || !labels.ok || !workshop.ok || hasError(before)) return failure(before);

    const context = {
      locale,
      labels: labels.value,
      audienceLabels: audienceLabels(project, labels.value.audiences, locale),
      organisation: project.organisation,
      footer: config.brand.footer,
      classifications: new Map(Object.entries(config.brand.classifications)),
      assets: attachments.images,
      tables: attachments.tables,
      plotter,
      previous: attachments.previous,
      locate,
    };
    const request = {
      formats: order.formats ?? config.formats,
      size: PAGE_SIZES[order.page ?? config.page],
      maxPages: order.pages ?? config.pages,
      mailPolicy: config.email,
      isProved: order.preflight ?? true,
      imprint,
      hasSource: order.source ?? config.pdf.source,
    };
    const editions = wanted.value.map((audience) => ({
      context: { ...context, audience },
      request: { ...request, name: audience === "all" ? slug : `${slug}.${audience}` },
    }));
    return success({ brief, workshop: workshop.value, editions }, before);
  }

  return { read, parse, check, prepare, build };
}

/** The editions to build: `all` first, then the brief’s own, as far as they were asked for. */
function chooseAudiences(
  inBrief: readonly string[],
  asked: readonly string[] | undefined,
  where: Place,
): Outcome<string[]> {
  const has = [...new Set(["all", ...inBrief])];
  if (asked === undefined || asked.length === 0) return success(has);
  const unknown = asked.filter((audience) => !has.includes(audience));
  if (unknown.length === 0) return success(has.filter((audience) => asked.includes(audience)));
  return failure(
    unknown.map((audience) =>
      diagnose("audience-not-in-brief", { audience, has, suggestion: suggest(audience, has) }, where),
    ),
  );
}

/** The outcome with its findings at `where`, unless they have places of their own. */
function placedAt<T>(outcome: Outcome<T>, where: Place): Outcome<T> {
  return { ...outcome, diagnostics: outcome.diagnostics.map((diagnostic) => ({ where, ...diagnostic })) };
}

/** Names of the audiences in `locale`: the project’s own before the built-in ones. */
function audienceLabels(
  { config }: Project,
  builtIn: Readonly<Record<string, string>>,
  locale: string,
): ReadonlyMap<string, string> {
  const own = Object.entries(config.audiences).map(([id, { label }]): [string, string] => {
    if (typeof label === "string") return [id, label];
    return [id, label[locale] ?? label[locale.split("-")[0] ?? locale] ?? Object.values(label)[0] ?? id];
  });
  return new Map([...Object.entries(builtIn), ...own]);
}

/** Editions of one brief share most findings; each is told once. */
export function withoutRepeats(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const key = ({ code, message, where }: Diagnostic) =>
    JSON.stringify([code, message, where?.file, where?.line, where?.column]);
  return [...new Map(diagnostics.map((diagnostic) => [key(diagnostic), diagnostic])).values()];
}
