import { expect, test } from "vitest";
import { findEvidence } from "./find-evidence.ts";

/** A brief without findings; a case replaces some of its fields. */
const GOOD = {
  title: "NVIDIA lost $589 bn in a day; keep the budget",
  date: "2025-02-03",
  bottomLine: "Shares fell 17% [@toms]. Keep the budget until the count is clear.",
  event: {
    summary:
      "NVIDIA lost $589 bn of market value on 27 January [@toms]. Investors feared cheap models [@batch].",
    figures: [
      { value: "−17%", label: "share price in a day", sources: ["toms"] },
      { value: "$589 bn", label: "market value lost", sources: ["toms"] },
    ],
  },
  caveats: [
    {
      claim: "The model cost $6 M.",
      caveat: "That counts chip time alone [@batch].",
      confidence: "high",
      sources: ["batch"],
    },
  ],
  implications: [{ audience: "all", text: "Bargain at renewal." }],
  questions: [{ question: "Which contracts end this year?", why: "They can be cut." }],
  sources: [
    { id: "toms", title: "Nvidia loses", publisher: "Tom’s Hardware", date: "2025-01-28", grade: "B2" },
    { id: "batch", title: "The Batch", publisher: "DeepLearning.AI", date: "2025-01-29", grade: "B2" },
  ],
};

type Brief = Record<string, unknown> & typeof GOOD;
type Change = (brief: Brief) => unknown;

/** Codes of the findings on the good brief with a change, each with the word that it points at. */
function findings(change: Change): string[] {
  const brief = structuredClone(GOOD) as unknown as Brief;
  change(brief);
  const text = JSON.stringify(brief, undefined, 2);
  const lines = text.split("\n");
  return findEvidence(text, "brief.json").map(({ code, where }) => {
    const rest = (lines[(where?.line ?? 1) - 1] ?? "").slice((where?.column ?? 1) - 1);
    return `${code} @ ${/^"?([^\s"]*?)(?=[\s"]|[.,;:)]+(?:[\s"]|$))/.exec(rest)?.[1] ?? ""}`;
  });
}

const caveat =
  (text: string, fields: object = {}): Change =>
  (brief) => {
    Object.assign(brief.caveats[0] ?? {}, { caveat: `${text} [@batch].`, ...fields });
  };
const why =
  (text: string): Change =>
  (brief) => {
    Object.assign(brief.questions[0] ?? {}, { why: text });
  };
const implication =
  (text: string): Change =>
  (brief) => {
    Object.assign(brief.implications[0] ?? {}, { text });
  };
const summary =
  (text: string): Change =>
  (brief) => {
    brief.event.summary = `${GOOD.event.summary} ${text}`;
  };
const bottomLine =
  (text: string): Change =>
  (brief) => {
    brief.bottomLine = text;
  };
const title =
  (text: string): Change =>
  (brief) => {
    brief.title = text;
  };
const source =
  (fields: object): Change =>
  (brief) => {
    Object.assign(brief.sources[0] ?? {}, fields);
  };

test("a brief whose numbers and statements name their sources has no findings", () => {
  expect(findings(() => undefined)).toEqual([]);
});

