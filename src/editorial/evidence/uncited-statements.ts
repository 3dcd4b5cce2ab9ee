import type { Brief } from "../../brief/schema.ts";
import { type Finding, finding } from "../finding.ts";
import type { Passage, Sentence } from "../passages.ts";
import { lineOf, sourcesOf } from "./brief-numbers.ts";

/** Sentences of the summary without a citation; a bottom line and a chart that name no source at all. */
export function uncitedStatements(brief: Brief, passages: readonly Passage[]): Finding[] {
  const ofPassages = passages.flatMap((passage) => {
    if (passage.kind === "summary") {
      return passage.sentences
        .filter(
          (sentence) => isStatement(passage, sentence) && sourcesOf(brief, passage, sentence).length === 0,
        )
        .map((sentence) => finding("fact-uncited", {}, passage.path, firstWord(sentence, passage)));
    }
    const isUncited =
      passage.kind === "bottom-line" && passage.sentences.every(({ citations }) => citations.length === 0);
    return isUncited ? [finding("bottom-line-uncited", {}, passage.path)] : [];
  });
  return hasUnsourcedChart(brief)
    ? [...ofPassages, finding("chart-unsourced", {}, ["event", "chart"])]
    : ofPassages;
}

/** A chart’s sources stand under it, or under each of its points. */
function hasUnsourcedChart({ event: { chart } }: Brief): boolean {
  if (chart === undefined || chart.sources !== undefined) return false;
  return chart.data === undefined || chart.data.some(({ sources }) => sources === undefined);
}

/** A line that leads to a list states nothing of its own, and neither does a heading. */
const isStatement = (passage: Passage, sentence: Sentence): boolean =>
  sentence.words.length >= STATEMENT_MIN_WORDS &&
  !sentence.text.endsWith(":") &&
  !/^ {0,3}#/.test(lineOf(passage, sentence));
const STATEMENT_MIN_WORDS = 3;

function firstWord({ words, rawOffsetOf }: Sentence, { raw }: Passage) {
  const [word = { text: "", offset: 0 }] = words;
  const rawOffset = rawOffsetOf(word.offset);
  const needle = raw.startsWith(word.text, rawOffset) ? word.text : "";
  return { rawOffset, needle };
}

/** Caveats whose list of sources and whose text do not name the same, or whose text cites nothing. */
export function caveatSources(brief: Brief, passages: readonly Passage[]): Finding[] {
  return brief.caveats.flatMap(({ sources }, index) => {
    const [claim = [], caveat = []] = (["claim", "caveat"] as const).map((field) =>
      citationsIn(passages, ["caveats", index, field]),
    );
    const cited = new Set([...claim, ...caveat]);
    const unlisted = (["claim", "caveat"] as const).flatMap((field) =>
      [...new Set(field === "claim" ? claim : caveat)]
        .filter((id) => !sources.includes(id))
        .map((id) =>
          finding(
            "caveat-source-unlisted",
            { id },
            ["caveats", index, field],
            citationPlace(brief, index, field, id),
          ),
        ),
    );
    if (caveat.length === 0)
      return [...unlisted, finding("caveat-uncited", {}, ["caveats", index, "caveat"])];
    const unplaced = sources
      .map((id, item) => ({ id, path: ["caveats", index, "sources", item] }))
      .filter(({ id }) => !cited.has(id))
      .map(({ id, path }) => finding("caveat-source-unplaced", { id }, path));
    return [...unlisted, ...unplaced];
  });
}

const citationsIn = (passages: readonly Passage[], path: Passage["path"]): string[] =>
  passages
    .filter((passage) => passage.path.join() === path.join())
    .flatMap(({ sentences }) => sentences.flatMap(({ citations }) => citations));

function citationPlace(brief: Brief, index: number, field: "claim" | "caveat", id: string) {
  const needle = `@${id}`;
  const text = brief.caveats[index]?.[field] ?? "";
  const pattern = new RegExp(`${needle}(?![a-z0-9-])`);
  return { rawOffset: pattern.exec(text)?.index ?? 0, needle };
}
