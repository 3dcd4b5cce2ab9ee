import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Brief } from "../brief/schema.ts";
import type { BriefSource } from "../brief/source.ts";
import type { Breach, Standard } from "../conformance/index.ts";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { hasError } from "../diagnostics/outcome.ts";
import { composeEdition, type ReadingContext } from "../edition/compose-edition.ts";
import { type ArtifactRequest, proveFile, type Workshop } from "../generate.ts";
import type { BriefBuilder, BuildOrder } from "./brief-builder.ts";
import { judgeBytes } from "./judge-artifact.ts";
import { slugOf } from "./slug.ts";

/** Which artifacts of a brief are proved; what is left out is as it would be built. */
export interface PreflightOrder extends Omit<BuildOrder, "preflight"> {
  /** The folder in which the brief’s own folder of artifacts stands. */
  readonly out: string;
  /** The folder of the artifacts themselves, wherever that is; `out` does not count then. */
  readonly folder?: string;
  /** The standards that PDFs are judged by; those that they say they meet when left out. */
  readonly standards?: readonly Standard[];
}

/** What was proved of one brief. */
export interface PreflightResult {
  readonly file: string;
  readonly slug: string;
  /** Whether every artifact is there and shows everything that the brief says. */
  readonly ok: boolean;
  readonly artifacts: readonly ProvedArtifact[];
  /** Every finding, each once. */
  readonly diagnostics: readonly Diagnostic[];
}

/** One file and what is wrong with it. */
export interface ProvedArtifact {
  /** Path of the file. */
  readonly path: string;
  readonly audience: string;
  readonly format: ProvedFormat;
  readonly diagnostics: readonly Diagnostic[];
  /** By which standards a PDF was judged, and where it is not as they ask. */
  readonly standards?: readonly Standard[];
  readonly breaches?: readonly Breach[];
}

/** The formats that are proved from their files alone. */
const PROVED_FORMATS = ["pdf", "html"] as const;
type ProvedFormat = (typeof PROVED_FORMATS)[number];

/** Proves the written artifacts of a brief against what the brief says now. */
export async function preflightArtifacts(
  builder: BriefBuilder,
  source: BriefSource,
  { out, folder, standards, ...order }: PreflightOrder,
  signal?: AbortSignal,
): Promise<PreflightResult> {
  const slug = order.slug ?? slugOf(source.path);
  const place = folder ?? path.join(out, slug);
  const prepared = await builder.prepare(source, order);
  if (!prepared.ok) {
    return { file: source.path, slug, ok: false, artifacts: [], diagnostics: prepared.diagnostics };
  }
  const { brief, workshop, editions } = prepared.value;
  const proved = await Promise.all(
    editions.flatMap(({ context, request }) =>
      PROVED_FORMATS.filter((format) => request.formats.includes(format)).map((format) =>
        proveArtifact({ brief, context, request, workshop, standards, signal }, format, place),
      ),
    ),
  );
  const diagnostics = [...prepared.diagnostics, ...proved.flatMap((artifact) => artifact.diagnostics)];
  return { file: source.path, slug, ok: !hasError(diagnostics), artifacts: proved, diagnostics };
}

interface Proving {
  readonly brief: Brief;
  readonly context: ReadingContext;
  readonly request: ArtifactRequest;
  readonly workshop: Workshop;
  readonly standards: readonly Standard[] | undefined;
  readonly signal: AbortSignal | undefined;
}

async function proveArtifact(
  { brief, context, request, workshop, standards, signal }: Proving,
  format: ProvedFormat,
  folder: string,
): Promise<ProvedArtifact> {
  const file = path.join(folder, `${request.name}.${format}`);
  const proved = { path: file, audience: context.audience, format };
  const edition = composeEdition(brief, context);
  if (!edition.ok) return { ...proved, diagnostics: edition.diagnostics };
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes === undefined) return { ...proved, diagnostics: [diagnose("artifact-missing", { path: file })] };
  const diagnostics = await proveFile(edition.value, { format, bytes }, request, workshop, signal);
  if (format === "html") return { ...proved, diagnostics };
  const judged = judgeBytes(file, bytes, standards);
  // A file that cannot be read is told of once.
  const others = judged.diagnostics.filter(({ code }) => code !== "artifact-unreadable");
  const { breaches } = judged;
  return { ...proved, standards: judged.standards, breaches, diagnostics: [...diagnostics, ...others] };
}
