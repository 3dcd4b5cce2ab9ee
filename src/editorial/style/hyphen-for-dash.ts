import { finding } from "../finding.ts";
import type { Rule } from "../rule.ts";
import { GUIDELINES } from "./guidelines.ts";
import { placeOf } from "./place-of.ts";

/** Finds hyphens that stand for a dash: “late - again”, “late--again”. */
export const hyphenForDash: Rule = {
  code: "hyphen-for-dash",
  language: "any",
  source: GUIDELINES.govUk,
  isOnByDefault: true,
  find: (_, passages) =>
    passages.flatMap(({ path, sentences }) =>
      sentences.flatMap((sentence) =>
        [...sentence.text.matchAll(HYPHEN)]
          .filter(({ index }) => !sentence.isVerbatim(index))
          .map(({ 0: written, 1: before = "", 2: after = "", index }) =>
            finding(
              "hyphen-for-dash",
              { written, rewrite: `${before} – ${after}` },
              path,
              placeOf(sentence, index),
            ),
          ),
      ),
    ),
};

/** Between two numbers it is a minus. */
const HYPHEN =
  /(?!\S*\d\S* - \S*\d)([\p{L}\p{N}”’)%]+)(?: -{1,3} |(?<=\p{L})-{2,3}(?=\p{L}))([\p{L}\p{N}“‘($€£]+)/gu;
