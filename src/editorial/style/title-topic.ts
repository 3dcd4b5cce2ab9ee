import nlp from "compromise";
import type { Brief } from "../../brief/schema.ts";
import { TITLE_MAX_CHARACTERS } from "../../brief/schema.ts";
import { finding } from "../finding.ts";
import type { Passage } from "../passages.ts";
import type { Rule } from "../rule.ts";
import { GUIDELINES } from "./guidelines.ts";
import { isImperative } from "./is-imperative.ts";
import { placeOfFirstWord } from "./place-of.ts";

/** Finds titles that name a topic and say nothing about it. */
export const titleTopic: Rule = {
  code: "title-topic",
  language: "en",
  source: GUIDELINES.smartBrevity,
  isOnByDefault: true,
  find: (_: Brief, passages) => {
    const title = passages.find(({ kind }) => kind === "title");
    const sentence = title?.sentences[0];
    if (title === undefined || sentence === undefined || saysSomething(title.raw)) return [];
    return [finding("title-topic", { example: asMessage(passages) }, title.path, placeOfFirstWord(sentence))];
  },
};

/** One clause with a verb of its own, or an order, is enough. */
function saysSomething(title: string): boolean {
  return title
    .split(/[:;.!?] |\s[—–-]\s|,\s/)
    .some((clause) => !isTopicClause(clause) && hasFiniteVerb(clause));
}

/** “How to …”, “What … means”, “Planning for …”, “Update on …” announce what others will say. */
const TOPIC_OPENERS =
  /^(?:how|why|what|where|when|who|which|whether)\b(?!.*\?)|^(?:an? |the |our |this )?(?:\p{L}+ )?(?:update|report|review|overview|summary|analysis|outlook|notes?|briefing|brief|introduction|guide|background|status|lessons|thoughts|implications|impact|effects?|state|future|case|need|overview|look|plans?|options|rise|fall)s? (?:on|of|for|at|from|to|in|about|learned)\b|^(?:an? )?(?:closer |first |quick )?look (?:at|into)\b/iu;

const isTopicClause = (clause: string): boolean => TOPIC_OPENERS.test(clause.trim());

function hasFiniteVerb(clause: string): boolean {
  const text = clause.trim();
  if (text.split(" ").length < 2) return false;
  if (isImperative(text) || SURE_VERBS.test(text)) return true;
  const doc = nlp(text);
  return FINITE.some((pattern) => doc.has(pattern)) || hasVerbInS(text);
}

/** A past or s-form; a base form only after what can be its subject: “suppliers miss”, and not “rules for bulk mail”. */
const FINITE = [
  "#Modal",
  "#Copula",
  "#PastTense",
  "(#PresentTense && !#Gerund && !#Infinitive && !#Imperative)",
  "#Noun (#Infinitive && !#Imperative) (#Possessive|#Determiner)",
  "(#Plural|we|they|you|I|us) #Adverb? (#Infinitive && !#Imperative)",
];

/** Forms that are hardly ever nouns or adjectives. */
const SURE_VERBS =
  /\b(?:is|are|was|were|has|have|had|will|would|can|cannot|could|should|must|may|might|does|do|did|isn[’']t|aren[’']t|won[’']t|can[’']t|doesn[’']t|don[’']t|didn[’']t|ends|rises|falls|doubles|triples|fails|closes|wins|loses|grows|stalls|slips|drops|jumps|soars|sinks|hits|beats|cuts (?:our|the|its|a|\d)|costs (?:us|our|the|\p{Lu})|leaves|keeps|stays|starts|begins|comes|goes|gets|gives|takes|makes|says|fell|rose|lost|won|hit|went|came|took|made|gave|said|left|kept|sold|bought|cost us)\b/iu;

/** “Regulator fines rival”: an s-form with an object right behind it. */
const hasVerbInS = (text: string): boolean =>
  /\p{L}{3,} (?:\p{L}{2,}(?:[^s\s]s|ches|shes|sses)) (?:rival|rivals|us|our|its|the|a|an|all|every|half|two|three)\b/u.test(
    text,
  );

/** The first clause of the bottom line, if it would fit. */
function asMessage(passages: readonly Passage[]): string | undefined {
  const sentence = passages
    .find(({ kind }) => kind === "bottom-line")
    ?.sentences[0]?.text.replace(/[.!]$/, "");
  if (sentence === undefined) return undefined;
  return [sentence, ...sentence.split(/[;:,—–] /).slice(0, 1)].find(
    (text) => text.length <= TITLE_MAX_CHARACTERS && hasFiniteVerb(text),
  );
}
