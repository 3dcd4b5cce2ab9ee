import type { Brief } from "../../src/brief/schema.ts";

/** A pair of briefs that differ in one respect, and what is to be said of it. */
interface Case {
  readonly name: string;
  readonly before: Partial<Brief>;
  readonly after: Partial<Brief>;
  readonly changes: readonly (readonly [kind: string, before: string | null, after: string | null])[];
}

type Caveat = Brief["caveats"][number];
type Question = Brief["questions"][number];
type Figure = Brief["event"]["figures"][number];

const caveat = (parts: Partial<Caveat> = {}): Caveat => ({
  claim: "Sales doubled.",
  caveat: "Only in one region.",
  confidence: "low",
  sources: ["alpha"],
  ...parts,
});
const question = (parts: Partial<Question> = {}): Question => ({
  question: "Which plans rest on it?",
  ...parts,
});
const event = (figures: Figure[], parts: Partial<Brief["event"]> = {}): Brief["event"] => ({
  summary: "What happened.",
  figures,
  timeline: [],
  quotes: [],
  ...parts,
});
const figure = (value: string, label = "sales in Europe"): Figure => ({ value, label, sources: ["alpha"] });
const bar = (value: number): Brief["event"]["chart"] => ({
  type: "bar",
  title: "Sales",
  data: [
    { label: "Europe", value },
    { label: "Asia", value: 7 },
  ],
});

