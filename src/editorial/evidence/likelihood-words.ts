import type { Likelihood } from "../../brief/schema.ts";

/** A band of ICD 203, in percent. */
export interface Band {
  readonly likelihood: Likelihood;
  readonly from: number;
  readonly to: number;
}

/** The seven bands of Intelligence Community Directive 203 (2015), section 6.e.2.a. */
export const BANDS: readonly Band[] = [
  { likelihood: "almost-no-chance", from: 1, to: 5 },
  { likelihood: "very-unlikely", from: 5, to: 20 },
  { likelihood: "unlikely", from: 20, to: 45 },
  { likelihood: "roughly-even", from: 45, to: 55 },
  { likelihood: "likely", from: 55, to: 80 },
  { likelihood: "very-likely", from: 80, to: 95 },
  { likelihood: "almost-certain", from: 95, to: 99 },
];

/** A likelihood word in a text. */
export interface LikelihoodWord {
  readonly text: string;
  readonly offset: number;
  readonly band: Band;
}

/** The likelihood words of ICD 203 in an English text; comparisons, negations and quoted words (“more likely”, “not likely”) say something else. */
export function likelihoodWords(text: string): LikelihoodWord[] {
  return [...text.matchAll(TERM)].flatMap(({ 0: written, index }) => {
    const likelihood = TERMS.find(([pattern]) => pattern.test(written))?.[1];
    const band = BANDS.find((each) => each.likelihood === likelihood);
    return band === undefined || COMPARED.test(text.slice(0, index))
      ? []
      : [{ text: written, offset: index, band }];
  });
}

const TERM =
  /(?<![\p{L}-])(?:almost no chance|remote(?: chance| possibility)?(?= that| of|,|;|\.|:| \()|(?:(?:very|highly|most|extremely) )?(?:unlikely|improbable|likely|probable|probably)|roughly even (?:chance|odds)|even (?:chance|odds)|(?:almost|nearly|virtually) certain(?:ly)?)(?![\p{L}-])/giu;

const STRONG = /^(?:very|highly|most|extremely) /i;
const TERMS: readonly (readonly [RegExp, Likelihood])[] = [
  [/^(?:almost no chance|remote)/i, "almost-no-chance"],
  [/even (?:chance|odds)$/i, "roughly-even"],
  [/certain/i, "almost-certain"],
  [new RegExp(`${STRONG.source}(?:unlikely|improbable)$`, "i"), "very-unlikely"],
  [new RegExp(`${STRONG.source}(?:likely|probabl[ey])$`, "i"), "very-likely"],
  [/(?:unlikely|improbable)$/i, "unlikely"],
  [/(?:likely|probabl[ey])$/i, "likely"],
];

const COMPARED =
  /(?:more|less|as|so|how|not|n[’']t|equally|neither|nor|too|most) (?:at all )?$|[“"‘]$|\b(?:the|of|its|their|our) (?:most )?$/i;
