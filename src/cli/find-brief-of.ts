import path from "node:path";
import {
  diagnose,
  discoverBriefs,
  type Execbrief,
  type Outcome,
  type PreflightOrder,
  slugOf,
} from "../index.ts";

/** A file that was built from a brief. */
export interface ArtifactOfBrief {
  /** The brief file, as a person would type it. */
  readonly brief: string;
  /** Which of the brief’s files it is, and where. */
  readonly order: Pick<PreflightOrder, "folder" | "slug" | "audiences" | "formats">;
}

/**
 * Finds the brief that a PDF or HTML file was built from: `named`, or the brief of the project that bears the file’s name.
 * The name says the audience too: `weekly.c-level.pdf`.
 */
export async function findBriefOf(
  artifact: string,
  named: string | undefined,
  { project, ...execbrief }: Execbrief,
  folder: string,
): Promise<Outcome<ArtifactOfBrief>> {
  const format = /\.pdf$/i.test(artifact) ? "pdf" : "html";
  const base = path.basename(artifact).replace(/\.(?:pdf|html)$/i, "");
  const place = { folder: path.dirname(artifact), formats: [format] as const };
  const dot = base.lastIndexOf(".");
  const [stem, ending] = dot > 0 ? [base.slice(0, dot), base.slice(dot + 1)] : [base, ""];

  if (named !== undefined) {
    const source = await execbrief.read(named);
    if (!source.ok) return source;
    const parsed = execbrief.parse(source.value);
    if (!parsed.ok) return parsed;
    const isEnding = parsed.value.brief.audiences.includes(ending);
    const order = isEnding ? { slug: stem, audiences: [ending] } : { slug: base, audiences: ["all"] };
    return { ok: true, value: { brief: named, order: { ...place, ...order } }, diagnostics: [] };
  }
  const briefs = path.relative(folder, path.resolve(project.folder, project.config.briefs)) || ".";
  const { files } = await discoverBriefs([briefs], folder);
  for (const [slug, audience] of [
    [base, "all"],
    [stem, ending],
  ] as const) {
    const brief = files.find((file) => slugOf(file) === slug);
    if (brief !== undefined) {
      return {
        ok: true,
        value: { brief, order: { ...place, slug, audiences: [audience] } },
        diagnostics: [],
      };
    }
  }
  return { ok: false, diagnostics: [diagnose("artifact-without-brief", { path: artifact, briefs })] };
}
