import type { Day, Edition, Figure, RichText } from "../edition/edition.ts";
import { dense } from "./dense-text.ts";
import { plainBlocks, plainContent } from "./plain-content.ts";
import { linksOf, type PromisedLink, type PromisedReference, referencesOf } from "./promised-links.ts";

/** Codes of findings that a promised text is not there. */
export type MissingCode =
  | "title-missing"
  | "masthead-missing"
  | "bottom-line-missing"
  | "summary-missing"
  | "figure-missing"
  | "chart-missing"
  | "timeline-missing"
  | "quote-missing"
  | "claim-missing"
  | "caveat-missing"
  | "grade-missing"
  | "implication-missing"
  | "question-missing"
  | "decision-missing"
  | "change-missing"
  | "source-missing";

/** Everything that an edition’s artifacts must show. */
export interface Promises {
  /** Short texts that may stand anywhere. */
  readonly loose: readonly PromisedText[];
  /** Items of one kind each, in the order in which they are read. */
  readonly lists: readonly (readonly PromisedItem[])[];
  readonly links: readonly PromisedLink[];
  /** Fragments on the page that must be linked to, and how often. */
  readonly references: readonly PromisedReference[];
}

/** One item: the text that it is known by, and what must stand beside that text. */
export interface PromisedItem {
  readonly anchor: PromisedText;
  readonly parts: readonly PromisedText[];
}

/** A text that must be seen. */
export interface PromisedText {
  readonly code: MissingCode;
  /** What part of its item it is: the items of a list have their parts on the same side. */
  readonly kind: string;
  /** In words: “the owner of question 2”. */
  readonly name: string;
  /** The text as it is printed; any one of them, where there are several ways. */
  readonly texts: readonly string[];
  /** The same texts, dense. */
  readonly wanted: readonly string[];
  /** Whether it is a value that must survive letter for letter, sign and all. */
  readonly isExact: boolean;
  /** Sources and labels may be set smaller than what a reader must read. */
  readonly isFine: boolean;
}

/** Lists everything that the artifacts of `edition` must show, from its own text and not from any template. */
export function promisesOf(edition: Edition): Promises {
  return {
    loose: mastheadOf(edition),
    lists: [
      [promise("title-missing", "the title", [edition.title])],
      [promise("bottom-line-missing", "the bottom line", [plainContent(edition.bottomLine.html)])],
      summaryOf(edition),
      edition.figures.map(figureItem),
      chartOf(edition),
      timelineOf(edition),
      quotesOf(edition),
      caveatsOf(edition),
      edition.implications.map(({ text }, index) =>
        promise("implication-missing", `implication ${index + 1}`, [plainContent(text.html)]),
      ),
      questionsOf(edition),
      decisionOf(edition),
      (edition.changes?.items ?? []).map(({ text }, index) =>
        promise("change-missing", `change ${index + 1}`, [text]),
      ),
      sourcesOf(edition),
    ]
      .map((items) => items.filter(({ anchor }) => anchor.wanted[0] !== ""))
      .filter((items) => items.length > 0),
    links: linksOf(edition),
    references: referencesOf(edition),
  };
}

function promise(
  code: MissingCode,
  name: string,
  texts: readonly string[],
  parts: readonly PromisedText[] = [],
  isFine = false,
): PromisedItem {
  return { anchor: textPromise(code, "anchor", name, texts, { isFine }), parts };
}

function textPromise(
  code: MissingCode,
  kind: string,
  name: string,
  texts: readonly string[],
  { isFine = false, isExact = false } = {},
): PromisedText {
  return { code, kind, name, texts, wanted: texts.map(dense), isExact, isFine };
}

/** A part that not every item has. */
function part(
  code: MissingCode,
  kind: string,
  name: string,
  texts: readonly string[] | string | null,
  options: { isFine?: boolean; isExact?: boolean } = {},
): PromisedText[] {
  const printed = typeof texts === "string" ? [texts] : (texts ?? []);
  return printed.length === 0 ? [] : [textPromise(code, kind, name, printed, options)];
}

const FINE = { isFine: true };

/** A day may be printed in any of its forms. */
const formsOf = (day: Day | null): string[] | null => (day === null ? null : [day.short, day.long, day.iso]);

const mastheadOf = ({ date, author, classification }: Edition): PromisedText[] => [
  ...part("masthead-missing", "date", "the date", formsOf(date), FINE),
  ...part("masthead-missing", "author", "the author", author?.name ?? null, FINE),
  ...part("masthead-missing", "classification", "the classification", classification, FINE),
];

const summaryOf = ({ summary }: Edition): PromisedItem[] =>
  plainBlocks(summary.html).map((text, index) =>
    promise("summary-missing", `paragraph ${index + 1} of the summary`, [text]),
  );

