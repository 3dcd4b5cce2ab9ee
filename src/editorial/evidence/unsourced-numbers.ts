import { type Finding, finding } from "../finding.ts";
import type { PassageKind } from "../passages.ts";
import type { BriefNumber } from "./brief-numbers.ts";
import { isSameQuantity } from "./quantity.ts";

/** Numbers in prose without a citation in their sentence, and numbers of title and bottom line that the body does not source. */
export function unsourcedNumbers(numbers: readonly BriefNumber[]): Finding[] {
  const sourced = numbers.filter(({ kind, sources }) => !isHeadline(kind) && sources.length > 0);
  const isSourcedElsewhere = ({ quantity }: BriefNumber) =>
    sourced.some((other) => isSameQuantity(other.quantity, quantity));
  return numbers.flatMap((number) => {
    if (isHeadline(number.kind)) return isSourcedElsewhere(number) ? [] : [headline(number)];
    const isBare = NEEDS_CITATION.has(number.kind) && number.sources.length === 0;
    return isBare && !isCountOfText(number) && !isSourcedElsewhere(number) ? [unsourced(number)] : [];
  });
}

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
