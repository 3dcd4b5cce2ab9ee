import nlp from "compromise";
import { finding } from "../finding.ts";
import type { Sentence } from "../passages.ts";
import type { Rule } from "../rule.ts";
import { GUIDELINES } from "./guidelines.ts";
import { hiddenActor, type Passive } from "./hidden-actor.ts";
import { isParticiple } from "./is-participle.ts";
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

/** Every sentence has a passive verb without an agent, and none an active one. */
function passiveThroughout(sentences: readonly Sentence[]): Passive[] {
  const all = sentences.map(passiveMainVerb);
  const [first] = all;
  return first !== undefined && all.every((passive) => passive !== undefined) ? [first] : [];
}

/** A passive that hangs on “that” or “when” is not the sentence’s own. */
const HANGS_ON =
  /\b(?:that|which|who|whom|whose|what|how|whether|where|when|if|unless|until|because)\b[^,;:.]*$/i;
const PASSIVE = /\b(?:is|are|was|were|been|being) (?:(?:not|now|also|\p{L}+ly) )?(?<participle>\p{L}+)/giu;

function passiveMainVerb(sentence: Sentence): Passive | undefined {
  const { text } = sentence;
  // A second clause may say what to do.
  if (/[;:—–]/.test(text) || / (?:we|you|our|your) /i.test(` ${text} `)) return undefined;
  for (const match of text.matchAll(PASSIVE)) {
    const participle = match.groups?.participle ?? "";
    const after = text.slice(match.index + match[0].length);
    const before = text.slice(0, match.index);
    const isByAgent = /^[^,;:]*\bby (?!\d)/.test(after);
    if (isParticiple(participle) && !isByAgent && !HANGS_ON.test(before) && !hasActiveClause(before, after)) {
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
