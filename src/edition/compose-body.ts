import { type Brief, CONFIDENCES, LIKELIHOODS } from "../brief/schema.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { composeChart, composeTrend } from "./charts/compose-chart.ts";
import type { Field, ReadingContext } from "./compose-edition.ts";
import type { CaveatMark, Citation, Day, Decision, Edition, RichText } from "./edition.ts";
import { fillLabel } from "./fill-label.ts";
import { formatDay } from "./format-day.ts";
import { grade } from "./grade.ts";
import { labelAudience } from "./label-audience.ts";
import type { Labels } from "./labels.ts";
import { blockMarkdown, lineMarkdown, type ProseContext } from "./markdown.ts";
import { printable } from "./printable.ts";

/** The parts of an edition that its reader reads, from the bottom line to the decision. */
export type Body = Pick<
  Edition,
  | "bottomLine"
  | "summary"
  | "figures"
  | "chart"
  | "timeline"
  | "quotes"
  | "caveats"
  | "implications"
  | "questions"
  | "decision"
>;

/** What the parts are made with. */
export interface Desk {
  /** The brief as written; the one that is composed may be a selection from it. */
  readonly brief: Brief;
  readonly context: ReadingContext;
  readonly lang: string;
  readonly cite: (id: string) => Citation | undefined;
}

/** Composes the parts of `selected`, in reading order. */
export function composeBody(selected: Brief, desk: Desk): { body: Body; warnings: readonly Diagnostic[] } {
  const { context, lang } = desk;
  const { event, decision } = selected;
  const write = proseWriter(desk);
  const citations = (ids: readonly string[]) => ids.flatMap((id) => desk.cite(id) ?? []);
  const markOf = caveatMarks(selected, context.labels);
  const day = (iso: string | undefined) => (iso === undefined ? null : formatDay(iso, lang));

  const body: Body = {
    bottomLine: write.line(selected.bottomLine, ["bottomLine"]),
    summary: write.blocks(event.summary, ["event", "summary"]),
    figures: event.figures.map(({ value, label, trend, caveat, sources }) => ({
      value: printable(value),
      label: printable(label),
      trend: trend === undefined ? null : composeTrend(trend, { ...context, lang }),
      caveat: markOf(caveat),
      citations: citations(sources),
    })),
    chart:
      event.chart === undefined
        ? null
        : {
            ...composeChart(event.chart, { ...context, lang }),
            caveat: markOf(event.chart.caveat),
            citations: citations(sourcesOfChart(event.chart)),
          },
    timeline: event.timeline.map(({ date, text, sources }, index) => ({
      date: formatDay(date, lang),
      text: write.line(text, ["event", "timeline", index, "text"]),
      citations: citations(sources),
    })),
    quotes: event.quotes.map(({ text, by, role, sources }, index) => ({
      text: write.line(text, ["event", "quotes", index, "text"]),
      by: printable(by),
      role: plain(role),
      citations: citations(sources),
    })),
    caveats: selected.caveats.map(({ claim, caveat, confidence, likelihood, sources }, index) => ({
      number: index + 1,
      label: caveatLabel(index, context.labels),
      anchor: caveatAnchor(index),
      claim: write.line(claim, ["caveats", index, "claim"]),
      caveat: write.line(caveat, ["caveats", index, "caveat"]),
      confidence: grade(confidence, CONFIDENCES, context.labels.confidence.levels),
      likelihood:
        likelihood === undefined ? null : grade(likelihood, LIKELIHOODS, context.labels.likelihood.levels),
      citations: citations(sources),
    })),
    implications: selected.implications.map((implication) => ({
      audience: labelAudience(implication.audience, context),
      text: write.line(implication.text, [
        "implications",
        desk.brief.implications.indexOf(implication),
        "text",
      ]),
    })),
    questions: selected.questions.map((question, index) => {
      const field = ["questions", desk.brief.questions.indexOf(question)];
      return {
        number: index + 1,
        question: write.line(question.question, [...field, "question"]),
        why: write.lineOrNull(question.why, [...field, "why"]),
        audiences: (question.audiences ?? []).map((id) => labelAudience(id, context)),
        owner: plain(question.owner),
        by: day(question.by),
        answer: write.lineOrNull(question.answer, [...field, "answer"]),
      };
    }),
    decision: decision === undefined ? null : composeDecision(decision, write, day(decision.by)),
  };
  return { body, warnings: write.warnings };
}

