import { finding } from "../finding.ts";
import type { Passage } from "../passages.ts";
import type { Rule } from "../rule.ts";
import { GUIDELINES } from "./guidelines.ts";
import { placeOfFirstWord } from "./place-of.ts";

/** Finds caveats that say their claim again, or only that care is needed. */
export const caveatRepeatsClaim: Rule = {
  code: "caveat-repeats-claim",
  language: "en",
  source: GUIDELINES.icd203,
  isOnByDefault: true,
  find: (_, passages) =>
    passages.flatMap((caveat, index) => {
      const claim = passages[index - 1];
      const [first] = caveat.sentences;
      if (caveat.kind !== "caveat" || claim?.kind !== "claim" || first === undefined) return [];
      const verdict = compare(textOf(claim), textOf(caveat));
      return verdict === undefined
        ? []
        : [
            finding(
              "caveat-repeats-claim",
              { isEmpty: verdict === "empty" },
              caveat.path,
              placeOfFirstWord(first),
            ),
          ];
    }),
};

const textOf = ({ sentences }: Passage): string => sentences.map(({ text }) => text).join(" ");

/** A caveat repeats when most of its words are the claim’s, and nothing in it denies or bounds them. */
function compare(claim: string, caveat: string): "empty" | "repeats" | undefined {
  const claimed = new Set(contentStems(claim));
  const said = contentStems(caveat);
  const added = said.filter((stem) => !claimed.has(stem));
  if (said.length > 0 && added.length === 0 && !BOUNDS.test(withoutWordsOf(claim, caveat))) return "repeats";
  if (hasNewNumber(claim, caveat)) return undefined;
  const own = added.filter((stem) => !STOCK_CAUTION.has(stem));
  const isCautious = added.length > own.length;
  if (own.length === 0 && isCautious && !BOUNDS.test(withoutStockDenials(caveat))) return "empty";
  const share = 1 - own.length / Math.max(1, said.length);
  return share > REPEATED_SHARE && !BOUNDS.test(withoutWordsOf(claim, caveat)) ? "repeats" : undefined;
}

/** Above half, what is new in a caveat is mostly its verbs. */
const REPEATED_SHARE = 0.5;

/** Denial, contrast, limit, doubt, measure, alternative: any of them bounds a claim. */
const BOUNDS =
  /\b(?:not|no|none|nobody|nothing|never|nor|neither|without|cannot|few|little|hardly|barely|un\p{L}{4,}ed|\p{L}+n[’']t|but|yet|however|although|though|while|whereas|unlike|only|alone|except|instead|rather|still|until|unless|if|before|since|at (?:least|most|best)|up to|less than|more than|under|over|below|above|part(?:ly|ial)?|some|most|one|half|single|estimates?d?|assum\p{L}+|models?|forecasts?|target|average|samples?|survey|self-reported|own|rumou?rs?|disput\p{L}+|den(?:y|ies|ied)|doubts?|contradict\p{L}*|exclud\p{L}+|omits?|ignor\p{L}+|leaves? out|varies|vary|differ\p{L}*|rounding|includes?|counts?|depends?|may|might|could|would|expects?|probably|alleg\p{L}+|fails?|false|wrong|mislead\p{L}*|prelim\p{L}+|draft|unaudited|anonymous|too|other|another|also|elsewhere|already|so far)\b/iu;

/** “Nobody tastes it” is no denial of a claim that says so. */
const withoutWordsOf = (claim: string, caveat: string): string => {
  const claimed = new Set(claim.toLowerCase().split(/[^\p{L}’']+/u));
  return caveat.replace(/[\p{L}’']+/gu, (word) => (claimed.has(word.toLowerCase()) ? "" : word));
};

/** “It is not certain”, “should not be taken at face value”: denials that deny nothing of the claim. */
const withoutStockDenials = (caveat: string): string =>
  caveat.replace(
    /\b(?:(?:should|must|can(?:not)?|may|might|could|would) (?:not )?be|is not|are not|not|may|might|could|still|some|yet|also|more)\b/giu,
    " ",
  );

const hasNewNumber = (claim: string, caveat: string): boolean =>
  (caveat.match(/\d+(?:[.,]\d+)*/g) ?? []).some((number) => !claim.includes(number));

const FUNCTION_WORDS = new Set(
  "a an the this that these those it its he she they them their his her we our us you your i my is are was were be been being am do does did has have had having will would shall should can could may might must of in on at by for from to with as into onto over under about between against than then so and or but nor if when while because since there here who whom whose which what how why where not no very indeed also just own too more most such only out up down off again all any each both".split(
    " ",
  ),
);

/** Words that ask for care, or say that something was said. */
const STOCK_CAUTION = new Set(
  "claim figure number report statement fact say said saying state tell told caution cautious care careful read reader treat take taken view consider note bear mind remember important point assess information evidence data source true truth accurate correct confirm corroborate support agree verify need require further investigate research clear certain sure uncertain uncertainty risk caveat face value salt grain keep use used interpret regard approach known know remain possible result question open time see seen make made thing change advise please indicate show suggest"
    .split(" ")
    .map(stem),
);

function contentStems(text: string): string[] {
  const words = text.toLowerCase().match(/\p{L}[\p{L}’'-]*|\d[\d.,]*\d|\d/gu) ?? [];
  return words.filter((word) => !FUNCTION_WORDS.has(word)).map(stem);
}

/** Close enough to tell that “doubled” and “doubling” are one word. */
function stem(word: string): string {
  const bare = word.replace(/[’']s?$/, "");
  if (bare.length <= 4) return bare.replace(/s$/, "");
  return bare.replace(/(?:ations?|ingly|edly|ness|ments?|ies|ied|ing|ed|es|ly|al|e|s|y)$/, "");
}