const BAD: readonly (readonly [string, Change, readonly string[]])[] = [
  ["money in a why", why("Training costs $40 M."), ["unsourced-figure @ $40"]],
  ["a share in an implication", implication("Renewals are 32% dearer."), ["unsourced-figure @ 32%"]],
  ["a count in a why", why("Some 4,200 customers left."), ["unsourced-figure @ 4,200"]],
  ["a multiple", why("Prices are 3x ours."), ["unsourced-figure @ 3x"]],
  ["a number in words", why("It lost two billion dollars."), ["unsourced-figure @ two"]],
  ["a number in the summary", summary("It cut 300 jobs."), ["unsourced-figure @ 300"]],
  ["a caveat’s sentence", caveat("The rent was $2. It counts chip time"), ["unsourced-figure @ $2"]],
  [
    "a bare number of the bottom line",
    bottomLine("Shares fell [@toms]. The loss is $589 bn."),
    ["unsourced-figure @ $589"],
  ],
  [
    "a title’s number from nowhere",
    title("NVIDIA lost $612 bn in a day"),
    ["headline-number-unsourced @ $612"],
  ],
  ["a title that turns the sign", title("Shares rose 17% in a day"), ["headline-number-unsourced @ 17%"]],
  [
    "a bottom line that rounds",
    bottomLine("The model cost $5.6 M [@toms]."),
    ["headline-number-unsourced @ $5.6"],
  ],
  [
    "a bottom line without any source",
    bottomLine("Shares fell 17%. Keep the budget."),
    ["bottom-line-uncited @ Shares"],
  ],
  [
    "a dated statement of a caveat",
    caveat("In May 2024 a judge let it proceed. It counts"),
    ["fact-uncited @ In"],
  ],
  ["a statement of fact", summary("Buyers cheered loudly."), ["fact-uncited @ Buyers"]],
  [
    "two counts of one loss",
    summary("NVIDIA lost $600 bn of market value [@batch]."),
    ["conflicting-numbers @ $600"],
  ],
  [
    "an estimate in a why",
    why("The lead is short, by Tom’s Hardware’s estimate."),
    ["attribution-uncited @ Tom’s"],
  ],
  [
    "an argument",
    implication("Laboratories will spend more, argues DeepLearning.AI."),
    ["attribution-uncited @ DeepLearning.AI"],
  ],
  [
    "a name of the text",
    implication("The bank of Andrew Ng is calm. Andrew Ng expects more."),
    ["attribution-uncited @ Andrew"],
  ],
  [
    "according to",
    why("According to DeepLearning.AI, models are a commodity."),
    ["attribution-uncited @ DeepLearning.AI"],
  ],
  ["a caveat’s unlisted source", caveat("Chip time [@toms] alone"), ["caveat-source-unlisted @ @toms]"]],
  [
    "a caveat’s unplaced source",
    caveat("Chip time", { sources: ["batch", "toms"] }),
    ["caveat-source-unplaced @ toms"],
  ],
  [
    "a caveat that cites nothing",
    (brief) => Object.assign(brief.caveats[0] ?? {}, { caveat: "It counts chips." }),
    ["caveat-uncited @ It"],
  ],
  ["an old source", source({ date: "2023-06-01" }), ["source-stale @ 2023-06-01"]],
  ["a source read long ago", source({ accessed: "2023-06-01" }), ["source-stale @ 2023-06-01"]],
  ["a source without a date", source({ date: undefined }), ["source-undated @ toms"]],
  ["a weak source", source({ grade: "D3" }), ["weak-source-without-caveat @ Shares"]],
  ["an unconfirmed source", source({ grade: "A4" }), ["weak-source-without-caveat @ Shares"]],
  [
    "a word below its percentage",
    caveat("A settlement is unlikely (70%)"),
    ["likelihood-contradicts-percentage @ unlikely"],
  ],
  [
    "a chance beside a word",
    caveat("With a 20% chance, a ban is probable"),
    ["likelihood-contradicts-percentage @ probable"],
  ],
  [
    "a band beside a word",
    caveat("A ban is nearly certain: the odds are 55–80%"),
    ["likelihood-contradicts-percentage @ nearly"],
  ],
  [
    "confidence and likelihood",
    caveat("We judge with high confidence that a ban is likely"),
    ["confidence-with-likelihood @ likely"],
  ],
  [
    "another word than the field",
    caveat("A ban is almost certain", { likelihood: "likely" }),
    ["likelihood-differs-from-field @ almost"],
  ],
  [
    "“that is” and another word",
    caveat("That is likely", { likelihood: "unlikely" }),
    ["likelihood-differs-from-field @ likely"],
  ],
  ["a share in words", why("About one in five trains ran."), ["unsourced-figure @ one"]],
  [
    "a fifth in a bottom line",
    bottomLine("Shares fell [@toms]. A fifth of the firms lost."),
    ["unsourced-figure @ A"],
  ],
  ["a name of one sentence alone", why("Harlan says that the mills stay."), ["attribution-uncited @ Harlan"]],
  [
    "what he concedes",
    caveat("Amodei doubts it [@batch]. He concedes a saving. It counts"),
    ["attribution-uncited @ He"],
  ],
  [
    "confidence in other words",
    caveat("We are highly confident that a ban is unlikely"),
    ["confidence-with-likelihood @ unlikely"],
  ],
];

