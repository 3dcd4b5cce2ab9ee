/** The kinds of changes, in groups; a kind, once released, never changes its meaning. */
export type ChangeKind =
  | "caveat-added"
  | "caveat-removed"
  | "caveat-reworded"
  | "claim-reworded"
  | "figure-moved"
  | "figure-added"
  | "figure-removed"
  | "figure-relabelled"
  | "chart-added"
  | "chart-removed"
  | "chart-changed"
  | "confidence-changed"
  | "likelihood-changed"
  | "question-answered"
  | "answer-changed"
  | "answer-withdrawn"
  | "question-added"
  | "question-removed"
  | "question-reworded"
  | "question-owner-changed"
  | "question-due-changed"
  | "decision-added"
  | "decision-removed"
  | "ask-changed"
  | "options-changed"
  | "recommendation-changed"
  | "decider-changed"
  | "decision-due-changed"
  | "title-changed"
  | "bottom-line-changed"
  | "summary-changed"
  | "timeline-added"
  | "timeline-removed"
  | "timeline-changed"
  | "quote-added"
  | "quote-removed"
  | "implication-added"
  | "implication-removed"
  | "implication-reworded"
  | "classification-changed"
  | "source-added"
  | "source-removed"
  | "source-changed";

/** One difference between two editions of a brief, in the author’s words without markup and citations. */
export interface Change {
  readonly kind: ChangeKind;
  /** What it is about: the label of a figure, the claim of a caveat, the wording of a question. */
  readonly subject: string;
  /** What stood there before; null where there was nothing. */
  readonly before: string | null;
  /** What stands there now; null where there is nothing. */
  readonly after: string | null;
  /** For numbers that can be compared. */
  readonly movement?: Movement;
}

/** How far a number moved. */
export interface Movement {
  readonly direction: "up" | "down";
  /** The distance, never negative, in `unit`; scales such as million are multiplied out. */
  readonly difference: number;
  /** ISO code of a currency, name of a unit, `%` for percentage points; empty for a count. */
  readonly unit: string;
  /** The distance in per cent of the earlier number; null for percentages and from zero. */
  readonly percent: number | null;
}
