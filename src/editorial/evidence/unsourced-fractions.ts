import type { Brief } from "../../brief/schema.ts";
import { type Finding, finding } from "../finding.ts";
import type { Passage, PassageKind } from "../passages.ts";
import { sourcesOf } from "./brief-numbers.ts";

/** Shares in words (“a fifth of”, “one in five”) in sentences that cite nothing, where no sentence with a source has the same. English only. */
export function unsourcedFractions(brief: Brief, passages: readonly Passage[]): Finding[] {
  const isCiting = passages.some(
    ({ kind, sentences }) =>
      kind === "bottom-line" && sentences.some(({ citations }) => citations.length > 0),
  );
  const all = passages.flatMap((passage) =>
    passage.sentences.flatMap((sentence) =>
      [...sentence.text.matchAll(FRACTION)].map(({ 0: text, index }) => ({
        text,
        passage,
        rawOffset: sentence.rawOffsetOf(index),
        isSourced: sourcesOf(brief, passage, sentence).length > 0,
      })),
    ),
  );
  const sourced = new Set(all.filter(({ isSourced }) => isSourced).map(({ text }) => text.toLowerCase()));
  return all
    .filter(({ isSourced, text, passage: { kind } }) => {
      const isBare = NEEDS_CITATION.has(kind) || (kind === "bottom-line" && isCiting);
      return isBare && !isSourced && !sourced.has(text.toLowerCase());
    })
    .map(({ text, passage, rawOffset }) => {
      const [needle = ""] = text.split(/[ -]/);
      return finding("unsourced-figure", { number: text }, passage.path, { rawOffset, needle });
    });
}

/** An implication tells what to do, often with a share to reckon with. */
const NEEDS_CITATION: ReadonlySet<PassageKind> = new Set(["summary", "caveat", "why", "answer"]);

const FRACTION =
  /(?<![\p{L}-])(?:(?:a|one|two|three|four)[ -](?:third|fifth|sixth|seventh|eighth|ninth|tenth)s?(?= of (?!the (?:year|month|day)))|(?:a|one|three)[ -]quarters?(?= of (?!an?\b|the (?:year|month|day)))|one in (?:three|four|five|six|seven|eight|nine|ten|twenty|\d+))(?![\p{L}-])/giu;