/** Every text of the body that a reader reads, as plain text. */
export function textsOf({ decision, ...body }: Body): string[] {
  return [
    body.bottomLine.text,
    body.summary.text,
    ...body.figures.flatMap(({ value, label }) => [value, label]),
    body.chart?.title ?? "",
    ...body.timeline.map(({ text }) => text.text),
    ...body.quotes.flatMap(({ text, by }) => [text.text, by]),
    ...body.caveats.flatMap(({ claim, caveat }) => [claim.text, caveat.text]),
    ...body.implications.map(({ text }) => text.text),
    ...body.questions.flatMap(({ question, why, owner, answer }) => [
      question.text,
      why?.text ?? "",
      owner ?? "",
      answer?.text ?? "",
    ]),
    decision?.ask.text ?? "",
    ...(decision?.options ?? []).flatMap(({ label, text }) => [label, text.text]),
    decision?.recommendation?.text ?? "",
  ];
}

/** The marks by which numbers point to their caveats. */
function caveatMarks({ caveats }: Brief, labels: Labels): (id: string | undefined) => CaveatMark | null {
  return (id) => {
    const index = id === undefined ? -1 : caveats.findIndex((caveat) => caveat.id === id);
    if (index === -1) return null;
    return { number: index + 1, anchor: caveatAnchor(index), label: caveatLabel(index, labels) };
  };
}

const caveatLabel = (index: number, labels: Labels): string =>
  fillLabel(labels.fields.caveatMark, { number: String(index + 1) });

/** The sources of the chart as a whole and of its points, each once. */
function sourcesOfChart({ sources = [], data = [] }: NonNullable<Brief["event"]["chart"]>): string[] {
  return [...new Set([...sources, ...data.flatMap((point) => point.sources ?? [])])];
}

const caveatAnchor = (index: number): string => `caveat-${index + 1}`;

interface ProseWriter {
  readonly line: (markdown: string, field: Field) => RichText;
  readonly lineOrNull: (markdown: string | undefined, field: Field) => RichText | null;
  readonly blocks: (markdown: string, field: Field) => RichText;
  /** What was shown otherwise than written so far. */
  readonly warnings: readonly Diagnostic[];
}

function proseWriter({ context, cite }: Desk): ProseWriter {
  const warnings: Diagnostic[] = [];
  const write = (render: typeof lineMarkdown, markdown: string, field: Field): RichText => {
    const prose: ProseContext = { cite, assets: context.assets, where: context.locate?.(field) };
    const rendered = render(markdown, prose);
    warnings.push(...rendered.warnings);
    return rendered.richText;
  };
  const line = (markdown: string, field: Field) => write(lineMarkdown, markdown, field);
  return {
    line,
    lineOrNull: (markdown, field) => (markdown === undefined ? null : line(markdown, field)),
    blocks: (markdown, field) => write(blockMarkdown, markdown, field),
    warnings,
  };
}

function composeDecision(
  { ask, options, recommendation, owner }: NonNullable<Brief["decision"]>,
  write: ProseWriter,
  by: Day | null,
): Decision {
  return {
    ask: write.line(ask, ["decision", "ask"]),
    options: (options ?? []).map(({ label, text }, index) => ({
      label: printable(label),
      text: write.line(text, ["decision", "options", index, "text"]),
    })),
    recommendation: write.lineOrNull(recommendation, ["decision", "recommendation"]),
    owner: plain(owner),
    by,
  };
}

function plain(text: string | undefined): string | null {
  return text === undefined ? null : printable(text);
}
