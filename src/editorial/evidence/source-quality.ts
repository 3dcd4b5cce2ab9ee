import type { Path } from "../../brief/document-positions.ts";
import type { Brief } from "../../brief/schema.ts";
import { type Finding, finding } from "../finding.ts";
import type { Passage } from "../passages.ts";

type Source = Brief["sources"][number];

/** Sources that are old or undated at the date of the brief, and weak ones that no caveat speaks of. */
export function sourceQuality(
  brief: Brief,
  passages: readonly Passage[],
  sourceMaxAgeMonths: number,
): Finding[] {
  return [
    ...brief.sources.flatMap((source, index) => ageOf(source, index, brief.date, sourceMaxAgeMonths)),
    ...weakSources(brief, passages),
  ];
}

function ageOf(source: Source, index: number, briefDate: string, maxMonths: number): Finding[] {
  const { id } = source;
  const field = source.accessed === undefined ? "date" : "accessed";
  const day = source[field];
  if (day === undefined) return [finding("source-undated", { id }, ["sources", index, "id"])];
  const months = monthsBetween(day, briefDate);
  if (months <= maxMonths) return [];
  return [finding("source-stale", { id, months, maxMonths, field }, ["sources", index, field])];
}

/** Full months from one day (YYYY-MM-DD) to a later one. */
function monthsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split("-").map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split("-").map(Number);
  return (toYear - fromYear) * 12 + toMonth - fromMonth - (toDay < fromDay ? 1 : 0);
}

/** What matters most rests on weak sources alone, and no caveat cites one of them. */
function weakSources(brief: Brief, passages: readonly Passage[]): Finding[] {
  const gradeOf = new Map(brief.sources.map(({ id, grade }) => [id, grade ?? ""]));
  const warned = new Set(brief.caveats.flatMap(({ sources }) => sources));
  const reported = new Set<string>();
  return restingOn(brief, passages).flatMap(({ sources, path }) => {
    const isAllWeak = sources.every((id) => isWeak(gradeOf.get(id) ?? ""));
    const [id] = sources;
    if (id === undefined || !isAllWeak || sources.some((each) => warned.has(each)) || reported.has(id))
      return [];
    reported.add(id);
    return [finding("weak-source-without-caveat", { id, grade: gradeOf.get(id) ?? "" }, path)];
  });
}

/**
 * Doubtful or not to be judged (credibility 4 to 6, reliability E or F), or only possibly true and from a source that is
 * not usually reliable (C3, D3). What is probably true by other accounts (1, 2) may come from a doubtful source.
 */
const isWeak = (grade: string): boolean => /^(?:.[456]|[EF].|[CD]3)$/.test(grade);

/** A label that says by itself how uncertain its number is. */
const WARNS =
  /(?<!\p{L})(?:estimate[ds]?|unconfirmed|alleged(?:ly)?|reported(?:ly)?|claimed|modelled|modeled)(?!\p{L})/iu;

function restingOn(brief: Brief, passages: readonly Passage[]): { sources: readonly string[]; path: Path }[] {
  const { figures, chart } = brief.event;
  return [
    ...passages
      .filter(({ kind }) => kind === "bottom-line")
      .flatMap(({ sentences, path }) => sentences.map(({ citations }) => ({ sources: citations, path }))),
    ...figures.flatMap(({ sources, label }, index) =>
      WARNS.test(label) ? [] : [{ sources, path: ["event", "figures", index] }],
    ),
    ...(chart?.sources === undefined ? [] : [{ sources: chart.sources, path: ["event", "chart"] }]),
    ...(chart?.data ?? []).flatMap(({ sources = [] }, index) => [
      { sources, path: ["event", "chart", "data", index] },
    ]),
  ];
}
