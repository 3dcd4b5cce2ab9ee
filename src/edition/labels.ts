import { z } from "zod";
import { CONFIDENCES, LIKELIHOODS } from "../brief/schema.ts";

const words = z.string().min(1);

const wordsWith = (...marks: readonly string[]) =>
  words.refine((label) => marks.every((mark) => label.includes(`{${mark}}`)), {
    error: `needs ${marks.map((mark) => `{${mark}}`).join(" and ")}`,
  });

const minutes = wordsWith("minutes");
const count = wordsWith("count");

/** The words a locale file supplies; `{name}` marks where a value goes. */
export const labelsSchema = z.strictObject({
  language: words.meta({ description: "Name of the language, in the language." }),
  direction: z.enum(["ltr", "rtl"]),
  kicker: words.meta({ description: "What the page calls itself above the title." }),
  quotation: z
    .strictObject({ open: words, close: words })
    .meta({ description: "Marks around words that were said, with their inner spaces." }),
  sections: z.strictObject({
    bottomLine: words,
    figures: words,
    changes: wordsWith("date").meta({ description: "With {date}, the day of the edition before." }),
    event: words,
    chart: words,
    timeline: words,
    quotes: words,
    caveats: words,
    implications: words,
    questions: words,
    decision: words,
    sources: words,
  }),
  audiences: z.record(words, words).meta({ description: "Labels of the built-in audiences." }),
  confidence: z.strictObject({ name: words, levels: z.record(z.enum(CONFIDENCES), words) }),
  likelihood: z.strictObject({ name: words, levels: z.record(z.enum(LIKELIHOODS), words) }),
  fields: z.strictObject({
    edition: words,
    claim: words,
    caveat: words,
    why: words,
    owner: words.meta({ description: "Before the one who should answer a question." }),
    decider: words.meta({ description: "Before the one who takes the decision." }),
    by: words.meta({ description: "Before the day on which something is due." }),
    options: words,
    recommendation: words,
    accessed: words.meta({ description: "Before the day on which a source was read." }),
    grade: words,
    data: words.meta({ description: "What opens a chart’s numbers as a table." }),
    answer: words.meta({ description: "Before what came back to a question." }),
    reply: wordsWith("name").meta({ description: "With {name}; on the button of a message." }),
    caveatMark: wordsWith("number").meta({
      description: "With {number}; beside a number that a caveat bounds.",
    }),
    source: wordsWith("number", "title").meta({
      description: "With {number} and {title}; read aloud at a citation.",
    }),
    page: wordsWith("page", "pages").meta({
      description: "With {page} and {pages}; at the foot of a brief of several sheets.",
    }),
  }),
  chart: z
    .strictObject({
      item: words.meta({ description: "Head of the column of labels in a chart’s data." }),
      date: words.meta({ description: "Head of that column where the labels are dates." }),
      value: words,
      low: words,
      high: words,
      separator: words.meta({ description: "Between parts of a description, with its spaces." }),
      point: wordsWith("label", "value"),
      highest: wordsWith("label", "value"),
      lowest: wordsWith("label", "value"),
      equal: wordsWith("value"),
      followedBy: wordsWith("items").meta({ description: "With {items}, what follows the first in rank." }),
      more: wordsWith("count").meta({ description: "With {count}, the points that are not named." }),
      group: wordsWith("label", "items"),
      between: wordsWith("label", "value", "low", "high"),
      moments: wordsWith("from", "to", "items"),
      change: wordsWith("label", "first", "last"),
      course: wordsWith("first", "from", "last", "to"),
      unchanged: wordsWith("first", "from", "to"),
      peak: wordsWith("value", "at"),
      trough: wordsWith("value", "at"),
      trend: wordsWith("first", "last", "high", "low"),
    })
    .meta({ description: "What a chart shows, in words, for those who cannot see it." }),
  readingTime: z
    .strictObject({
      zero: minutes.optional(),
      one: minutes.optional(),
      two: minutes.optional(),
      few: minutes.optional(),
      many: minutes.optional(),
      other: minutes,
    })
    .meta({ description: "With {minutes}, by plural category (Unicode CLDR); `other` is required." }),
  changes: z
    .strictObject({
      caveatAdded: wordsWith("claim"),
      caveatRemoved: wordsWith("claim"),
      caveatReworded: wordsWith("claim"),
      figureMoved: wordsWith("label", "before", "after"),
      figureAdded: wordsWith("label", "value"),
      figureRemoved: wordsWith("label", "value"),
      chart: words,
      level: wordsWith("claim", "before", "after").meta({
        description: "A confidence or likelihood that shifted; {before} and {after} are its levels.",
      }),
      unstated: words.meta({ description: "In the place of a likelihood where there is none." }),
      questionAnswered: wordsWith("question"),
      answerChanged: wordsWith("question"),
      questionAdded: wordsWith("question"),
      questionRemoved: wordsWith("question"),
      decisionAdded: wordsWith("ask"),
      decisionRemoved: wordsWith("ask"),
      decisionAsk: wordsWith("ask"),
      decisionOptions: words,
      recommendation: wordsWith("text"),
      recommendationRemoved: words,
      decider: wordsWith("name"),
      decisionDue: wordsWith("date"),
      bottomLine: words,
      title: words,
      timeline: wordsWith("date", "text"),
      none: words.meta({ description: "Where nothing of all this changed." }),
      more: z
        .strictObject({
          zero: count.optional(),
          one: count.optional(),
          two: count.optional(),
          few: count.optional(),
          many: count.optional(),
          other: count,
        })
        .meta({
          description: "After the most important changes: how many there are besides, by plural category.",
        }),
    })
    .meta({
      description: "What changed since the edition before; texts of the brief come in quotation marks.",
    }),
});

/** The words of one locale. */
export type Labels = z.infer<typeof labelsSchema>;
