import type { Path } from "../../brief/document-positions.ts";
import type { Brief } from "../../brief/schema.ts";
import type { Quantity } from "../../quantities/quantity.ts";
import { readQuantities } from "../../quantities/read-quantities.ts";
import type { Passage, PassageKind, Sentence } from "../passages.ts";

/** A number of a brief: where it stands, what stands around it, and what it rests on. */
export interface BriefNumber {
  readonly quantity: Quantity;
  readonly kind: PassageKind | "figure" | "chart-point";
  readonly path: Path;
  /** Where the numeral stands in the field’s value. */
  readonly rawOffset: number;
  /** The numeral up to its first space, as written, to point at. */
  readonly needle: string;
  /** The words that say what is counted: its sentence, or the label of a figure or point. */
  readonly context: string;
  /** Where in `context` the number stands; −1 where it stands beside it. */
  readonly contextOffset: number;
  /** Ids of the sources that it rests on: those cited in its sentence, or the list of its item. */
  readonly sources: readonly string[];
}

/** Every number of a brief that says how much or how many, read as the locale writes numbers. */
export function numbersOf(brief: Brief, passages: readonly Passage[], locale: string): BriefNumber[] {
  return [
    ...passages.flatMap((passage) =>
      passage.sentences.flatMap((sentence) => sentenceNumbers(brief, passage, sentence, locale)),
    ),
    ...figureNumbers(brief, locale),
    ...chartNumbers(brief, locale),
  ];
}

function sentenceNumbers(brief: Brief, passage: Passage, sentence: Sentence, locale: string): BriefNumber[] {
  const { path, kind, raw } = passage;
  const sources = sourcesOf(brief, passage, sentence);
  return readQuantities(sentence.text, locale)
    .filter(({ numeralOffset }) => !sentence.isVerbatim(numeralOffset))
    .map((quantity) => {
      const rawOffset = sentence.rawOffsetOf(quantity.numeralOffset);
      const written = raw.slice(rawOffset, rawOffset + quantity.numeral.length);
      return {
        quantity,
        kind,
        path,
        rawOffset,
        needle: /^\S+/.exec(written)?.[0] ?? "",
        context: sentence.text,
        contextOffset: quantity.offset,
        sources,
      };
    });
}

/** What a sentence rests on: what it cites, or the list of the item that it belongs to. */
export function sourcesOf(brief: Brief, passage: Passage, sentence: Sentence): readonly string[] {
  const { path, kind } = passage;
  switch (kind) {
    case "figure-label":
      return itemSources(brief.event.figures, path);
    case "timeline":
      return [...sentence.citations, ...itemSources(brief.event.timeline, path)];
    case "quote":
      return [...sentence.citations, ...itemSources(brief.event.quotes, path)];
    case "claim":
      return [...sentence.citations, ...itemSources(brief.caveats, path)];
    case "caveat": {
      const isCiting = passage.sentences.some(({ citations }) => citations.length > 0);
      return isCiting ? sentence.citations : itemSources(brief.caveats, path);
    }
    case "chart-title":
      return brief.event.chart?.sources ?? [];
    case "summary":
      return sentence.citations.length > 0 ? sentence.citations : leadCitations(passage, sentence);
    default:
      return sentence.citations;
  }
}

/** The sources of the item of a list that a field is in. */
const itemSources = (
  items: readonly { readonly sources: readonly string[] }[],
  path: Path,
): readonly string[] => items[Number(path.at(-2))]?.sources ?? [];

/** For an item of a list or a cell of a table, what the line that leads to it cites: “Three groups have a claim [@a]:”. */
function leadCitations(passage: Passage, sentence: Sentence): readonly string[] {
  const isTable = TABLE_ROW.test(lineOf(passage, sentence));
  if (!isTable && !LIST_ITEM.test(lineOf(passage, sentence))) return [];
  const before = passage.sentences.slice(0, passage.sentences.indexOf(sentence));
  const lead = before.findLast((each) => !(isTable ? TABLE_ROW : LIST_ITEM).test(lineOf(passage, each)));
  return isTable || lead?.text.endsWith(":") ? (lead?.citations ?? []) : [];
}

const TABLE_ROW = /^\s*\|/;
const LIST_ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])\s/;

/** The line of the raw text that a sentence begins in. */
export function lineOf({ raw }: Passage, { rawOffsetOf }: Sentence): string {
  const start = raw.lastIndexOf("\n", rawOffsetOf(0) - 1) + 1;
  return raw.slice(start).split("\n", 1)[0] ?? "";
}

function figureNumbers(brief: Brief, locale: string): BriefNumber[] {
  return brief.event.figures.flatMap(({ value, label, sources }, index) =>
    readQuantities(value, locale).map((quantity) => ({
      quantity,
      kind: "figure" as const,
      path: ["event", "figures", index, "value"],
      rawOffset: quantity.numeralOffset,
      needle: /^\S+/.exec(quantity.numeral)?.[0] ?? "",
      context: label,
      contextOffset: -1,
      sources,
    })),
  );
}

function chartNumbers({ event: { chart } }: Brief, locale: string): BriefNumber[] {
  return (chart?.data ?? []).flatMap(({ label, value, sources }, index) =>
    readQuantities(inUnit(Math.abs(value), chart?.unit ?? "", locale), locale).map((quantity) => ({
      quantity: { ...quantity, direction: value < 0 ? (-1 as const) : (0 as const) },
      kind: "chart-point" as const,
      path: ["event", "chart", "data", index, "value"],
      rawOffset: 0,
      needle: "",
      context: `${chart?.title ?? ""} ${label}`,
      contextOffset: -1,
      sources: sources ?? chart?.sources ?? [],
    })),
  );
}

/** A chart’s number as a text would have it: the unit “$ bn” goes around it. */
function inUnit(value: number, unit: string, locale: string): string {
  const written = new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 20 }).format(
    value,
  );
  const [, currency = "", rest = unit] = /^((?:US|[A-Z])?[$€£¥])\s*(.*)$/.exec(unit) ?? [];
  return `${currency}${written} ${rest}`.trim();
}