test.each(BAD)("%s is found", (_, change, expected) => {
  expect(findings(change).sort()).toEqual([...expected].sort());
});

const FINE: readonly (readonly [string, Change])[] = [
  ["a number that stands with its source elsewhere", why("It lost $589 billion.")],
  ["the same number in words", title("NVIDIA lost 589 billion dollars in a day")],
  ["the same share in words", title("Shares fell by almost 17 per cent in a day")],
  ["a claim’s number in the title", title("DeepSeek’s $6 M price tag misleads")],
  [
    "years, dates and names",
    why("Since 3 May 2024 the Fortune 500 and Boeing 737 use 5G, Article 17 and R1 in Q3 2024."),
  ],
  ["what the text itself counts", implication("Put these 3 questions to the board.")],
  [
    "a title with the change that a figure shows",
    (brief) => {
      title("The yen rose by about 10% in a month")(brief);
      Object.assign(brief.event.figures[1] ?? {}, { value: "¥162 → ¥146" });
    },
  ],
  ["a doubtful source that others bear out", source({ grade: "D2" })],
  [
    "a number of a question",
    (brief) => Object.assign(brief.questions[0] ?? {}, { question: "What would 20% less cost?" }),
  ],
  [
    "a caveat’s number with its list alone in a claim",
    (brief) => Object.assign(brief.caveats[0] ?? {}, { claim: "It lost $600 bn." }),
  ],
  [
    "two counts that a caveat has both of",
    (brief) => {
      summary("NVIDIA lost $600 bn of market value [@batch].")(brief);
      caveat("Reports print $589 bn and $600 bn")(brief);
    },
  ],
  ["two counts of different times", summary("NVIDIA lost $600 bn of market value in 2022 [@batch].")],
  ["two shares of different things", summary("Orders for servers fell 18% [@batch].")],
  ["a number rounded in two digits", summary("NVIDIA lost $588.8 bn of market value [@batch].")],
  [
    "a list whose lead cites",
    summary("\n\nThree firms lost value [@toms]:\n\n- NVIDIA in chips\n- Broadcom in networks\n"),
  ],
  ["a judgement of a caveat", caveat("The full bill is higher. It counts chips")],
  [
    "a heading",
    (brief) =>
      Object.assign(brief.event, { summary: `## What happened on that day\n\n${GOOD.event.summary}` }),
  ],
  ["an attribution that cites", why("The lead is short, by Tom’s Hardware’s estimate [@toms].")],
  ["our own expectation", why("We expect a rise.")],
  ["an old source read again", source({ date: "2019-06-01", accessed: "2025-01-30" })],
  [
    "a weak source with a caveat",
    (brief) => {
      source({ grade: "D3" })(brief);
      caveat("A tally [@toms] of", { sources: ["toms", "batch"] })(brief);
    },
  ],
  ["a word in its band", caveat("A settlement is likely (about 70%)")],
  ["a share beside a word", caveat("Prices will likely fall 40% [@batch] in a year", {})],
  ["a comparison", caveat("A 30% chance is more likely than none")],
  ["the mirrored word", caveat("A delay is likely", { likelihood: "unlikely" })],
  ["a quoted word", caveat("Half said “probably”", { likelihood: "roughly-even" })],
  ["confidence alone", caveat("We judge with high confidence that it stands")],
  [
    "a share that stands with its source",
    (brief) => {
      summary("A third of the firms lost value [@toms].")(brief);
      why("A third of them are ours.")(brief);
    },
  ],
  ["a share to reckon with", implication("Model the year with a fifth of patients stopping.")],
  ["a question within a sentence", implication("Ask what DeepLearning.AI expects before we book.")],
  ["everyone’s opinion", why("Everyone expects a rise.")],
];

test.each(FINE)("%s is no finding", (_, change) => {
  expect(findings(change)).toEqual([]);
});

test("in other languages rules on numbers speak and rules on English words are silent", () => {
  const german: Change = (brief) => {
    brief.locale = "de";
    why("According to DeepLearning.AI, a ban is likely (10%): 3,5 Mrd. Euro.")(brief);
  };
  expect(findings(german)).toEqual(["unsourced-figure @ 10%", "unsourced-figure @ 3,5"]);
});
