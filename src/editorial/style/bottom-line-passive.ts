import nlp from "compromise";
import { finding } from "../finding.ts";
import type { Sentence } from "../passages.ts";
import type { Rule } from "../rule.ts";
import { GUIDELINES } from "./guidelines.ts";
import { placeOf } from "./place-of.ts";

/** Finds a bottom line that hides who should act, or that is passive from end to end. */
export const bottomLinePassive: Rule = {
  code: "bottom-line-passive",
  language: "en",
  source: GUIDELINES.plainLanguage,
  isOnByDefault: true,
  find: (_, passages) =>
    passages
      .filter(({ kind }) => kind === "bottom-line")
      .flatMap(({ path, sentences }) => {
        const hidden = sentences.flatMap((sentence) => hiddenActor(sentence) ?? []);
        const found = hidden.length > 0 ? hidden : passiveThroughout(sentences);
        return found.map(({ sentence, offset, passive, rewrite }) =>
          finding("bottom-line-passive", { passive, rewrite }, path, placeOf(sentence, offset)),
        );
      }),
};

interface Passive {
  readonly sentence: Sentence;
  readonly offset: number;
  readonly passive: string;
  readonly rewrite?: string | undefined;
}

/** “It is recommended that”, “is advised to” */
const ADVICE =
  /\b(?:it (?:is|was|has been) (?:therefore |strongly |now |hereby )?(?:recommended|advised|suggested|proposed|felt|hoped|believed|considered|requested|understood|envisaged|anticipated|planned|intended)|(?:is|are) (?:strongly )?(?:recommended|advised|requested|urged|asked)(?= (?:to|that)\b))/i;

const DUTY = "(?:should|must|ought to|needs? to|has to|have to|shall)";
const ADVERB = "(?:(?:not|now|also|\\p{L}+ly|therefore|first|then|only|immediately) )?";
/** A clause whose verb is a duty in the passive; not one that hangs on “that” or “which”. */
const DUTY_PASSIVE = new RegExp(
  `\\b(?<duty>${DUTY}) ${ADVERB}(?:be|get|have been) ${ADVERB}(?<participle>\\p{L}+)`,
  "iu",
);
const RELATIVE =
  /\b(?:that|which|who|whom|whose|what|how|whether|where|when|if|unless|until|because)\b[^,;:.]*$/i;

function hiddenActor(sentence: Sentence): Passive | undefined {
  const { text } = sentence;
  const advice = ADVICE.exec(text);
  if (advice !== null && !/^\s*by\b/.test(text.slice(advice.index + advice[0].length))) {
    return { sentence, offset: advice.index, passive: advice[0], rewrite: "We recommend …" };
  }
  const duty = DUTY_PASSIVE.exec(text);
  const { duty: modal, participle } = duty?.groups ?? {};
  if (duty === null || modal === undefined || participle === undefined) return undefined;
  const before = text.slice(0, duty.index);
  const clause = before.slice(
    Math.max(
      ...[";", ":", ".", ", and ", ", but ", ", so "].map((mark) => before.lastIndexOf(mark) + mark.length),
      0,
    ),
  );
  const after = text.slice(duty.index + duty[0].length);
  if (
    RELATIVE.test(clause) ||
    /^[^,;:.]*\bby (?!(?:\d|the end|\p{Lu}\p{Ll}+day|next|then|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|summer|spring|autumn|winter|year|mid|early|late|\p{L}+ing))/u.test(
      after,
    )
  )
    return undefined;
  if (!isParticiple(participle)) return undefined;
  return {
    sentence,
    offset: duty.index,
    passive: duty[0],
    rewrite: inActive(clause.trim(), modal, participle, after),
  };
}

/** Every sentence has a passive verb without an agent, and none an active one. */
function passiveThroughout(sentences: readonly Sentence[]): Passive[] {
  const all = sentences.map(passiveMainVerb);
  const [first] = all;
  return first !== undefined && all.every((passive) => passive !== undefined) ? [first] : [];
}

const PASSIVE = new RegExp(`\\b(?:is|are|was|were|been|being) ${ADVERB}(?<participle>\\p{L}+)`, "giu");

function passiveMainVerb(sentence: Sentence): Passive | undefined {
  const { text } = sentence;
  // A second clause may say what to do.
  if (/[;:—–]/.test(text) || / (?:we|you|our|your) /i.test(` ${text} `)) return undefined;
  for (const match of text.matchAll(PASSIVE)) {
    const participle = match.groups?.participle ?? "";
    const after = text.slice(match.index + match[0].length);
    const before = text.slice(0, match.index);
    const isByAgent = /^[^,;:]*\bby (?!\d)/.test(after);
    if (isParticiple(participle) && !isByAgent && !RELATIVE.test(before) && !hasActiveClause(before, after)) {
      return { sentence, offset: match.index, passive: match[0] };
    }
  }
  return undefined;
}

/** A conjunction with a subject and verb of its own, before or after. */
const hasActiveClause = (before: string, after: string): boolean =>
  /, (?:so|which) /.test(after) ||
  (/,? (?:and|but|so|while|after|when|because|as|although) .* /.test(` ${after} `) && hasVerb(after)) ||
  (/,/.test(before) && hasVerb(before));

const hasVerb = (text: string): boolean => nlp(text.replace(PASSIVE, " ")).match("#Noun #Verb").found;

/** Ends in -ed or is irregular, and is not an adjective of state such as “limited” or “pleased”. */
function isParticiple(word: string): boolean {
  const lower = word.toLowerCase();
  if (STATES.has(lower)) return false;
  if (IRREGULAR.has(lower)) return true;
  return /\p{L}{2,}ed$/u.test(lower);
}

const STATES = new Set(
  "limited interested concerned pleased satisfied worried prepared supposed used based unchanged committed located excited tired advanced detailed related mixed united dedicated experienced aged crowded".split(
    " ",
  ),
);
const IRREGULAR = new Set(
  "done made taken given seen known shown put cut set sold bought built brought held kept left lost met paid read run said sent spent told understood written won withdrawn begun broken chosen drawn driven forgotten frozen hidden laid led shut sought split spread struck taught thought thrown found cast reset rebuilt rewritten overseen undone".split(
    " ",
  ),
);

/** “Budgets should be reviewed in May” as “[who] should review budgets in May”. */
function inActive(subject: string, modal: string, participle: string, after: string): string | undefined {
  const infinitive = nlp(`they ${participle} it`).verbs().toInfinitive().text();
  if (subject === "" || infinitive === "" || subject.split(" ").length > 8) return undefined;
  const object =
    /^(?:the|a|an|our|all|any|no|each|every|this|these|those|it)\b/i.test(subject) ||
    /^\p{Lu}\p{Ll}+s\b/u.test(subject)
      ? subject.charAt(0).toLowerCase() + subject.slice(1)
      : subject;
  const rest = after.replace(/[.!;:].*$/s, "").trimEnd();
  return `[who] ${modal.replace(/^needs$/, "need").replace(/^has to$/, "have to")} ${infinitive} ${object}${rest}`.slice(
    0,
    120,
  );
}
