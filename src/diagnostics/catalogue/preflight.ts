import { type CatalogueEntry, entry, type Severity } from "./entry.ts";

/** Which artifact a finding is on. */
type OnArtifact = {
  /** In words: “PDF”, “HTML on a dark screen”. */
  readonly format: string;
  /** The edition’s audience as it is called on the page. */
  readonly edition: string;
  readonly template: string;
};

type LostItem = OnArtifact & {
  /** In words: “the owner of question 2”. */
  readonly item: string;
  /** What is known of it: where its text ends, why it cannot be seen; empty for nothing. */
  readonly detail: string;
};

type FaultyText = OnArtifact & {
  /** The first text at fault. */
  readonly text: string;
  /** What was measured. */
  readonly detail: string;
  /** How many more texts have the same fault. */
  readonly more: number;
};

/** Findings on finished artifacts that do not keep what they promise. */
export const preflightCatalogue = {
  "title-missing": lost("the brief’s title"),
  "masthead-missing": lost("the date, the author or the classification"),
  "bottom-line-missing": lost("the bottom line"),
  "summary-missing": lost("a paragraph of the summary"),
  "figure-missing": lost("a figure, its label or its trend"),
  "chart-missing": lost("the chart, or a label or value of it"),
  "timeline-missing": lost("an entry of the timeline"),
  "quote-missing": lost("a quote or its speaker"),
  "claim-missing": lost("a claim"),
  "caveat-missing": lost("a caveat"),
  "grade-missing": lost("the confidence of a caveat or the likelihood of a claim"),
  "implication-missing": lost("an implication"),
  "question-missing": lost("a question, or its reason, owner, date or answer"),
  "decision-missing": lost("a part of the decision"),
  "change-missing": lost("a change since the edition before"),
  "source-missing": lost("a source, its publisher or its date"),
  "figure-altered": entry<OnArtifact & { item: string; instead: string }>({
    severity: "error",
    cause: "content",
    about:
      "A figure is printed with another number than the brief has, or without its sign. Numbers must survive letter for letter.",
    message: ({ item, instead, ...on }) => `In the ${artifact(on)}, ${item}, is printed as “${instead}”.`,
    hint: ({ template }) => `Print the value as it is, with {{value}}, in the template “${template}”.`,
  }),
  "item-order": entry<OnArtifact & { item: string }>({
    severity: "error",
    cause: "content",
    about:
      "Items stand in another order than in the brief, or a part stands with another item: a caveat behind the wrong claim, a value with the wrong label.",
    message: ({ item, ...on }) => `In the ${artifact(on)}, ${item} stands in the wrong place.`,
    hint: ({ template }) =>
      `Print lists in their own order and each item’s parts together in the template “${template}”; style sheets may move boxes, not the order in which they are read.`,
  }),
  "caveat-mark-missing": entry<OnArtifact & { number: number; count: number; found: number }>({
    severity: "error",
    cause: "content",
    about: "A figure or chart that must be read with a caveat does not point to it.",
    message: ({ number, count, found, ...on }) =>
      `In the ${artifact(on)}, ${found} of ${count} marks point to caveat ${number}.`,
    hint: ({ template }) =>
      `Print the caveat mark beside its figure, as a link, in the template “${template}”.`,
  }),
  "citation-unlinked": entry<OnArtifact & { number: number; count: number; found: number }>({
    severity: "warning",
    cause: "content",
    about: "A figure, timeline entry, quote, chart or caveat does not lead to its source.",
    message: ({ number, count, found, ...on }) =>
      `In the ${artifact(on)}, ${found} of ${count} references lead to source ${number}.`,
    hint: ({ template }) => `Print the citations of every item as links in the template “${template}”.`,
  }),
  "link-missing": entry<OnArtifact & { item: string; href: string }>({
    severity: "error",
    cause: "content",
    about: "A source, or a word that the author linked, has lost its link.",
    message: ({ item, href, ...on }) =>
      `In the ${artifact(on)}, nothing links to ${href}, the address of ${item}.`,
    hint: ({ template }) => `Link it in the template “${template}”, in a text that can be seen.`,
  }),
  "link-wrong": entry<OnArtifact & { item: string; href: string; instead: string }>({
    severity: "error",
    cause: "content",
    about: "The link of a source leads to another address than the source’s.",
    message: ({ item, href, instead, ...on }) =>
      `In the ${artifact(on)}, ${item} leads to ${instead} instead of ${href}.`,
    hint: ({ template }) => `Link sources to their own {{url}} in the template “${template}”.`,
  }),
  "text-hidden": faulty(
    "error",
    "cannot be seen",
    "Text of the brief is on the page but hidden, transparent or covered.",
  ),
  "text-clipped": faulty("error", "is cut off", "Text of the brief is cut off by the box that it stands in."),
  "text-off-sheet": faulty("error", "stands off the sheet", "Text is beyond the sheet’s edge, or cut by it."),
  "text-overlap": faulty("error", "lies over other text", "Two texts are printed on top of each other."),
  "text-small": faulty(
    "error",
    "is too small",
    "Text on paper is under 8 pt, or a source, a label or the raised number of a citation under 7 pt.",
  ),
  "text-faint": faulty(
    "warning",
    "is too faint",
    "Text has less contrast with its ground than WCAG AA asks for: 4.5:1, and 3:1 from 18 pt or from 14 pt bold.",
  ),
  "glyph-missing": faulty(
    "error",
    "has characters without a glyph",
    "The font lacks a character, so that a box stands in its place, or the file does not tell which character a glyph is.",
  ),
  "font-fallback": faulty(
    "warning",
    "is set in another font than the template means",
    "A font of the template set lacks a character or was not found, so that another font took its place; or a PDF’s font is not embedded.",
  ),
  "image-coarse": faulty(
    "warning",
    "is too coarse for paper",
    "A picture has fewer than 150 pixels an inch at the size at which it is printed.",
  ),
  "preflight-skipped": entry<{ reason: string }>({
    severity: "info",
    cause: "environment",
    about:
      "HTML was written without having been looked at, because no browser could be started. The PDF is never written without its proof.",
    message: ({ reason }) => `The HTML was not proved to show everything that the brief says: ${reason}`,
    hint: () => "Make a browser available (see brief doctor) and run brief preflight.",
  }),
  "artifact-missing": entry<{ path: string }>({
    severity: "error",
    cause: "content",
    about: "brief preflight was asked to prove an artifact that was not built.",
    message: ({ path }) => `There is no file ${path}.`,
    hint: () => "Build the brief first, or ask for the formats that were built with --format.",
  }),
  "artifact-unreadable": entry<{ name: string; problem: "damaged" | "encrypted" }>({
    severity: "error",
    cause: "content",
    about: "A file that should be a PDF cannot be read, so that nothing can be proved on it.",
    message: ({ name, problem }) =>
      problem === "encrypted"
        ? `“${name}” is encrypted; what it shows cannot be proved.`
        : `“${name}” is no PDF that can be read.`,
    hint: () => "Build it anew.",
  }),
} as const;

const artifact = ({ format, edition, template }: OnArtifact): string =>
  `${format} of the “${edition}” edition (template “${template}”)`;

function lost(what: string): CatalogueEntry<LostItem> {
  return {
    severity: "error",
    cause: "content",
    about: `A finished artifact does not show ${what}. Nothing of a brief may be lost on its way to a reader.`,
    message: ({ item, detail, ...on }) =>
      `In the ${artifact(on)}, ${item} is not to be seen${detail === "" ? "" : `: ${detail}`}.`,
    hint: ({ template }) => `See that the template “${template}” prints all of it, where it can be seen.`,
  };
}

function faulty(severity: Severity, problem: string, about: string): CatalogueEntry<FaultyText> {
  return {
    severity,
    cause: "content",
    about,
    message: ({ text, detail, more, ...on }) =>
      `In the ${artifact(on)}, “${text}”${more > 0 ? ` and ${more} more` : ""} ${problem} (${detail}).`,
  };
}