function figureItem({ value, label, trend }: Figure, index: number): PromisedItem {
  const name = `figure ${index + 1}`;
  return promise(
    "figure-missing",
    `the label of ${name}`,
    [label],
    [
      ...part("figure-missing", "value", `the value of ${name}, ${value}`, value, { isExact: true }),
      ...(trend === null ? [] : drawnTexts(trend.drawing)).flatMap((text) =>
        part("figure-missing", "shown", `“${text}” in the trend of ${name}`, text, FINE),
      ),
    ],
  );
}

/** A chart shows its labels and values in the drawing or, where that has no words, in a table. */
function chartOf({ chart }: Edition): PromisedItem[] {
  if (chart === null) return [];
  const cells = chart.table.rows.flatMap(({ label, cells }) => [label, ...cells]);
  const drawn = drawnTexts(chart.drawing);
  return [
    promise(
      "chart-missing",
      "the chart’s title",
      [chart.title],
      (drawn.length > 0 ? drawn : cells).flatMap((text) =>
        part("chart-missing", "shown", `“${text}” in the chart`, text, FINE),
      ),
    ),
  ];
}

/** The words of a drawing. */
const drawnTexts = ({ html }: RichText): string[] =>
  [...html.matchAll(/<text\b[^>]*>([\s\S]*?)<\/text>/g)]
    .map(([, content = ""]) => plainContent(content))
    .filter((text) => text.trim() !== "");

const timelineOf = ({ timeline }: Edition): PromisedItem[] =>
  timeline.map(({ date, text }, index) =>
    promise(
      "timeline-missing",
      `entry ${index + 1} of the timeline`,
      [plainContent(text.html)],
      [
        ...part(
          "timeline-missing",
          "date",
          `the date of entry ${index + 1} of the timeline`,
          formsOf(date),
          FINE,
        ),
      ],
    ),
  );

const quotesOf = ({ quotes }: Edition): PromisedItem[] =>
  quotes.map(({ text, by }, index) =>
    promise(
      "quote-missing",
      `quote ${index + 1}`,
      [plainContent(text.html)],
      [...part("quote-missing", "speaker", `the speaker of quote ${index + 1}`, by, FINE)],
    ),
  );

const caveatsOf = ({ caveats }: Edition): PromisedItem[] =>
  caveats.map(({ number, claim, caveat, confidence, likelihood }) =>
    promise(
      "caveat-missing",
      `caveat ${number}`,
      [plainContent(caveat.html)],
      [
        ...part("claim-missing", "claim", `claim ${number}`, plainContent(claim.html)),
        ...part("grade-missing", "confidence", `the confidence of caveat ${number}`, confidence.label, FINE),
        ...part(
          "grade-missing",
          "likelihood",
          `the likelihood of claim ${number}`,
          likelihood?.label ?? null,
          FINE,
        ),
      ],
    ),
  );

const questionsOf = ({ questions }: Edition): PromisedItem[] =>
  questions.map(({ number, question, why, owner, by, answer }) =>
    promise(
      "question-missing",
      `question ${number}`,
      [plainContent(question.html)],
      [
        ...part(
          "question-missing",
          "reason",
          `the reason for question ${number}`,
          why && plainContent(why.html),
        ),
        ...part("question-missing", "owner", `the owner of question ${number}`, owner, FINE),
        ...part("question-missing", "date", `the date of question ${number}`, formsOf(by), FINE),
        ...part(
          "question-missing",
          "answer",
          `the answer to question ${number}`,
          answer && plainContent(answer.html),
        ),
      ],
    ),
  );

/** The options keep their order, each under its label. */
function decisionOf({ decision }: Edition): PromisedItem[] {
  if (decision === null) return [];
  const { ask, options, recommendation, owner, by } = decision;
  const code = "decision-missing";
  return [
    promise(
      code,
      "the decision",
      [plainContent(ask.html)],
      [
        ...options.flatMap(({ label, text }, index) => [
          ...part(code, "label", `the label of option ${index + 1}`, label),
          ...part(code, "option", `option ${index + 1} of the decision`, plainContent(text.html)),
        ]),
        ...part(code, "advice", "the recommendation", recommendation && plainContent(recommendation.html)),
        ...part(code, "owner", "the owner of the decision", owner, FINE),
        ...part(code, "date", "the date of the decision", formsOf(by), FINE),
      ],
    ),
  ];
}

const sourcesOf = ({ sources }: Edition): PromisedItem[] =>
  sources.map(({ number, title, publisher, date }) =>
    promise(
      "source-missing",
      `source ${number}`,
      [title],
      [
        ...part("source-missing", "publisher", `the publisher of source ${number}`, publisher, FINE),
        ...part("source-missing", "date", `the date of source ${number}`, formsOf(date), FINE),
      ],
      true,
    ),
  );
