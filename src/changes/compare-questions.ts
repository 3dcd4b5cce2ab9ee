import type { Brief } from "../brief/schema.ts";
import type { Change } from "./change.ts";
import { matchItems } from "./match-items.ts";
import { isSameWording, plainText } from "./plain-text.ts";
import { similarity } from "./similarity.ts";

type Question = Brief["questions"][number];

/** Questions that were answered, added, dropped, reworded or given to somebody else. */
export function compareQuestions(before: readonly Question[], after: readonly Question[]): Change[] {
  const { pairs, added, removed } = matchItems(
    before,
    after,
    (old, now) => similarity(old.question, now.question),
    SAME_QUESTION,
  );
  return [
    ...pairs.flatMap(({ before: old, after: now }) => comparePair(old, now)),
    ...added.flatMap((question) => [
      change("question-added", question, null, question.question),
      ...(question.answer === undefined
        ? []
        : [change("question-answered", question, null, question.answer)]),
    ]),
    ...removed.map((question) => change("question-removed", question, question.question, null)),
  ];
}

/** As in compare-caveats.ts. */
const SAME_QUESTION = 0.5;

function comparePair(old: Question, now: Question): Change[] {
  return [
    ...compareAnswers(old, now),
    ...(isSameWording(old.question, now.question)
      ? []
      : [change("question-reworded", now, old.question, now.question)]),
    ...(old.owner === now.owner ? [] : [change("question-owner-changed", now, old.owner, now.owner)]),
    ...(old.by === now.by ? [] : [change("question-due-changed", now, old.by, now.by)]),
  ];
}

function compareAnswers(old: Question, now: Question): Change[] {
  if (now.answer === undefined)
    return old.answer === undefined ? [] : [change("answer-withdrawn", now, old.answer, null)];
  if (old.answer === undefined) return [change("question-answered", now, null, now.answer)];
  return isSameWording(old.answer, now.answer) ? [] : [change("answer-changed", now, old.answer, now.answer)];
}

const change = (
  kind: Change["kind"],
  { question }: Question,
  before: string | null | undefined,
  after: string | null | undefined,
): Change => ({
  kind,
  subject: plainText(question),
  before: before == null ? null : plainText(before),
  after: after == null ? null : plainText(after),
});
