import { z } from "zod";
import { chart, trend } from "./chart-schema.ts";
import {
  audienceReference,
  caveatReference,
  day,
  identifier,
  markdown,
  markdownBlocks,
  plain,
  sourceIds,
} from "./schema-parts.ts";
import { isLocale, isWebAddress } from "./string-formats.ts";

export { CHART_POINTS_MAX, type ChartType } from "./chart-schema.ts";

/** The largest number of characters a title may have: two lines at the page's title size. */
export const TITLE_MAX_CHARACTERS = 90;
/** The most figures that stay readable as one strip across a sheet. */
export const FIGURES_MAX = 6;

/** The seven bands of likelihood of Intelligence Community Directive 203, from least to most likely. */
export const LIKELIHOODS = [
  "almost-no-chance",
  "very-unlikely",
  "unlikely",
  "roughly-even",
  "likely",
  "very-likely",
  "almost-certain",
] as const;

/** How firmly the evidence supports a statement. */
export const CONFIDENCES = ["low", "moderate", "high"] as const;

const figure = z.strictObject({
  value: plain(14).meta({
    description:
      "The number as it is to be printed, with sign and unit. Never changed on the way to the page.",
    examples: ["−17%", "$589 bn"],
  }),
  label: plain(80).meta({ description: "What the number measures, in a few words." }),
  trend: trend.optional().meta({ description: "A small line beside the number: how it came to be." }),
  caveat: caveatReference
    .optional()
    .meta({ description: "Id of the caveat to read with this number.", examples: ["price-tag"] }),
  sources: sourceIds,
});

const timelineEntry = z.strictObject({
  date: day.meta({ description: "Day of the entry.", examples: ["2025-01-27"] }),
  text: markdown(300).meta({ description: "What happened that day." }),
  sources: sourceIds,
});

const quote = z.strictObject({
  text: markdown(400).meta({
    description: "The words as spoken or written, without quotation marks.",
  }),
  by: plain(80).meta({ description: "Who said it." }),
  role: plain(80).optional().meta({ description: "The speaker’s role or organisation." }),
  sources: sourceIds,
});

const event = z.strictObject({
  summary: markdownBlocks(2500).meta({
    description: "What happened. In paragraphs, with lists where they help.",
  }),
  figures: z
    .array(figure)
    .max(FIGURES_MAX)
    .default([])
    .meta({ description: "Numbers shown large, in order." }),
  chart: chart.optional().meta({ description: "A small plot of data." }),
  timeline: z.array(timelineEntry).max(10).default([]).meta({ description: "Dated steps, in order." }),
  quotes: z
    .array(quote)
    .max(3)
    .default([])
    .meta({ description: "Words that were said, with their speaker." }),
});

const caveat = z.strictObject({
  id: identifier.optional().meta({
    description: "Short name by which a figure or the chart points to this caveat.",
    examples: ["price-tag"],
  }),
  claim: markdown(300).meta({ description: "What others say." }),
  caveat: markdown(700).meta({ description: "Why the claim must be read with care." }),
  confidence: z.enum(CONFIDENCES).meta({
    description: "How firmly the evidence supports the caveat; kept apart from likelihood (ICD 203).",
  }),
  likelihood: z
    .enum(LIKELIHOODS)
    .optional()
    .meta({ description: "For a forecast: how likely it is, in one of the seven bands of ICD 203." }),
  sources: sourceIds,
});

const implication = z.strictObject({
  audience: audienceReference.meta({
    description: "Whom it concerns: an audience of the brief, or `all`.",
    examples: ["c-level"],
  }),
  text: markdown(700).meta({ description: "What the event means for them." }),
});

const question = z.strictObject({
  question: markdown(300).meta({ description: "The question, as it would be asked." }),
  why: markdown(400).optional().meta({ description: "Why the answer matters." }),
  audiences: z.array(audienceReference).min(1).optional().meta({
    description: "Audiences that get this question, the one it concerns most first; left out, everyone does.",
  }),
  owner: plain(80)
    .optional()
    .meta({ description: "Who should answer.", examples: ["CFO"] }),
  by: day.optional().meta({ description: "When the answer is due." }),
  answer: markdown(400).optional().meta({ description: "What came back, once it is known." }),
});

const decision = z.strictObject({
  ask: markdown(300).meta({ description: "What is to be decided." }),
  options: z
    .array(
      z.strictObject({
        label: plain(60).meta({ description: "The option’s name." }),
        text: markdown(400).meta({ description: "What choosing it means." }),
      }),
    )
    .min(2)
    .max(4)
    .optional()
    .meta({ description: "The real options." }),
  recommendation: markdown(400).optional().meta({ description: "Which option the author advises." }),
  owner: plain(80).optional().meta({ description: "Who decides." }),
  by: day.optional().meta({ description: "When the decision is due." }),
});

