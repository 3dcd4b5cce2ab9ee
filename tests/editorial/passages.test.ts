import { expect, test } from "vitest";
import { parseBrief } from "../../src/brief/parse-brief.ts";
import { type Passage, passagesOf } from "../../src/editorial/passages.ts";

test.each([
  ["an amount", "It cost $5.6 M. Investors sold.", ["It cost $5.6 M.", "Investors sold."]],
  ["an amount within", "It cost $5.6 M. in all", ["It cost $5.6 M. in all"]],
  ["a title", "Mr Amodei left. Mr. Ng and Dr. Li stayed.", ["Mr Amodei left.", "Mr. Ng and Dr. Li stayed."]],
  ["initials", "J. P. Morgan cut its stake.", ["J. P. Morgan cut its stake."]],
  [
    "a state",
    "The U.S. Treasury agreed. He left the U.S. It was late.",
    ["The U.S. Treasury agreed.", "He left the U.S.", "It was late."],
  ],
  [
    "a firm",
    "Acme Inc. fell. It sold Acme Inc. Buyers wait.",
    ["Acme Inc. fell.", "It sold Acme Inc.", "Buyers wait."],
  ],
  ["a number", "Plant No. 5 shut. No. Nobody asked.", ["Plant No. 5 shut.", "No.", "Nobody asked."]],
  [
    "an hour",
    "It began at 9 a.m. on Monday. It ended at 5 p.m. Nobody left.",
    ["It began at 9 a.m. on Monday.", "It ended at 5 p.m.", "Nobody left."],
  ],
  ["a zone", "The call is at 9 a.m. Eastern.", ["The call is at 9 a.m. Eastern."]],
  [
    "decimals",
    "Rates rose 0.5 points to 4.75%. Bonds fell.",
    ["Rates rose 0.5 points to 4.75%.", "Bonds fell."],
  ],
  ["a month", "It ends on 3 Jan. 2025. We wait.", ["It ends on 3 Jan. 2025.", "We wait."]],
  [
    "a quotation",
    "“We wait.” Analysts doubt it. (So do we.) Still, it sold.",
    ["“We wait.”", "Analysts doubt it.", "(So do we.)", "Still, it sold."],
  ],
  ["a question quoted", "“What now?” asked the CFO.", ["“What now?” asked the CFO."]],
  [
    "Latin",
    "Some costs, e.g. rent, vs. last year. All fell.",
    ["Some costs, e.g. rent, vs. last year.", "All fell."],
  ],
  ["a citation before the stop", "It fell [@a]. It rose.", ["It fell.", "It rose."]],
  ["a citation after the stop", "It fell. [@a] it-Group rose.", ["It fell. it-Group rose."]],
  [
    "a citation where no rule finds the end",
    "It fell to 3. [@a] 2025 is new.",
    ["It fell to 3.", "2025 is new."],
  ],
  ["emphasis", "It **really** *fell*. The __cap__ is a_b_c.", ["It really fell.", "The cap is a_b_c."]],
  ["a link", "See [the *report*](https://x.test/a_(b)). Then go.", ["See the report.", "Then go."]],
  ["code", "Run `a * b`. Then go.", ["Run a * b.", "Then go."]],
  ["an escape", "It is \\[@a] and 5 \\* 3.", ["It is [@a] and 5 * 3."]],
])("a bottom line with %s has its sentences", (_, bottomLine, expected) => {
  expect(sentencesOf({ bottomLine }, "bottom-line")).toEqual(expected);
});

test("a summary has the sentences of its paragraphs, lists, headings and tables, and not those of code", () => {
  const summary = [
    "# A heading",
    "One paragraph over",
    "two lines. Its end [@a].",
    "",
    "- First item",
    "- Second *item*. With more",
    "  on the next line",
    "",
    "> Quoted **over",
    "> lines**.",
    "",
    "| Head | Other |",
    "| --- | --- |",
    "| cell. one | two |",
    "",
    "```js",
    "code. Not read.",
    "```",
    "The end.",
  ].join("\n");
  expect(sentencesOf({ summary }, "summary")).toEqual([
    "A heading",
    "One paragraph over two lines.",
    "Its end.",
    "First item",
    "Second item.",
    "With more on the next line",
    "Quoted over lines.",
    "Head",
    "Other",
    "cell. one",
    "two",
    "The end.",
  ]);
});

