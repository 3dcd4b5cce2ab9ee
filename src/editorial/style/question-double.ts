import { finding } from "../finding.ts";
import type { Passage, Sentence } from "../passages.ts";
import type { Rule } from "../rule.ts";
import { GUIDELINES } from "./guidelines.ts";
import { placeOf, placeOfFirstWord } from "./place-of.ts";

/** Finds entries that ask two things. */
export const questionDouble: Rule = {
  code: "question-double",
  language: "en",
  source: GUIDELINES.plainLanguage,
  isOnByDefault: true,
  find: (_, passages) =>
    passages
      .filter(({ kind }) => kind === "question")
      .flatMap((passage) => twoSentences(passage) ?? twoClauses(passage) ?? []),
};

const ASKS = /\?["'”’)\s]*$/;
/** “If so, when?” and “By how much?” follow from the first question. */
const FOLLOWS =
  /^(?:(?:and |but )?(?:if (?:so|not|yes|no|they|it|we|that)|then|otherwise|in that case|at what|by when|by how much|on what|for how long|why(?: not)?|how|which|what|when|who)\b)/i;
const FOLLOWS_MAX_WORDS = 4;
/** “Including freight?” */
const AFTERTHOUGHT_MAX_WORDS = 3;
const IF_SO = /^(?:and |but )?if (?:so|not|yes|no)\b/i;

function twoSentences({ path, sentences }: Passage) {
  const [first, ...others] = sentences.filter(({ text }) => ASKS.test(text));
  const second = others.find(
    ({ text, words }) =>
      !IF_SO.test(text) &&
      words.length > AFTERTHOUGHT_MAX_WORDS &&
      !(FOLLOWS.test(text) && words.length <= FOLLOWS_MAX_WORDS && !hasOwnVerb(text)),
  );
  if (first === undefined || second === undefined) return undefined;
  return [
    finding("question-double", { first: first.text, second: second.text }, path, placeOfFirstWord(second)),
  ];
}

const AUXILIARY =
  "(?:is|are|was|were|do|does|did|can|could|will|would|shall|should|may|might|must|has|have|had)";
const SUBJECT =
  "(?:we|they|it|he|she|you|I|our|their|its|his|her|the|this|that|these|those|an?|any|each|every|\\p{Lu})";

const hasOwnVerb = (text: string): boolean =>
  new RegExp(`\\b${AUXILIARY}\\b(?:n[’']t)? ${SUBJECT}`, "u").test(text) && text.split(" ").length > 4;

/** A second question word with its verb before its subject (“and how do we …”), or as subject after a comma (“, and who pays”). */
const SECOND = new RegExp(
  [
    `,? (?:and|or) (?=(?:how|what|when|where|why|which|whose|who|whom)\\b(?: \\p{L}+){0,3}? ${AUXILIARY} ${SUBJECT}\\b)`,
    `,? and (?=who ${AUXILIARY}\\b)`,
    `, (?:and|or) (?=(?:who|whose|which)\\b (?!of\\b)\\p{L})`,
    `,? and (?=${AUXILIARY} (?:we|they|it|he|she|you|I|our|their|the|this|that)\\b)`,
    `,? and (?=what (?:has|have|had|is|was|will|\\p{Ll}+s)\\b)`,
  ].join("|"),
  "u",
);

function twoClauses({ path, sentences }: Passage) {
  const sentence = sentences.find(({ text }) => ASKS.test(text));
  const joint = sentence === undefined ? null : SECOND.exec(sentence.text);
  if (sentence === undefined || joint === null || !isDirect(sentence, joint.index)) return undefined;
  const second = sentence.text.slice(joint.index + joint[0].length);
  const first = `${sentence.text.slice(0, joint.index)}?`;
  const place = placeOf(sentence, joint.index + joint[0].length);
  return [finding("question-double", { first, second: capital(second) }, path, place)];
}

/** “Do we know what it costs and who pays?” asks one thing: what we know. */
const EMBEDS =
  /\b(?:know|knows|tell|tells|say|says|explain|show|decide|agree|agreed|understand|see|learn|find out|prove|sure|clear|define|ask|determine)\b(?: \p{L}+){0,3}?(?: on| about| of)? (?:how|what|when|where|why|which|whose|who|whether|if)\b/iu;

function isDirect({ text }: Sentence, jointOffset: number): boolean {
  return !EMBEDS.test(text.slice(0, jointOffset));
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
