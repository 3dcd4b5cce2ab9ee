import nlp from "compromise";
import type { Sentence } from "../passages.ts";
import { isParticiple } from "./is-participle.ts";

/** A verb in the passive voice, and the sentence in the active one where it can be made. */
export interface Passive {
  readonly sentence: Sentence;
  readonly offset: number;
  readonly passive: string;
  readonly rewrite?: string | undefined;
}

/** A duty or an advice in the passive voice, without whose it is: “budgets should be reviewed”, “it is recommended”. */
export function hiddenActor(sentence: Sentence): Passive | undefined {
  const { text } = sentence;
  const advice = ADVICE.exec(text);
  if (advice !== null && !/^\s*by\b/.test(text.slice(advice.index + advice[0].length))) {
    return { sentence, offset: advice.index, passive: advice[0], rewrite: "We recommend …" };
  }
  const duty = DUTY.exec(text);
  const participle = duty?.groups?.participle ?? "";
  if (duty === null || !isParticiple(participle)) return undefined;
  const clause = text.slice(0, duty.index).split(CLAUSE_BORDER).at(-1)?.trim() ?? "";
  const after = text.slice(duty.index + duty[0].length);
  if (HANGS_ON.test(clause) || BY_SOMEBODY.test(after)) return undefined;
  const isNegative = duty.groups?.not !== undefined;
  const rewrite = inActive({ object: clause, participle, isNegative, after });
  return { sentence, offset: duty.index, passive: duty[0], rewrite };
}

const ADVICE =
  /\b(?:it (?:is|was|has been) (?:therefore |strongly |now |hereby )?(?:recommended|advised|suggested|proposed|felt|hoped|believed|considered|requested|understood|envisaged|anticipated|planned|intended)|it (?:is|was) (?:important|essential|vital|crucial|necessary|imperative|desirable|advisable) that [^,;:.]{3,60} (?:be|is|are) (?=\p{L}+(?:ed|en|un|ade|one|ut)\b)|(?:is|are) (?:strongly )?(?:recommended|advised|requested|urged|asked)(?= (?:to|that)\b))/iu;

const ADVERB = "(?:(?:now|also|\\p{L}+ly|therefore|first|then|only) )?";
const DUTY = new RegExp(
  `\\b(?:should|must|ought to|needs? to|has to|have to|shall) (?<not>not )?${ADVERB}(?:be|get|have been) ${ADVERB}(?<participle>\\p{L}+)`,
  "iu",
);
const CLAUSE_BORDER = /[;:] |, (?:and|but|so) /;
/** Whose duty it is may stand in the clause that this one hangs on. */
const HANGS_ON =
  /\b(?:that|which|who|whom|whose|what|how|whether|where|when|if|unless|until|because)\b[^,;:.]*$/i;
/** “By the lenders”, and not “by Friday”, “by the end of May” or “by closing it”. */
const BY_SOMEBODY =
  /^[^,;:.]*\bby (?!\d|the end|\p{Lu}\p{Ll}+day|next|then|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|summer|spring|autumn|winter|year|mid|early|late|\p{L}+ing)/u;

const REWRITE_MAX_CHARACTERS = 120;
const OBJECT_MAX_WORDS = 8;

/** “Budgets should be reviewed in May” as “[who] should review budgets in May”. */
function inActive(passive: {
  readonly object: string;
  readonly participle: string;
  readonly isNegative: boolean;
  readonly after: string;
}): string | undefined {
  const infinitive = nlp(`they ${passive.participle} it`).verbs().toInfinitive().text();
  const object = BEGINS_WITH_NO_NAME.test(passive.object)
    ? passive.object.charAt(0).toLowerCase() + passive.object.slice(1)
    : passive.object;
  const rest = passive.after.replace(/[.!;:].*$/s, "").trimEnd();
  const rewrite = `[who] should ${passive.isNegative ? "not " : ""}${infinitive} ${object}${rest}`;
  const isUsable =
    object !== "" &&
    infinitive !== "" &&
    object.split(" ").length <= OBJECT_MAX_WORDS &&
    rewrite.length <= REWRITE_MAX_CHARACTERS;
  return isUsable ? rewrite : undefined;
}

const BEGINS_WITH_NO_NAME =
  /^(?:(?:The|An?|Our|All|Any|No|Each|Every|This|These|Those|Its?|Their|New|Old|Alternative)\b|\p{Lu}\p{Ll}+s\b)/u;