/** Differences that reach a reader, and some that do not. */
export const CASES: readonly Case[] = [
  {
    name: "citations, emphasis, quotation marks and a full stop are no change of wording",
    before: { caveats: [caveat({ caveat: 'Only in "one" region.' })] },
    after: { caveats: [caveat({ caveat: "Only in **“one”** region [@alpha]" })] },
    changes: [],
  },
  {
    name: "a negation is a change of wording",
    before: { bottomLine: "The price is proven." },
    after: { bottomLine: "The price is not proven." },
    changes: [["bottom-line-changed", "The price is proven.", "The price is not proven."]],
  },
  {
    name: "a decimal point is a change of wording",
    before: { bottomLine: "It costs 15 euros." },
    after: { bottomLine: "It costs 1.5 euros." },
    changes: [["bottom-line-changed", "It costs 15 euros.", "It costs 1.5 euros."]],
  },
  {
    name: "an id finds a caveat whose every word changed",
    before: { caveats: [caveat({ id: "sales" })] },
    after: { caveats: [caveat({ id: "sales", claim: "The market is ours.", caveat: "Nobody counted." })] },
    changes: [
      ["caveat-reworded", "Only in one region.", "Nobody counted."],
      ["claim-reworded", "Sales doubled.", "The market is ours."],
    ],
  },
  {
    name: "two ids keep caveats apart that sound alike",
    before: { caveats: [caveat({ id: "europe" })] },
    after: { caveats: [caveat({ id: "asia" })] },
    changes: [
      ["caveat-added", null, "Only in one region."],
      ["caveat-removed", "Only in one region.", null],
    ],
  },
  {
    name: "a likelihood that is stated for the first time",
    before: { caveats: [caveat()] },
    after: { caveats: [caveat({ likelihood: "likely" })] },
    changes: [["likelihood-changed", null, "likely"]],
  },
  {
    name: "figures are told apart by their labels, though they swap their numbers",
    before: { event: event([figure("5%"), figure("7%", "returned parcels")]) },
    after: { event: event([figure("5%", "returned parcels"), figure("7%")]) },
    changes: [
      ["figure-moved", "7%", "5%"],
      ["figure-moved", "5%", "7%"],
    ],
  },
  {
    name: "a figure that replaced another is a new one",
    before: { event: event([figure("5%")]) },
    after: { event: event([figure("$3 M", "fine of the regulator")]) },
    changes: [
      ["figure-added", null, "$3 M"],
      ["figure-removed", "5%", null],
    ],
  },
  {
    name: "the same number under a new label",
    before: { event: event([figure("5%", "sales in Europe")]) },
    after: { event: event([figure("5%", "sales in Europe, without Norway")]) },
    changes: [["figure-relabelled", "sales in Europe", "sales in Europe, without Norway"]],
  },
  {
    name: "a chart names the points that changed, and no other",
    before: { event: event([], { chart: bar(5) }) },
    after: { event: event([], { chart: bar(6.5) }) },
    changes: [["chart-changed", "Europe 5", "Europe 6.5"]],
  },
  {
    name: "a chart of another file",
    before: { event: event([], { chart: { type: "line", title: "Sales", csv: "may.csv" } }) },
    after: { event: event([], { chart: { type: "line", title: "Sales", csv: "june.csv" } }) },
    changes: [["chart-changed", "may.csv", "june.csv"]],
  },
  {
    name: "an answer that is new, and one that is new with its question",
    before: { questions: [question()] },
    after: {
      questions: [
        question({ answer: "The Lyon plant." }),
        question({ question: "Who told the press?", answer: "Nobody." }),
      ],
    },
    changes: [
      ["question-answered", null, "The Lyon plant."],
      ["question-answered", null, "Nobody."],
      ["question-added", null, "Who told the press?"],
    ],
  },
  {
    name: "an answer that was changed, and one that was taken back",
    before: {
      questions: [
        question({ answer: "All." }),
        question({ question: "Who told the press?", answer: "Nobody." }),
      ],
    },
    after: { questions: [question({ answer: "None." }), question({ question: "Who told the press?" })] },
    changes: [
      ["answer-changed", "All.", "None."],
      ["answer-withdrawn", "Nobody.", null],
    ],
  },
  {
    name: "a question with another owner and another day",
    before: { questions: [question({ owner: "CFO" })] },
    after: { questions: [question({ owner: "COO", by: "2025-03-01" })] },
    changes: [
      ["question-owner-changed", "CFO", "COO"],
      ["question-due-changed", null, "2025-03-01"],
    ],
  },
  {
    name: "a decision that is asked for now",
    before: {},
    after: { decision: { ask: "Do we sell?" } },
    changes: [["decision-added", null, "Do we sell?"]],
  },
  {
    name: "a decision that is asked for no more",
    before: { decision: { ask: "Do we sell?" } },
    after: {},
    changes: [["decision-removed", "Do we sell?", null]],
  },
  {
    name: "a decision asked otherwise, with other options",
    before: { decision: { ask: "Do we sell?", options: [{ label: "Yes", text: "Now." }] } },
    after: { decision: { ask: "Do we sell it all?", options: [{ label: "Yes", text: "In May." }] } },
    changes: [
      ["ask-changed", "Do we sell?", "Do we sell it all?"],
      ["options-changed", "Yes: Now.", "Yes: In May."],
    ],
  },
  {
    name: "texts, quotes, steps and implications",
    before: {
      classification: "Public",
      event: event([], {
        summary: "It began.",
        timeline: [{ date: "2025-01-01", text: "The strike begins at dawn.", sources: ["alpha"] }],
        quotes: [{ text: "We wait.", by: "Ann", sources: ["alpha"] }],
      }),
      implications: [
        { audience: "c-level", text: "Re-run the case for the plant in Lyon." },
        { audience: "marketing", text: "Say nothing." },
      ],
    },
    after: {
      classification: "Internal",
      event: event([], {
        summary: "It ended.",
        timeline: [{ date: "2025-01-02", text: "The strike begins at dawn.", sources: ["alpha"] }],
        quotes: [{ text: "We go on.", by: "Ann", sources: ["alpha"] }],
      }),
      implications: [{ audience: "c-level", text: "Re-run the case for the plant in Lille." }],
    },
    changes: [
      [
        "timeline-changed",
        "2025-01-01: The strike begins at dawn.",
        "2025-01-02: The strike begins at dawn.",
      ],
      ["summary-changed", "It began.", "It ended."],
      [
        "implication-reworded",
        "Re-run the case for the plant in Lyon.",
        "Re-run the case for the plant in Lille.",
      ],
      ["implication-removed", "Say nothing.", null],
      ["quote-added", null, "We go on."],
      ["quote-removed", "We wait.", null],
      ["classification-changed", "Public", "Internal"],
    ],
  },
  {
    name: "sources by their address, though their ids changed",
    before: {
      sources: [
        { id: "alpha", title: "A", url: "https://example.org/a" },
        { id: "beta", title: "B" },
      ],
    },
    after: {
      sources: [
        { id: "a-2025", title: "A", url: "https://example.org/a" },
        { id: "beta", title: "B", grade: "B2" },
        { id: "gamma", title: "C" },
      ],
    },
    changes: [
      ["source-added", null, "C"],
      ["source-changed", "B", "B, B2"],
    ],
  },
];
