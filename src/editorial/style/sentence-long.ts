import { finding } from "../finding.ts";
import type { Sentence } from "../passages.ts";
import type { Rule } from "../rule.ts";
import { GUIDELINES } from "./guidelines.ts";
import { placeOfFirstWord } from "./place-of.ts";

/** The most words of a sentence that a reader takes in at one go. */
const SENTENCE_MAX_WORDS = 30;

/** Finds sentences of the author with more than 30 words. */
export const sentenceLong: Rule = {
  code: "sentence-long",
  language: "any",
  source: GUIDELINES.amazon,
  isOnByDefault: true,
  find: (_, passages) =>
    passages
      .filter(({ kind }) => kind !== "quote")
      .flatMap(({ path, sentences }) =>
        sentences
          .filter(({ words }) => words.length > SENTENCE_MAX_WORDS)
          .map((sentence) =>
            finding(
              "sentence-long",
              {
                words: sentence.words.length,
                limit: SENTENCE_MAX_WORDS,
                splitBefore: placeToSplit(sentence),
              },
              path,
              placeOfFirstWord(sentence),
            ),
          ),
      ),
};

const JOINTS =
  /[;:—–] |, (?=(?:and|but|so|yet|or|which|who|while|whereas|because|although|though|since|as) )|\s(?=(?:because|while|whereas|although|but|so that) )/g;

/** The words after the joint nearest to the middle, if both halves would be sentences of some length. */
function placeToSplit({ text }: Sentence): string | undefined {
  const joints = [...text.matchAll(JOINTS)].map(({ 0: joint, index }) => index + joint.length);
  const middle = text.length / 2;
  const [best] = joints.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  if (best === undefined || Math.abs(best - middle) > text.length / 4) return undefined;
  return text
    .slice(best)
    .split(/\s+/)
    .slice(0, 3)
    .join(" ")
    .replace(/[,.;:]+$/, "");
}
