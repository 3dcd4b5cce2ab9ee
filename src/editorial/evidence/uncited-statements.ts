import type { Brief } from "../../brief/schema.ts";
import { hasDate } from "../../quantities/mask-names.ts";
import { type Finding, finding } from "../finding.ts";
import type { Passage, Sentence } from "../passages.ts";
import { lineOf, sourcesOf } from "./brief-numbers.ts";

/**
 * Sentences of the summary, and dated ones of a caveat, without a citation; a bottom line that names no source at all.
 * A sentence with an unsourced number has a finding already.
 */
export function uncitedStatements(
  brief: Brief,
  passages: readonly Passage[],
  unsourced: readonly Finding[],
): Finding[] {
  return [
    ...passages.flatMap((passage) =>
      passage.sentences
        .filter((sentence) => isFact(passage, sentence) && sourcesOf(brief, passage, sentence).length === 0)
        .filter((sentence) => !unsourced.some((found) => isWithin(found, passage, sentence)))
        .map((sentence) => finding("fact-uncited", {}, passage.path, firstWord(sentence, passage))),
    ),
    ...passages
      .filter(({ kind, sentences }) => kind === "bottom-line" && !sentences.some(isCiting))
      .map(({ path }) => finding("bottom-line-uncited", {}, path)),
  ];
}

const isCiting = ({ citations }: Sentence): boolean => citations.length > 0;

const isWithin = (found: Finding, { path }: Passage, { text, rawOffsetOf }: Sentence): boolean =>
  found.path.join() === path.join() &&
  found.rawOffset >= rawOffsetOf(0) &&
  found.rawOffset <= rawOffsetOf(text.length - 1);

/** A summary states facts; a caveat judges, but what it dates is a fact. */
function isFact(passage: Passage, sentence: Sentence): boolean {
  if (passage.kind === "caveat") return hasDate(sentence.text);
  return passage.kind === "summary" && isStatement(passage, sentence);
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
