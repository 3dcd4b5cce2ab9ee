import { z } from "zod";
import { CONFIDENCES, LIKELIHOODS } from "../brief/schema.ts";

const words = z.string().min(1);

/** The words a locale file supplies; `{name}` marks where a value goes. */
export const labelsSchema = z.strictObject({
  language: words.meta({ description: "Name of the language, in the language." }),
  direction: z.enum(["ltr", "rtl"]),
  kicker: words.meta({ description: "What the page calls itself above the title." }),
  sections: z.strictObject({
    bottomLine: words,
    figures: words,
    event: words,
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
    owner: words,
    by: words,
    options: words,
    recommendation: words,
    accessed: words,
    grade: words,
    source: words.meta({ description: "With {number} and {title}; read aloud at a citation." }),
    page: words.meta({ description: "With {page} and {pages}; at the foot of a brief of several sheets." }),
  }),
  readingTime: z
    .partialRecord(z.enum(["zero", "one", "two", "few", "many", "other"]), words)
    .meta({ description: "With {minutes}, by plural category (Unicode CLDR); `other` is required." }),
});

/** The words of one locale. */
export type Labels = z.infer<typeof labelsSchema>;
