import type { Brief } from "../../brief/schema.ts";
import { wordOf } from "../../quantities/number-words.ts";
import { isChangeBetween, isSameQuantity } from "../../quantities/quantity.ts";
import { type Finding, finding } from "../finding.ts";
import type { Passage, PassageKind, Sentence } from "../passages.ts";
import { type BriefNumber, sourcesOf } from "./brief-numbers.ts";

/** Numbers in prose without a citation in their sentence, and numbers of title and bottom line that the body does not source. */
export function unsourcedNumbers(
  brief: Brief,
  passages: readonly Passage[],
  numbers: readonly BriefNumber[],
): Finding[] {
  const texts = sourcedTexts(brief, passages);
  const sourced = numbers.filter(({ kind, sources }) => !isHeadline(kind) && sources.length > 0);
  const isSourcedElsewhere = ({ quantity }: BriefNumber) =>
    sourced.some((other) => isSameQuantity(other.quantity, quantity));
  const isCited = passages.some(({ kind, sentences }) => kind === "bottom-line" && sentences.some(isCiting));
  return numbers.flatMap((number) => {
    if (isHeadline(number.kind)) {
      // A bottom line that cites nothing at all is one finding of another rule.
      const isBare = number.kind === "bottom-line" && isCited && number.sources.length === 0;
      const isInBody =
        isSourcedElsewhere(number) || isInWords(number, texts) || isShownChange(number, sourced);
      if (!isInBody) return [headline(number)];
      return isBare ? [unsourced(number)] : [];
    }
    const isBare = NEEDS_CITATION.has(number.kind) && number.sources.length === 0;
    return isBare && !isCountOfText(number) && !isSourcedElsewhere(number) ? [unsourced(number)] : [];
  });
}

const isCiting = ({ citations }: Sentence): boolean => citations.length > 0;

/** The text of every sentence of the body that has a source. */
const sourcedTexts = (brief: Brief, passages: readonly Passage[]): string[] =>
  passages
    .filter(({ kind }) => !isHeadline(kind))
    .flatMap((passage) =>
      passage.sentences
        .filter((sentence) => sourcesOf(brief, passage, sentence).length > 0)
        .map(({ text }) => text),
    );

/** Whether the body has a small number as a word: “4 points” in the title, “four points” below. */
function isInWords({ quantity: { value, kind } }: BriefNumber, texts: readonly string[]): boolean {
  const word = kind === "count" || kind === "time" ? wordOf(value) : undefined;
  return word !== undefined && texts.some((text) => new RegExp(`\\b${word}\\b`, "i").test(text));
}

/** Whether a figure shows the two numbers that a percentage is the change between. */
const isShownChange = ({ quantity }: BriefNumber, sourced: readonly BriefNumber[]): boolean =>
  sourced.some((to, index) => {
    const from = sourced[index - 1];
    return (
      from?.kind === "figure" &&
      from.path.join() === to.path.join() &&
      isChangeBetween(quantity, from.quantity, to.quantity)
    );
  });

const isHeadline = (kind: BriefNumber["kind"]): boolean => kind === "title" || kind === "bottom-line";

/** What states facts. A claim quotes others, a question or an option looks ahead; the rest has a list of sources. */
const NEEDS_CITATION: ReadonlySet<PassageKind | string> = new Set([
  "summary",
  "timeline",
  "quote",
  "caveat",
  "implication",
  "why",
  "answer",
] satisfies PassageKind[]);

/** “These 3 questions”: it counts what the reader sees. */
function isCountOfText({ quantity, context, contextOffset }: BriefNumber): boolean {
  const after = context.slice(contextOffset + quantity.text.length);
  return quantity.kind === "count" && quantity.value <= SMALL_COUNT && TEXT_NOUN.test(after);
}

const SMALL_COUNT = 12;
const TEXT_NOUN =
  /^ (?:\p{Ll}+ )?(?:reasons?|questions?|steps?|options?|points?|things|ways|choices|lessons|caveats|figures|Gründe|Fragen|Schritte|Punkte|raisons|étapes|razones|preguntas|pasos)\b/u;

const placeOf = ({ rawOffset, needle }: BriefNumber) => ({ rawOffset, needle });

const unsourced = (number: BriefNumber): Finding =>
  finding("unsourced-figure", { number: number.quantity.text }, number.path, placeOf(number));

const headline = (number: BriefNumber): Finding =>
  finding(
    "headline-number-unsourced",
    { number: number.quantity.text, field: number.kind === "title" ? "title" : "bottom line" },
    number.path,
    placeOf(number),
  );
