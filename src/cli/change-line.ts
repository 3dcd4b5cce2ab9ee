import { visibleText } from "../diagnostics/visible-text.ts";
import type { Change, Movement } from "../index.ts";
import type { Screen } from "./terminal.ts";

/** One change as a sentence, with the old and the new words under it where a sentence cannot hold them. */
export function changeLine(change: Change, { colors }: Pick<Screen, "colors">): string {
  const { green, red, yellow, dim } = colors;
  const marks = { "+": green("+"), "−": red("−"), "~": yellow("~"), "✓": green("✓") };
  const { mark, sentence, detail = [] } = SENTENCES[change.kind](safe(change));
  const lines = detail.map(([label, text]) => `      ${dim(label)} ${text}`);
  return [`  ${marks[mark]} ${sentence}`, ...lines].join("\n");
}

interface Line {
  readonly mark: "+" | "−" | "~" | "✓";
  readonly sentence: string;
  readonly detail?: readonly (readonly [label: string, text: string])[];
}

/** A change whose texts cannot act on a terminal; what is not there is empty. */
interface Told {
  readonly subject: string;
  readonly before: string;
  readonly after: string;
  readonly movement: Movement | undefined;
}

const safe = ({ subject, before, after, movement }: Change): Told => ({
  subject: visibleText(subject),
  before: visibleText(before ?? ""),
  after: visibleText(after ?? ""),
  movement,
});

const wasAndIs = ({ before, after }: Told): Line["detail"] => [
  ["was", before],
  ["now", after],
];
const added = (sentence: string, text?: string): Line => ({
  mark: "+",
  sentence,
  ...(text ? { detail: [[" ", text]] } : {}),
});
const removed = (sentence: string): Line => ({ mark: "−", sentence });
const changed = (sentence: string, detail: Line["detail"] = []): Line => ({ mark: "~", sentence, detail });

const SENTENCES: Readonly<Record<Change["kind"], (told: Told) => Line>> = {
  "caveat-added": ({ subject, after }) => added(`New caveat on “${subject}”`, after),
  "caveat-removed": ({ subject }) => removed(`No caveat any more on “${subject}”`),
  "caveat-reworded": (told) => changed(`Reworded on “${told.subject}”`, wasAndIs(told)),
  "claim-reworded": (told) => changed("The claim was reworded", wasAndIs(told)),
  "figure-moved": ({ subject, before, after, movement }) =>
    changed(`${subject}: ${before} → ${after}${inWords(movement)}`),
  "figure-added": ({ subject, after }) => added(`New: ${subject}, ${after}`),
  "figure-removed": ({ subject, before }) => removed(`No longer shown: ${subject}, ${before}`),
  "figure-relabelled": (told) => changed("The same number under another label", wasAndIs(told)),
  "chart-added": ({ subject }) => added(`New chart: ${subject}`),
  "chart-removed": ({ subject }) => removed(`No longer shown: the chart “${subject}”`),
  "chart-changed": (told) => changed(`The numbers of the chart “${told.subject}”`, wasAndIs(told)),
  "confidence-changed": ({ subject, before, after }) =>
    changed(`Confidence ${before} → ${after}: “${subject}”`),
  "likelihood-changed": ({ subject, before, after }) =>
    changed(`Likelihood ${level(before)} → ${level(after)}: “${subject}”`),
  "question-answered": ({ subject, after }) => ({ ...added(`Answered: ${subject}`, after), mark: "✓" }),
  "answer-changed": (told) => changed(`Answered anew: ${told.subject}`, wasAndIs(told)),
  "answer-withdrawn": ({ subject }) => removed(`No longer answered: ${subject}`),
  "question-added": ({ subject }) => added(`New: ${subject}`),
  "question-removed": ({ subject }) => removed(`No longer asked: ${subject}`),
  "question-reworded": (told) => changed("Reworded", wasAndIs(told)),
  "question-owner-changed": ({ subject, before, after }) =>
    changed(`Who answers, ${orNobody(before)} → ${orNobody(after)}: ${subject}`),
  "question-due-changed": ({ subject, before, after }) =>
    changed(`Due, ${orNoDate(before)} → ${orNoDate(after)}: ${subject}`),
  "decision-added": ({ subject }) => added(`New: ${subject}`),
  "decision-removed": ({ subject }) => removed(`No longer to be decided: ${subject}`),
  "ask-changed": (told) => changed("What is asked was reworded", wasAndIs(told)),
  "options-changed": (told) => changed("The options changed", wasAndIs(told)),
  "recommendation-changed": (told) => changed("The recommendation changed", wasAndIs(told)),
  "decider-changed": ({ before, after }) => changed(`Who decides: ${orNobody(before)} → ${orNobody(after)}`),
  "decision-due-changed": ({ before, after }) => changed(`Due: ${orNoDate(before)} → ${orNoDate(after)}`),
  "title-changed": (told) => changed("The title was rewritten", wasAndIs(told)),
  "bottom-line-changed": (told) => changed("The bottom line was rewritten", wasAndIs(told)),
  "summary-changed": () => changed("The summary was rewritten"),
  "timeline-added": ({ after }) => added(`New in the timeline, ${after}`),
  "timeline-removed": ({ before }) => removed(`No longer in the timeline, ${before}`),
  "timeline-changed": (told) => changed("A step of the timeline was rewritten", wasAndIs(told)),
  "quote-added": ({ subject, after }) => added(`${subject} is quoted: “${after}”`),
  "quote-removed": ({ subject, before }) => removed(`${subject} is no longer quoted: “${before}”`),
  "implication-added": ({ subject, after }) => added(`New for ${subject}: ${after}`),
  "implication-removed": ({ subject, before }) => removed(`No longer said to ${subject}: ${before}`),
  "implication-reworded": (told) => changed(`Reworded for ${told.subject}`, wasAndIs(told)),
  "classification-changed": ({ before, after }) =>
    changed(`Classification: ${before || "none"} → ${after || "none"}`),
  "source-added": ({ after }) => added(after),
  "source-removed": ({ before }) => removed(before),
  "source-changed": (told) => changed("Described otherwise", wasAndIs(told)),
};

/** ` (up 0.8%)`, ` (down 5 points)`; nothing where the two cannot be compared. */
function inWords(movement: Movement | undefined): string {
  if (movement === undefined) return "";
  const { direction, difference, unit, percent } = movement;
  if (unit === "%") return ` (${direction} ${difference} ${difference === 1 ? "point" : "points"})`;
  if (percent === null) return ` (${direction})`;
  return ` (${direction} ${percent < 1 ? Number(percent.toPrecision(1)) : Math.round(percent)}%)`;
}

const level = (likelihood: string): string => likelihood.replaceAll("-", " ") || "not stated";
const orNobody = (owner: string): string => owner || "nobody";
const orNoDate = (day: string): string => day || "no date";
