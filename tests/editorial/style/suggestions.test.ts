import { expect, test } from "vitest";
import { briefText, reviewText, wordAt } from "../review-text.ts";

const FIELDS = {
  title: "The carrier raised its rates; renew the contract now",
  summary: "    The carrier raised its rates on Monday [@a].",
  text: "Budget for dearer freight.",
  question: "Which lanes could move to rail?",
  owner: "    owner: COO\n",
  by: "  by: 2025-01-31\n",
  claim: "All carriers will follow.",
  caveat: "No other has said so [@a].",
  bottomLine: "The carrier raised its rates on Monday [@a]. Renew the\n  contract before Friday.",
} as const;

test.each<[code: string, field: keyof typeof FIELDS, written: string, word: string, hint: string]>([
  [
    "sentence-long",
    "text",
    "Budget for dearer freight in the first and in the second quarter of this year and of the next one, because the carrier has said in its letter that more is to come before the summer ends.",
    "Budget",
    "Make two sentences of it; the second could begin at “because the carrier …”.",
  ],
  [
    "weasel-word",
    "text",
    "Budget for significant costs.",
    "significant",
    "Say how much: a percentage, a sum, a number of people or days.",
  ],
  [
    "weasel-word",
    "text",
    "Many experts believe in it.",
    "Many",
    "Name who says so and cite it, or drop the sentence.",
  ],
  [
    "hype-word",
    "text",
    "The tariff is unprecedented.",
    "unprecedented",
    "Say what the record was before, and by how much this beats it.",
  ],
  [
    "acronym-unexplained",
    "text",
    "Budget for the SLA.",
    "SLA",
    "Write “service-level agreement (SLA)” where it first stands.",
  ],
  [
    "acronym-unexplained",
    "text",
    "Budget for the QZX.",
    "QZX",
    "Write its long form where it first stands, with “(QZX)” behind it, or say in a few words what it is.",
  ],
  [
    "bottom-line-passive",
    "bottomLine",
    "All contracts should be reviewed before Friday [@a].",
    "should",
    "Begin with the one who acts: “[who] should review all contracts before Friday”.",
  ],
  [
    "bottom-line-no-consequence",
    "bottomLine",
    "The carrier raised its rates on Monday [@a].",
    "The",
    "Add what follows from it, as you do further down: “Budget for dearer freight.”",
  ],
  [
    "caveat-repeats-claim",
    "caveat",
    "Carriers confirm that all will follow [@a].",
    "Carriers",
    "Say where the claim stops being true: what it leaves out, who measured it and how, or what else would explain it.",
  ],
  [
    "question-not-one",
    "question",
    "Which lanes could move to rail",
    "Which",
    "Ask: “Which lanes could move to rail?”",
  ],
  [
    "question-not-one",
    "question",
    "Review the lanes.",
    "Review",
    "Ask what the answer would tell: “What would it cost us to …?”, “Which of our … ?”. An instruction belongs under “implications”.",
  ],
  [
    "question-closed",
    "question",
    "Will lanes move to rail?",
    "Will",
    "Ask “How will lanes move to rail?”, or add what follows from the answer: “…, and if so, at what cost?”",
  ],
  [
    "question-closed",
    "question",
    "Is there a plan for rail?",
    "Is",
    "Ask “What plan for rail is there?”, or add what follows from the answer: “…, and if so, at what cost?”",
  ],
  [
    "question-closed",
    "question",
    "Should we leave?",
    "Should",
    "Ask “Under which conditions should we leave?”, or add what follows from the answer: “…, and if so, at what cost?”",
  ],
  [
    "question-closed",
    "question",
    "If rates rise, does the cap hold?",
    "does",
    "Ask “If rates rise, how far does the cap hold?”, or add what follows from the answer: “…, and if so, at what cost?”",
  ],
  [
    "question-double",
    "question",
    "What does rail cost, and who pays for it?",
    "who",
    "Make two entries: “What does rail cost?” and “Who pays for it?”",
  ],
  ["question-without-owner", "owner", "", "question", "Add who should answer, such as “owner: CEO”."],
  [
    "decision-without-date",
    "by",
    "",
    "decision",
    "Add the day on which waiting begins to cost, such as “by: 2025-01-29”.",
  ],
  ["repeated-word", "text", "Budget for for freight.", "for", "Write “for” once."],
  [
    "straight-quote",
    "text",
    'Budget for the carrier\'s \\"new\\" rates.',
    "'s",
    "Write carrier’s for carrier's.",
  ],
  ["double-space", "summary", "    The carrier raised its  rates on Monday [@a].", "rates", "Leave one."],
  [
    "hyphen-for-dash",
    "text",
    "Budget for freight - now.",
    "freight",
    "Write “freight – now”, or make two sentences.",
  ],
  ["hyphen-for-minus", "text", "Budget for -17% [@a].", "-17%", "Write “−17%” (U+2212)."],
  [
    "title-topic",
    "title",
    "Update on freight",
    "Update",
    "Say it as a sentence with a verb, such as “The carrier raised its rates on Monday”.",
  ],
])("%s suggests what to write for %s: %s", async (code, field, written, word, hint) => {
  const isQuoted = field !== "owner" && field !== "by" && field !== "summary" && field !== "bottomLine";
  const text = briefText((clean) => clean.replace(FIELDS[field], isQuoted ? `"${written}"` : written));
  const found = (await reviewText(text)).filter((diagnostic) => diagnostic.code === code);
  expect(found.map((diagnostic) => diagnostic.hint)).toEqual([hint]);
  expect(found.map(wordAt)).toEqual([word]);
});

test("a brief that takes over two minutes is told by how much, and where", async () => {
  const sentence = "The rate went up again. ";
  const text = briefText((clean) =>
    clean.replace(
      "The carrier raised its rates on Monday [@a].\ncaveats",
      `${sentence.repeat(95)}[@a]\ncaveats`,
    ),
  );
  const [found] = (await reviewText(text)).filter(({ code }) => code === "reading-time-long");
  expect(found?.message).toMatch(
    /^The edition for all readers has 5\d\d words; two minutes are enough for 476\.$/,
  );
  expect(found?.hint).toMatch(
    /^Cut \d+ words\. The longest parts are the summary \(475\) and the bottom line \(12\)\.$/,
  );
});
