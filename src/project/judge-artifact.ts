import { readFile } from "node:fs/promises";
import path from "node:path";
import { type Breach, judgePdf, readClaims, type Standard } from "../conformance/index.ts";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";

/** What standards say of one PDF. */
export interface JudgedArtifact {
  /** Path of the file. */
  readonly path: string;
  /** The standards that it was judged by. */
  readonly standards: readonly Standard[];
  /** Every breach at every place. */
  readonly breaches: readonly Breach[];
  /** One finding a rule. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Judges a PDF file, ours or anybody’s, by `standards`, or by those that it says it meets. */
export async function judgeArtifact(file: string, standards?: readonly Standard[]): Promise<JudgedArtifact> {
  const bytes = await readFile(file).catch(() => undefined);
  const judged = { path: file, standards: [], breaches: [] };
  if (bytes === undefined) return { ...judged, diagnostics: [diagnose("artifact-missing", { path: file })] };
  return judgeBytes(file, bytes, standards);
}

/** Judges the bytes of a PDF that was read before; `file` is its path. */
export function judgeBytes(file: string, bytes: Uint8Array, standards?: readonly Standard[]): JudgedArtifact {
  const name = path.basename(file);
  const claims = readClaims(bytes);
  const judged = { path: file, standards: standards ?? claims.standards, breaches: [] };
  if (claims.problem !== undefined)
    return { ...judged, diagnostics: [diagnose("artifact-unreadable", { name, problem: claims.problem })] };
  if (judged.standards.length === 0)
    return { ...judged, diagnostics: [diagnose("pdf-claims-nothing", { file: name })] };
  const breaches = judgePdf(bytes, judged.standards);
  return { ...judged, breaches, diagnostics: findingsOn(name, breaches) };
}

/** One finding for each question that is answered with no, though two standards may ask it. */
function findingsOn(file: string, breaches: readonly Breach[]): readonly Diagnostic[] {
  return [...byQuestion(breaches).values()].flatMap((alike) => {
    const [first] = alike;
    if (first === undefined) return [];
    const rules = [...new Set(alike.map(({ rule }) => rule))];
    const clauses = [...new Set(alike.map(({ clause }) => clause))];
    const more = alike.filter(({ rule }) => rule === first.rule).length - 1;
    const { asks, what, mend, standard, isAdvice } = first;
    const code = isAdvice
      ? "pdf-not-as-advised"
      : standard === "pdfua-1"
        ? "pdf-not-accessible"
        : "pdf-not-archival";
    return [diagnose(code, { file, rules, clauses, asks, what, mend, more, place: placeOf(first) })];
  });
}

function byQuestion(breaches: readonly Breach[]): ReadonlyMap<string, readonly Breach[]> {
  const questions = new Map<string, Breach[]>();
  for (const breach of breaches) {
    const alike = questions.get(breach.asks);
    if (alike === undefined) questions.set(breach.asks, [breach]);
    else alike.push(breach);
  }
  return questions;
}

function placeOf({ where: { page, element, object } }: Breach): string {
  const parts = [
    page === undefined ? "" : `page ${page}`,
    element ?? "",
    object === undefined || object === 0 ? "" : `object ${object}`,
  ];
  return parts.filter((part) => part !== "").join(", ");
}
