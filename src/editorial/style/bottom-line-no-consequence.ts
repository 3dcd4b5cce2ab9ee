import type { Brief } from "../../brief/schema.ts";
import { finding } from "../finding.ts";
import type { Rule } from "../rule.ts";
import { lineProse } from "../strip-markdown.ts";
import { GUIDELINES } from "./guidelines.ts";
import { isImperative } from "./is-imperative.ts";
import { placeOfFirstWord } from "./place-of.ts";

/** Finds a bottom line that only tells what happened. */
export const bottomLineNoConsequence: Rule = {
  code: "bottom-line-no-consequence",
  language: "en",
  source: GUIDELINES.smartBrevity,
  isOnByDefault: true,
  find: (brief, passages) =>
    passages
      .filter(({ kind }) => kind === "bottom-line")
      .flatMap(({ path, sentences }) => {
        const [first] = sentences;
        if (first === undefined || sentences.some(({ text }) => hasConsequence(text))) return [];
        return [
          finding(
            "bottom-line-no-consequence",
            { example: furtherDown(brief) },
            path,
            placeOfFirstWord(first),
          ),
        ];
      }),
};

/** What should, will or may be; whom it concerns; what follows. */
const SIGNALS =
  /\b(?:we|us|our|ours|you|your|should|must|needs? to|has to|have to|ought to|will|would|could|can|cannot|can[’']t|won[’']t|may|might|so|therefore|thus|hence|means?|meaning|consequently|as a result|because of (?:this|that)|recommend(?:s|ed)?|advise[sd]?|propose[sd]?|suggest(?:s|ed)?|request(?:s|ed)?|urge[sd]?|essential|important|vital|crucial|necessary|asks?|decide|decision|costs?|at stake|at risk|risks?|threat(?:ens?|en(?:s|ing))?|exposed?|exposes|leaves|forces?|lets?|gives|puts|saves?|makes|opens|ends|turns|shifts|raises|lowers|depends?|hangs?|hurts?|harms?|helps?|benefits?|protects?|opportunity|worth|enough to|too \p{L}+|now (?:\p{L}+s|need|face|pay|carry)|faces?|no longer|still|binds?|owes?|due|(?:prices|fares|costs|fees|rents|margins|taxes) (?:rise|fall|double))\b/iu;

const hasConsequence = (text: string): boolean =>
  SIGNALS.test(text) || text.split(/[;:—–]\s|, (?=(?:so|and|but) )/).some(isImperative);

/** What the brief itself says further down about what to do. */
function furtherDown({ decision, implications }: Brief): string | undefined {
  const raw = decision?.recommendation ?? implications[0]?.text;
  const text = raw === undefined ? "" : lineProse(raw).text;
  if (text === "") return undefined;
  return text.length <= 120 ? text : `${text.slice(0, text.lastIndexOf(" ", 117))} …`;
}
