import { finding } from "../finding.ts";
import type { Rule } from "../rule.ts";
import { GUIDELINES } from "./guidelines.ts";
import { placeOfFirstWord } from "./place-of.ts";

/** Finds entries under “questions” that do not ask. */
export const questionNotOne: Rule = {
  code: "question-not-one",
  language: "any",
  source: GUIDELINES.icd203,
  isOnByDefault: true,
  find: (_, passages) =>
    passages
      .filter(({ kind, raw }) => kind === "question" && !MARK.test(raw) && !WITHOUT_MARKS.test(raw))
      .flatMap(({ path, sentences: [sentence] }) =>
        sentence === undefined
          ? []
          : [
              finding(
                "question-not-one",
                { rewrite: asQuestion(sentence.text) },
                path,
                placeOfFirstWord(sentence),
              ),
            ],
      ),
};

/** Question marks of the world’s scripts; Japanese may end with か。 instead. */
const MARK = /[?？؟;՞፧⁇⁈‽]|か[。」]?\s*$/;
/** Scripts whose questions have no mark. */
const WITHOUT_MARKS = /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

const INVERTED =
  /^(?:who|whose|which|(?:what|when|where|why|how)\b.*?\b(?:is|are|was|were|do|does|did|can|could|will|would|should|must|may|might|has|have|had)|is|are|do|does|did|can|could|will|would|should|has|have)\b/i;

/** A question that lacks its mark, with it. */
function asQuestion(text: string): string | undefined {
  return INVERTED.test(text) ? `${text.replace(/[.!…\s]+$/, "")}?` : undefined;
}
