import type {
  CaveatMark,
  Chart,
  ChartTable,
  Citation,
  Day,
  Figure,
  Quote,
  Source,
  TimelineEntry,
  Trend,
} from "../edition.ts";
import { group, important, list, minor, number, optional, part, rich, text } from "./fields.ts";

// What statements rest on, and the statements that stand on their own: figures, charts, what happened and was said.

export const dayShape = group<Day>(
  "Day",
  "",
  {
    iso: text("`2025-02-03`, for `<time datetime>`"),
    long: text("3 February 2025, as the language writes it"),
    short: text("3 Feb 2025"),
  },
  ["long", "short", "iso"],
);

export const citationShape = group<Citation>(
  "Citation",
  'A statement’s reference to a source: `<a href="#{{anchor}}" aria-label="{{label}}">{{number}}</a>`.',
  {
    number: number("number of the source"),
    anchor: text("the `id` that the source’s entry must have", { purpose: "fragment" }),
    label: text("what a screen reader says"),
  },
  ["number", "label"],
);

export const caveatMarkShape = group<CaveatMark>(
  "CaveatMark",
  'Points from a number to the caveat to be read with it: `<a href="#{{anchor}}">{{label}}</a>`.',
  {
    number: number("number of the caveat"),
    anchor: text("the `id` that the caveat must have", { purpose: "fragment" }),
    label: text("“Caveat 2”"),
  },
  ["label", "number"],
);

export const trendShape = group<Trend>("Trend", "A small line beside a figure.", {
  label: minor(text("what the small line shows")),
  drawing: important(
    rich("prints an `<svg>` that `page.css` sizes and colours; its `text` says in words what it shows"),
  ),
});

export const figureShape = group<Figure>("Figure", "A number that is shown large.", {
  value: important(text("“−17%”")),
  label: important(text("what the value is of")),
  trend: important(optional(part("a small line beside it", trendShape))),
  caveat: important(optional(part("the caveat that it must be read with", caveatMarkShape))),
  citations: important(list("what it rests on", citationShape)),
});

export const chartTableShape = group<ChartTable>("ChartTable", "The numbers of a chart.", {
  columns: list("heads of the columns, first that of the labels", { kind: "text" }),
  rows: list(
    "the rows",
    group<ChartTable["rows"][number]>(
      "ChartRow",
      "",
      {
        label: text("what the numbers of the row are of"),
        cells: list("the numbers, each with its unit", { kind: "text" }),
      },
      ["cells"],
    ),
  ),
});

export const chartShape = group<Chart>("Chart", "A small plot of the brief’s data.", {
  title: important(text("what is plotted")),
  unit: {
    ...important(optional(text("unit of the numbers, to stand beside the title; absent where each has it"))),
    alsoShownBy: "table",
  },
  drawing: important(
    rich("prints an `<svg>` that `page.css` sizes and colours; its `text` says in words what it shows"),
  ),
  table: part("the same numbers", chartTableShape),
  caveat: important(optional(part("the caveat that it must be read with", caveatMarkShape))),
  citations: important(list("what it rests on", citationShape)),
});

export const timelineEntryShape = group<TimelineEntry>("TimelineEntry", "", {
  date: important(part("when it happened", dayShape)),
  text: important(rich("what happened")),
  citations: important(list("what it rests on", citationShape)),
});

export const quoteShape = group<Quote>("Quote", "", {
  text: important(rich("the words, without quotation marks: these are in `labels.quotation`")),
  by: important(text("who said it")),
  role: minor(optional(text("what they are"))),
  citations: important(list("what it rests on", citationShape)),
});

export const sourceShape = group<Source>("Source", "A document that statements rest on.", {
  number: number("counts from 1"),
  anchor: text('put it on the entry: `<li id="{{anchor}}">`', { purpose: "fragment" }),
  title: important(text("what it is called")),
  publisher: important(optional(text("who published it"))),
  url: important(optional(text("its address, for `<a href>`", { purpose: "link" }))),
  shortUrl: optional(text("the address as one would write it by hand")),
  date: important(optional(part("when it was published", dayShape))),
  accessed: minor(optional(part("when it was read", dayShape))),
  grade: minor(optional(text("the analyst’s grade"))),
});
