import { finding } from "../finding.ts";
import type { Rule } from "../rule.ts";
import { GUIDELINES } from "./guidelines.ts";
import { placeOf } from "./place-of.ts";

/** Finds hyphens that stand for a minus sign, in prose and in figures. */
export const hyphenForMinus: Rule = {
  code: "hyphen-for-minus",
  language: "any",
  source: GUIDELINES.govUk,
  isOnByDefault: true,
  find: ({ event }, passages) => [
    ...passages.flatMap(({ path, sentences }) =>
      sentences.flatMap((sentence) =>
        [...sentence.text.matchAll(HYPHEN)]
          .filter(({ index }) => !sentence.isVerbatim(index))
          .map(({ 0: written, index }) =>
            finding("hyphen-for-minus", withMinus(written), path, placeOf(sentence, index)),
          ),
      ),
    ),
    ...event.figures.flatMap(({ value }, index) => {
      const written = HYPHEN_OF_FIGURE.exec(value)?.[0];
      return written === undefined
        ? []
        : [finding("hyphen-for-minus", withMinus(value), ["event", "figures", index, "value"])];
    }),
  ],
};

/** A hyphen right before a number or a currency, where nothing that it could join stands before it. */
const HYPHEN = /(?<![^\s([“‘])-(?:[$€£¥]\s?)?\d(?:[\d.,]*\d)?(?:\s?(?:%|°C|bn|m|M|k)(?!\p{L}))?/gu;
const HYPHEN_OF_FIGURE = /^(?:\p{L}{1,3}\s)?-\s?(?:[$€£¥]\s?)?\d/u;

const withMinus = (written: string) => ({ written, rewrite: written.replace("-", "−") });
