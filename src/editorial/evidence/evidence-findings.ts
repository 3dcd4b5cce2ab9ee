import type { Brief } from "../../brief/schema.ts";
import type { Finding } from "../finding.ts";
import type { Passage } from "../passages.ts";
import { numbersOf } from "./brief-numbers.ts";
import { conflictingNumbers } from "./conflicting-numbers.ts";
import { likelihoodFindings } from "./likelihood-findings.ts";
import { sourceQuality } from "./source-quality.ts";
import { uncitedAttributions } from "./uncited-attributions.ts";
import { caveatSources, uncitedStatements } from "./uncited-statements.ts";
import { unsourcedFractions } from "./unsourced-fractions.ts";
import { unsourcedNumbers } from "./unsourced-numbers.ts";

/** What a project asks of the evidence of its briefs. */
export interface EvidenceOptions {
  /** Age in months, at the date of the brief, from which a source is stale. */
  readonly sourceMaxAgeMonths: number;
  /** Language of the brief, as a tag of BCP 47, where its file does not say. */
  readonly language?: string;
}

/** Where a brief’s numbers, statements and forecasts do not rest on its sources. Rules on English words are silent in other languages. */
export function evidenceFindings(
  brief: Brief,
  passages: readonly Passage[],
  { sourceMaxAgeMonths, language = "en" }: EvidenceOptions,
): Finding[] {
  const locale = brief.locale ?? language;
  const numbers = numbersOf(brief, passages, locale);
  const isEnglish = /^en(?:-|$)/i.test(locale);
  const unsourced = [
    ...unsourcedNumbers(brief, passages, numbers),
    ...(isEnglish ? unsourcedFractions(brief, passages) : []),
  ];
  return [
    ...unsourced,
    ...conflictingNumbers(brief, numbers),
    ...uncitedStatements(brief, passages, unsourced),
    ...caveatSources(brief, passages),
    ...sourceQuality(brief, passages, sourceMaxAgeMonths),
    ...(isEnglish ? [...uncitedAttributions(brief, passages), ...likelihoodFindings(brief, passages)] : []),
  ];
}