test("citations belong to the sentence they stand in or follow", () => {
  const bottomLine = "[@a] It fell [@b]. It rose. [@a; @b] It waits.";
  const [passage] = passages({ bottomLine }, "bottom-line");
  expect(passage?.sentences.map(({ text, citations }) => [text, citations])).toEqual([
    ["It fell.", ["a", "b"]],
    ["It rose.", ["a", "b"]],
    ["It waits.", []],
  ]);
});

test("every word leads back to its place in the raw text", () => {
  const summary =
    "It **fell** by\u00a08.5\u00a0% [@a].\n\n1. The [U.S. *side*](https://x.test) rose.\n2. `x.y` and don’t";
  const [passage] = passages({ summary }, "summary");
  const words = passage?.sentences.flatMap((sentence) =>
    sentence.words.map(({ text, offset }) => ({ text, rawOffset: sentence.rawOffsetOf(offset) })),
  );
  expect(words?.map(({ text }) => text)).toEqual([
    "It",
    "fell",
    "by",
    "8.5",
    "The",
    "U.S",
    "side",
    "rose",
    "x.y",
    "and",
    "don’t",
  ]);
  for (const { text, rawOffset } of words ?? []) {
    expect(summary.slice(rawOffset, rawOffset + text.length)).toBe(text);
  }
});

test("code and web addresses are to be left as they are", () => {
  const bottomLine = "Run `npx x` from https://x.test/a now.";
  const [passage] = passages({ bottomLine }, "bottom-line");
  const verbatim = passage?.sentences.flatMap(({ words, isVerbatim }) =>
    words.filter(({ offset }) => isVerbatim(offset)).map(({ text }) => text),
  );
  expect(verbatim).toEqual(["npx", "x", "https", "x.test/a"]);
});

test("every kind of passage is found where it stands", () => {
  const all = passagesOf(brief({}));
  expect(all.map(({ kind, path }) => `${kind} ${path.join(".")}`)).toEqual([
    "title title",
    "bottom-line bottomLine",
    "summary event.summary",
    "figure-label event.figures.0.label",
    "chart-title event.chart.title",
    "timeline event.timeline.0.text",
    "quote event.quotes.0.text",
    "claim caveats.0.claim",
    "caveat caveats.0.caveat",
    "implication implications.0.text",
    "question questions.0.question",
    "why questions.0.why",
    "answer questions.0.answer",
    "ask decision.ask",
    "option decision.options.0.text",
    "option decision.options.1.text",
    "recommendation decision.recommendation",
  ]);
});

interface Texts {
  readonly bottomLine?: string;
  readonly summary?: string;
}

const sentencesOf = (texts: Texts, kind: string): string[] =>
  passages(texts, kind).flatMap(({ sentences }) => sentences.map(({ text }) => text));

const passages = (texts: Texts, kind: string): Passage[] =>
  passagesOf(brief(texts)).filter((passage) => passage.kind === kind);

function brief({ bottomLine = "It fell [@a; @b].", summary = "It fell." }: Texts) {
  const data = {
    title: "Shares fell",
    date: "2025-01-01",
    bottomLine,
    event: {
      summary,
      figures: [{ value: "5", label: "shares", sources: ["a"] }],
      chart: { type: "bar", title: "Shares", data: [{ label: "a", value: 1 }], sources: ["a"] },
      timeline: [{ date: "2025-01-01", text: "It fell.", sources: ["a"] }],
      quotes: [{ text: "It fell.", by: "A. Person", sources: ["b"] }],
    },
    caveats: [{ claim: "It fell.", caveat: "It rose.", confidence: "low", sources: ["a"] }],
    implications: [{ audience: "all", text: "Sell." }],
    questions: [{ question: "What now?", why: "It fell.", answer: "Nothing." }],
    decision: {
      ask: "Sell?",
      options: [
        { label: "Yes", text: "Sell." },
        { label: "No", text: "Wait." },
      ],
      recommendation: "Wait.",
    },
    sources: [
      { id: "a", title: "A" },
      { id: "b", title: "B" },
    ],
  };
  const parsed = parseBrief({ path: "brief.json", text: JSON.stringify(data) });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
  return parsed.value.brief;
}