const source = z.strictObject({
  id: identifier.meta({
    description: "Short name used in citations: lower-case letters, digits and hyphens.",
    examples: ["v3-report"],
  }),
  title: plain(200).meta({ description: "Title of the document." }),
  publisher: plain(100).optional().meta({ description: "Who published it." }),
  url: z
    .stringFormat("web-address", isWebAddress)
    .max(2000)
    .optional()
    .meta({ description: "Web address, http or https." }),
  date: day.optional().meta({ description: "Day of publication." }),
  accessed: day.optional().meta({ description: "Day it was read." }),
  grade: z
    .stringFormat("grade", /^[A-F][1-6]$/)
    .optional()
    .meta({ description: "Admiralty grade: reliability A to F and credibility 1 to 6.", examples: ["B2"] }),
});

const exception = z.strictObject({
  rule: identifier.meta({
    description: "Code of the finding that is accepted.",
    examples: ["sentence-long"],
  }),
  field: plain(120).meta({
    description: "Where it is accepted: the way to a field.",
    examples: ["caveats[0].caveat", "event.summary"],
  }),
  text: plain(200)
    .optional()
    .meta({ description: "Words that the finding must stand at, to accept no other." }),
  reason: plain(300).meta({ description: "Why it is accepted; kept for the next editor." }),
});

const image = z.strictObject({
  src: plain(300).meta({
    description: "Image file in the brief’s folder: PNG, JPEG, GIF, WebP or SVG.",
    examples: ["skyline.jpg"],
  }),
  alt: plain(200).meta({ description: "What it shows, for readers who cannot see it." }),
  credit: plain(80).optional().meta({ description: "Who made it." }),
});

const author = z.strictObject({
  name: plain(80).meta({ description: "Name of a person or desk." }),
  role: plain(80).optional().meta({ description: "Role or team." }),
  email: z.email().optional().meta({ description: "Address for replies." }),
});

const theme = z.record(identifier, z.union([plain(200), z.number()]));

/** What an author writes: the one source of types, JSON Schema, field reference and error messages. */
export const briefSchema = z
  .strictObject({
    $schema: z
      .string()
      .optional()
      .meta({ description: "JSON files may name the schema for their editor here." }),
    title: plain(TITLE_MAX_CHARACTERS).meta({
      description: "The message in one line.",
      examples: ["DeepSeek’s cheap model cost NVIDIA $589 bn, but the price tag misleads"],
    }),
    date: day.meta({ description: "Date of the brief.", examples: ["2025-02-03"] }),
    locale: z
      .stringFormat("locale", isLocale)
      .optional()
      .meta({
        description: "Language tag (BCP 47) for labels, dates and numbers.",
        examples: ["en", "de", "fr", "es"],
      }),
    bottomLine: markdown(800).meta({
      description: "The point, for a reader who stops here; up to 60 words.",
    }),
    audiences: z
      .array(identifier)
      .default([])
      .meta({ description: "Editions this brief has besides `all`.", examples: [["c-level", "marketing"]] }),
    author: author.optional().meta({ description: "Who answers for the brief." }),
    classification: plain(40)
      .optional()
      .meta({ description: "Who may read it.", examples: ["Internal"] }),
    template: identifier.optional().meta({
      description: "Template set of this brief, before the project’s.",
      examples: ["executive", "boardroom"],
    }),
    theme: theme.optional().meta({
      description: "Design tokens of the template set that this brief sets otherwise.",
      examples: [{ accent: "#00695c" }],
    }),
    image: image.optional().meta({
      description: "A picture that sets the scene. Nothing is told by it alone: not every template shows it.",
    }),
    event: event.meta({ description: "What happened." }),
    caveats: z
      .array(caveat)
      .min(1)
      .max(8)
      .meta({ description: "What to be careful about. Every edition carries all of them." }),
    implications: z
      .array(implication)
      .max(12)
      .default([])
      .meta({ description: "What it means, by audience." }),
    questions: z.array(question).min(1).max(12).meta({ description: "What to ask next." }),
    decision: decision.optional().meta({ description: "A decision the reader is asked for." }),
    sources: z
      .array(source)
      .max(40)
      .default([])
      .meta({ description: "Documents that the statements rest on; each is cited somewhere." }),
    previous: plain(300)
      .optional()
      .meta({
        description:
          "The edition before this one, a file in the brief’s folder; the page then says what changed.",
        examples: ["deepseek-2025-01-28.yaml"],
      }),
    exceptions: z
      .array(exception)
      .max(40)
      .default([])
      .meta({ description: "Editorial findings that are accepted, each for one place, with a reason." }),
  })
  .meta({ title: "Execbrief brief", description: "One event as an executive brief." });

/** The validated content of one brief file. */
export type Brief = z.infer<typeof briefSchema>;
export type Confidence = (typeof CONFIDENCES)[number];
export type Likelihood = (typeof LIKELIHOODS)[number];
