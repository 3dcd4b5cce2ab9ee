import type { Brief } from "../../brief/schema.ts";
import { type Finding, finding } from "../finding.ts";
import type { Passage, Sentence } from "../passages.ts";
import { BANDS, type Band, type LikelihoodWord, likelihoodWords } from "./likelihood-words.ts";

/** Likelihood words that contradict a percentage or the caveat’s field, or that stand with a confidence. English only. */
export function likelihoodFindings(brief: Brief, passages: readonly Passage[]): Finding[] {
  return passages.flatMap((passage) => [
    ...passage.sentences.flatMap((sentence) => [
      ...besidePercentage(passage, sentence),
      ...withConfidence(passage, sentence),
    ]),
    ...againstField(brief, passage),
  ]);
}

const placeOf = ({ raw }: Passage, { rawOffsetOf }: Sentence, { text, offset }: LikelihoodWord) => {
  const rawOffset = rawOffsetOf(offset);
  const [needle = ""] = text.split(" ");
  return { rawOffset, needle: raw.startsWith(needle, rawOffset) ? needle : "" };
};

const PERCENT = "(\\d+(?:\\.\\d+)?)(?: ?(?:[–-]|to) ?(\\d+(?:\\.\\d+)?))? ?(?:%|per ?cent)";
/** Percentages that say how likely something is, not how much of it there is. */
const PROBABILITIES: readonly RegExp[] = [
  new RegExp(`${PERCENT} (?:chance|probability|likelihood|odds|likely|certain)`, "giu"),
  new RegExp(
    `(?:chance|probability|likelihood|odds)(?: of [^,.;:%\\d]{1,40}?)?(?: (?:is|are|at|as|of|to be|stands at))?:? (?:about |around |some |roughly |over |under |below |above |only |just )*${PERCENT}`,
    "giu",
  ),
  new RegExp(
    `(?:likely|unlikely|probable|improbable|certain|odds|chance) \\((?:about |around |some |roughly |~)?${PERCENT}`,
    "giu",
  ),
];

function besidePercentage(passage: Passage, sentence: Sentence): Finding[] {
  const words = likelihoodWords(sentence.text).filter(
    ({ offset }) => !isPartOfPercentage(sentence.text, offset),
  );
  const stated = PROBABILITIES.flatMap((pattern) => [...sentence.text.matchAll(pattern)]);
  const [word] = words;
  const [probability] = stated;
  // With several of either it is not known which belongs to which.
  if (word === undefined || probability === undefined || words.length > 1) return [];
  const [low = 0, high = low] = [probability[1], probability[2] ?? probability[1]].map(Number);
  if (low <= word.band.to && high >= word.band.from) return [];
  const percentage = low === high ? `${low}%` : `${low}–${high}%`;
  return [
    finding(
      "likelihood-contradicts-percentage",
      {
        word: word.text,
        percentage,
        from: word.band.from,
        to: word.band.to,
        fitting: fittingWord((low + high) / 2),
      },
      passage.path,
      placeOf(passage, sentence, word),
    ),
  ];
}

/** In “60% likely” the word is the percentage’s noun. */
const isPartOfPercentage = (text: string, offset: number): boolean =>
  /(?:%|per ?cent) $/.test(text.slice(0, offset));

const inWords = (likelihood: string): string => likelihood.replaceAll("-", " ");

/** The word of the band that a percentage is in. */
function fittingWord(percentage: number): string | undefined {
  const band = BANDS.find(({ from, to }) => percentage >= from && percentage <= to);
  return band === undefined ? undefined : inWords(band.likelihood);
}

const CONFIDENCE =
  /(?<!\p{L})(?:low|moderate|medium|high)(?:-to-(?:moderate|high))? confidence(?!\p{L})|(?<!\p{L})our confidence(?: in \p{L}+)? is (?:low|moderate|medium|high)|(?<!\p{L})(?:highly|very|fairly|moderately) confident(?!\p{L})/iu;

function withConfidence(passage: Passage, sentence: Sentence): Finding[] {
  const confidence = CONFIDENCE.exec(sentence.text)?.[0];
  const [word] = likelihoodWords(sentence.text);
  if (confidence === undefined || word === undefined) return [];
  return [
    finding(
      "confidence-with-likelihood",
      { word: word.text, confidence },
      passage.path,
      placeOf(passage, sentence, word),
    ),
  ];
}

/**
 * A caveat’s one likelihood word against its field. The text may speak of the opposite (“a delay is likely” where the
 * claim, that there is none, is unlikely), so that the mirrored band agrees too; not so where it begins with “that is”.
 */
function againstField(brief: Brief, passage: Passage): Finding[] {
  const caveat = passage.kind === "caveat" ? brief.caveats[Number(passage.path[1])] : undefined;
  const field = BANDS.find(({ likelihood }) => likelihood === caveat?.likelihood);
  const found = passage.sentences.flatMap((sentence) =>
    likelihoodWords(sentence.text).map((word) => ({ sentence, word })),
  );
  const [only] = found;
  if (field === undefined || only === undefined || found.length > 1) return [];
  const { sentence, word } = only;
  const isOfClaim = /^(?:That|This|It) (?:is|looks|seems|remains) $/.test(
    sentence.text.slice(0, word.offset),
  );
  const agreeing = isOfClaim ? [field] : [field, mirrored(field)];
  if (agreeing.includes(word.band)) return [];
  return [
    finding(
      "likelihood-differs-from-field",
      { word: word.text, field: inWords(field.likelihood) },
      passage.path,
      placeOf(passage, sentence, word),
    ),
  ];
}

const mirrored = (band: Band): Band => BANDS[BANDS.length - 1 - BANDS.indexOf(band)] ?? band;
