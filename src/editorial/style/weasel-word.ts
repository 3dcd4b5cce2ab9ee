import { finding } from "../finding.ts";
import type { Rule } from "../rule.ts";
import { findPhrases, type Phrase } from "./find-phrases.ts";
import { GUIDELINES } from "./guidelines.ts";
import { placeOf } from "./place-of.ts";

/** Finds words that stand for an amount or a source that is not given. */
export const weaselWord: Rule = {
  code: "weasel-word",
  language: "en",
  source: GUIDELINES.amazon,
  isOnByDefault: true,
  find: (_, passages) =>
    findPhrases(passages, PHRASES).map(({ passage, sentence, offset, phrase, advice }) =>
      finding("weasel-word", { phrase, advice }, passage.path, placeOf(sentence, offset)),
    ),
};

const HOW_MUCH = "Say how much: a percentage, a sum, a number of people or days.";
const HOW_MANY = "Say how many, or which.";
const DROP_IT = "Drop it, or say how much.";
const WHO = "Name who says so and cite it, or drop the sentence.";

const PHRASES: readonly Phrase[] = [
  {
    // “Statistically significant” is a term, and “not significant” a result.
    pattern:
      "(?<!statistically |clinically |not |no |how |in)(?:significant(?!ly (?:more|less) likely)(?:ly)?)(?! other)",
    advice: HOW_MUCH,
  },
  {
    pattern:
      "substantial(?:ly)?(?! (?:completion|performance|shareholders?|damages|holdings?))|considerabl[ey]|massive(?:ly)?|enormous(?:ly)?|huge(?:ly)?|tremendous(?:ly)?|dramatic(?:ally)?(?! arts?)|sizeable|sizable|drastic(?:ally)?|immense(?:ly)?|appreciabl[ey]|a great deal of|a lot of|lots of|sharp rise in|far-reaching",
    advice: HOW_MUCH,
  },
  {
    // “Very likely” is a band of ICD 203; “the very first” is exact.
    pattern:
      "very(?! (?:likely|unlikely|first|last|same|next|least|day|week|moment|few|purpose|point|reason))|(?<!not )(?:extremely|incredibly|remarkably|exceptionally|hugely|immensely|truly)(?! (?:likely|unlikely))",
    advice: DROP_IT,
  },
  {
    pattern:
      "numerous|countless|a (?:large|great|growing|significant|substantial) number of|a variety of|a host of|a wide range of|a multitude of|a plethora of|a myriad(?: of)?|myriad",
    advice: HOW_MANY,
  },
  {
    pattern:
      "(?:(?:many|most|some|several|various|numerous|leading|industry|market) )*(?:experts|observers|commentators|pundits|insiders)(?= (?:say|said|believe|agree|think|expect|predict|argue|warn|fear|suggest|consider|see|doubt|point|note|have (?:said|warned|argued|suggested)))",
    advice: WHO,
    isRedeemedBySource: true,
    isRedeemedByAmount: false,
  },
  {
    pattern:
      "(?:many|most|some|several|various) (?:analysts|economists|critics|researchers|scientists|people|companies|firms|customers|stakeholders)(?= (?:say|said|believe|agree|think|expect|predict|argue|warn|fear|suggest|feel))",
    advice: WHO,
    isRedeemedBySource: true,
    isRedeemedByAmount: false,
  },
  {
    pattern:
      "(?:it is|it’s|it's) (?:widely|generally|commonly|often|broadly) (?:believed|accepted|known|thought|said|assumed|agreed|expected|recognised|recognized|held)|is (?:widely|generally|commonly) (?:believed|regarded|seen|considered|thought|expected)|(?:studies|research) (?:show|shows|suggest|suggests|indicate|indicates|prove|proves)|sources say|some say|many (?:say|believe|think|feel|argue)|there is a (?:widespread|growing|general) (?:belief|consensus|feeling|sense)",
    advice: WHO,
    isRedeemedBySource: true,
    isRedeemedByAmount: false,
  },
  {
    pattern:
      "in the (?:near|foreseeable) future|in due course|sooner or later|in a timely manner|going forward",
    advice: "Say when: a day, a month or a quarter.",
  },
];
