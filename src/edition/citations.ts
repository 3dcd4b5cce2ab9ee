import { findCitations } from "../brief/citation-pattern.ts";
import type { Brief } from "../brief/schema.ts";
import type { Citation, Source } from "./edition.ts";
import { fillLabel } from "./fill-label.ts";
import { formatDay } from "./format-day.ts";
import type { Labels } from "./labels.ts";
import { printable } from "./printable.ts";
import { safeHref } from "./safe-href.ts";
import { shortUrl } from "./short-url.ts";

/** The sources of an edition and the references to them. */
export interface Bibliography {
  /** Those that are cited, in the order of their numbers. */
  readonly sources: readonly Source[];
  /** The reference to a source; undefined when nothing cites it. */
  readonly cite: (id: string) => Citation | undefined;
}

/** Numbers the sources that `brief` cites, by first appearance in reading order. */
export function numberSources(brief: Brief, lang: string, labels: Labels): Bibliography {
  const byId = new Map(brief.sources.map((source) => [source.id, source]));
  const cited = [...new Set(citedInReadingOrder(brief))].flatMap((id) => byId.get(id) ?? []);
  const citations = new Map(cited.map((source, index) => [source.id, citationOf(source, index + 1, labels)]));
  return {
    sources: cited.map((source, index) => sourceEntry(source, index + 1, lang)),
    cite: (id) => citations.get(id),
  };
}

/** The one place that says in which order a page is read. */
function citedInReadingOrder({
  bottomLine,
  event,
  caveats,
  implications,
  questions,
  decision,
}: Brief): string[] {
  return [
    ...citedIn(bottomLine, event.summary),
    ...event.figures.flatMap(({ sources }) => sources),
    ...(event.chart?.sources ?? []),
    ...(event.chart?.data ?? []).flatMap(({ sources }) => sources ?? []),
    ...event.timeline.flatMap(({ text, sources }) => [...citedIn(text), ...sources]),
    ...event.quotes.flatMap(({ text, sources }) => [...citedIn(text), ...sources]),
    ...caveats.flatMap(({ claim, caveat, sources }) => [...citedIn(claim, caveat), ...sources]),
    ...implications.flatMap(({ text }) => citedIn(text)),
    ...questions.flatMap(({ question, why, answer }) => citedIn(question, why, answer)),
    ...citedIn(decision?.ask, ...(decision?.options ?? []).map(({ text }) => text), decision?.recommendation),
  ];
}

function citedIn(...texts: readonly (string | undefined)[]): string[] {
  return texts.flatMap((text) => findCitations(text ?? "").flatMap(({ ids }) => ids));
}

type BriefSource = Brief["sources"][number];

function citationOf({ title }: BriefSource, number: number, labels: Labels): Citation {
  const label = fillLabel(labels.fields.source, { number: String(number), title: printable(title) });
  return { number, anchor: anchorOf(number), label };
}

function sourceEntry(source: BriefSource, number: number, lang: string): Source {
  const { title, publisher, url, date, accessed, grade } = source;
  const href = url === undefined ? undefined : safeHref(url);
  return {
    number,
    anchor: anchorOf(number),
    title: printable(title),
    publisher: publisher === undefined ? null : printable(publisher),
    url: href ?? null,
    shortUrl: href === undefined ? null : shortUrl(href),
    date: date === undefined ? null : formatDay(date, lang),
    accessed: accessed === undefined ? null : formatDay(accessed, lang),
    grade: grade ?? null,
  };
}

const anchorOf = (number: number): string => `source-${number}`;
