import { finding } from "../finding.ts";
import type { Sentence } from "../passages.ts";
import type { Rule } from "../rule.ts";
import { GUIDELINES } from "./guidelines.ts";
import { placeOf } from "./place-of.ts";

/** Finds questions that yes or no would answer, without one that follows. */
export const questionClosed: Rule = {
  code: "question-closed",
  language: "en",
  source: GUIDELINES.icd203,
  isOnByDefault: true,
  find: (_, passages) =>
    passages
      .filter(({ kind }) => kind === "question")
      .flatMap(({ path, sentences }) => {
        const asked = sentences.filter(({ text }) => ASKS.test(text));
        const opener = asked[0];
        const isOpen = asked.some((sentence) => closedPart(sentence) === undefined);
        const part = opener === undefined || isOpen ? undefined : closedPart(opener);
        if (opener === undefined || part === undefined) return [];
        return [finding("question-closed", { rewrite: openForm(part) }, path, placeOf(opener, part.offset))];
      }),
};

const ASKS = /\?["'”’)\s]*$/;

interface ClosedPart {
  readonly auxiliary: string;
  readonly rest: string;
  readonly lead: string;
  readonly offset: number;
}

const AUXILIARY =
  "(?:is|are|was|were|am|do|does|did|can|could|will|would|shall|should|may|might|must|has|have|had)(?:n[’']t)?";
/** “If prices halve, will we …”: a clause before the question. */
const CLOSED = new RegExp(
  `^(?<lead>(?:(?:if|when|once|after|before|given|since|while|even if|in|on|at|by|with|without|and|but|so)\\b[^?,]*, |(?:and|but|so) )?)(?<auxiliary>${AUXILIARY}) (?<rest>.*?)\\?`,
  "is",
);

/** An alternative (“or after the second round?”), or a question word later on (“and if so, when?”), asks for more than yes or no. */
const FOLLOW_UP =
  /(?:,|;|—|–|\band|\bor|\bbut)\s(?:and |but |or )?(?:if (?:so|not|yes|no)|(?:at|by|for|from|in|on|to|under|with|within|until|since)? ?(?:how|what|which|when|where|why|who|whom|whose))\b/i;
const ALTERNATIVE = /\bor\b(?! (?:not|so|more|less|later|sooner|fewer|both|all|any)\b)/i;
const EITHER_OR =
  /(?:, or |\bor (?:do|does|did|is|are|should|would|will|can|could|must|after|before|only|just|rather|wait|leave|keep|stay|the (?:other|second|old|new))\b|\beither\b|\brather than\b|\bfirst or\b)/i;

/** “… worth more open or closed?” */
const LAST_WORDS = /[\p{L}-]+ or (?:to )?[\p{L}-]+$/u;

function closedPart({ text }: Sentence): ClosedPart | undefined {
  const { lead, auxiliary, rest } = CLOSED.exec(text)?.groups ?? {};
  if (lead === undefined || auxiliary === undefined || rest === undefined) return undefined;
  if (FOLLOW_UP.test(` ${rest}`) || isAlternative(auxiliary, rest)) return undefined;
  return { lead, auxiliary, rest, offset: lead.length };
}

/** “Do we sign now or wait?” asks which; “Has any plant or depot been hit?” asks whether. */
function isAlternative(auxiliary: string, rest: string): boolean {
  if (EITHER_OR.test(rest) || LAST_WORDS.test(rest)) return true;
  const isOurMove = /^(?:do|should|shall|would|will|can|must)/i.test(auxiliary) && /^we\b/i.test(rest);
  return isOurMove && ALTERNATIVE.test(rest);
}

/** The same as an open question. */
function openForm({ lead, auxiliary, rest }: ClosedPart): string {
  const verb = auxiliary.toLowerCase().replace(/n[’']t$/, "");
  const existing = /^there (?:an? |any |enough |some )?(.*)$/i.exec(rest)?.[1];
  const begin = (question: string) => (lead === "" ? question : `${lead}${lowerFirst(question)}`);
  if (existing !== undefined) return begin(`What ${existing} ${verb} there?`);
  if (/^(?:should|shall|must|may|might)$/.test(verb)) return begin(`Under which conditions ${verb} ${rest}?`);
  if (/^(?:will|would|can|could)$/.test(verb)) return begin(`How ${verb} ${rest}?`);
  return begin(`How far ${verb} ${rest}?`);
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
