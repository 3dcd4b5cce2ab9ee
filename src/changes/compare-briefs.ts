import type { Brief } from "../brief/schema.ts";
import type { Change } from "./change.ts";
import { compareCaveats } from "./compare-caveats.ts";
import { compareChart } from "./compare-chart.ts";
import { compareDecision } from "./compare-decision.ts";
import { compareFigures } from "./compare-figures.ts";
import { compareQuestions } from "./compare-questions.ts";
import { compareSources } from "./compare-sources.ts";
import { compareTexts } from "./compare-texts.ts";

/**
 * What changed from one edition of a brief to the next, the most important first: caveats, figures, confidence, questions,
 * the decision, texts, sources. Things are matched by what they say, not by their place in the list.
 */
export function compareBriefs(before: Brief, after: Brief, defaultLocale = "en"): Change[] {
  const locale = after.locale ?? before.locale ?? defaultLocale;
  const changes = [
    ...compareCaveats(before.caveats, after.caveats),
    ...compareFigures(before.event.figures, after.event.figures, locale),
    ...compareChart(before.event.chart, after.event.chart, locale),
    ...compareQuestions(before.questions, after.questions),
    ...compareDecision(before.decision, after.decision),
    ...compareTexts(before, after),
    ...compareSources(before.sources, after.sources),
  ];
  return changes.sort((a, b) => rankOf(a) - rankOf(b));
}

/** A new warning changes how everything else is read; a moved number comes next, and bookkeeping last. */
const ORDER: readonly Change["kind"][] = [
  "caveat-added",
  "caveat-removed",
  "caveat-reworded",
  "claim-reworded",
  "figure-moved",
  "figure-added",
  "figure-removed",
  "chart-changed",
  "chart-added",
  "chart-removed",
  "figure-relabelled",
  "confidence-changed",
  "likelihood-changed",
  "question-answered",
  "answer-changed",
  "answer-withdrawn",
  "question-added",
  "question-reworded",
  "question-removed",
  "question-owner-changed",
  "question-due-changed",
  "decision-added",
  "decision-removed",
  "ask-changed",
  "recommendation-changed",
  "options-changed",
  "decider-changed",
  "decision-due-changed",
  "timeline-added",
  "bottom-line-changed",
  "title-changed",
  "timeline-changed",
  "timeline-removed",
  "summary-changed",
  "implication-added",
  "implication-reworded",
  "implication-removed",
  "quote-added",
  "quote-removed",
  "classification-changed",
  "source-added",
  "source-changed",
  "source-removed",
];

const rankOf = ({ kind }: Change): number => ORDER.indexOf(kind);
