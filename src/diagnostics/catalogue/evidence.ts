import { entry } from "./entry.ts";

/** Findings on whether what a brief says rests on what it cites. */
export const evidenceCatalogue = {
  "unknown-caveat": entry<{ id: string; suggestion?: string | undefined }>({
    severity: "error",
    cause: "content",
    about:
      "A figure or the chart names a caveat that no entry under “caveats” has as its id. A number whose warning is missing would be read without it.",
    message: ({ id }) => `There is no caveat with the id “${id}”.`,
    hint: ({ id, suggestion }) =>
      suggestion === undefined
        ? `Give the caveat that it means the id: “id: ${id}”.`
        : `Did you mean “${suggestion}”?`,
  }),
  "duplicate-caveat": entry<{ id: string; firstLine: number }>({
    severity: "error",
    cause: "content",
    about: "Two caveats have the same id, so a figure could mean either.",
    message: ({ id, firstLine }) => `The id “${id}” is already that of the caveat on line ${firstLine}.`,
    hint: () => "Give one of them another id.",
  }),
  "unsourced-figure": entry<{ number: string }>({
    severity: "warning",
    cause: "content",
    about:
      "A number in prose (money, a percentage, a count, a time) stands in a sentence that cites nothing, and nowhere else in the brief does the same number have a source; in the bottom line, which many read alone, its own sentence must cite. ICD 206 asks that whatever an assessment rests on is sourced where it is said; a reader checks numbers first.",
    message: ({ number }) => `“${number}” has no source: its sentence cites none.`,
    hint: () => "Cite the source in this sentence with [@id], or leave the number out.",
  }),
  "headline-number-unsourced": entry<{ number: string; field: string }>({
    severity: "warning",
    cause: "content",
    about:
      "The title or bottom line has a number that does not stand, with a source, in the body. What is read first must be found again below: $600 bn is 600 billion dollars, −17% is “fell 17 percent”, but $6 M is not $5.6 M unless a claim with that number has its caveat.",
    message: ({ number, field }) =>
      `The ${field} says “${number}”, but the body has no such number with a source.`,
    hint: () =>
      "Use the number as the body has it, or add it there with its source: as a figure, in the summary or in a caveat.",
  }),
  "conflicting-numbers": entry<{ number: string; other: string }>({
    severity: "warning",
    cause: "content",
    about:
      "Two numbers that differ by less than 15% seem to count the same thing, and no caveat speaks of it. A caveat does that has both numbers, or one of them and a source of the other. ICD 206 and ICD 203 ask that differences between sources are made known.",
    message: ({ number, other }) =>
      `“${number}” and “${other}” read as two counts of the same thing, and no caveat says why they differ.`,
    hint: () => "Use one of them, or say in a caveat where both come from.",
  }),
  "fact-uncited": entry<object>({
    severity: "warning",
    cause: "content",
    about:
      "A sentence of the summary, or one of a caveat that names a date, cites no source. By ICD 206 each statement of fact names what it rests on, so that a reader can tell fact from judgement. A line that leads to a list may cite for the whole list.",
    message: () => "This statement of fact cites no source.",
    hint: () => "Add the citation before the full stop: “… [@id].”",
  }),
  "bottom-line-uncited": entry<object>({
    severity: "warning",
    cause: "content",
    about:
      "The bottom line cites no source at all. Many readers stop after it, so by ICD 206 it is where the most important statement names what it rests on.",
    message: () => "The bottom line cites no source, though many readers see nothing else.",
    hint: () => "Cite the source of its main fact with [@id].",
  }),
  "attribution-uncited": entry<{ who: string }>({
    severity: "warning",
    cause: "content",
    about:
      "A sentence reports what somebody says, argues, expects or estimates, and cites no source. Words attributed to others need their place (ICD 206, source reference citation).",
    message: ({ who }) => `This sentence reports what ${who} says or expects, but does not cite where.`,
    hint: () => "Cite the source in this sentence with [@id].",
  }),
  "caveat-uncited": entry<object>({
    severity: "warning",
    cause: "content",
    about:
      "The text of a caveat cites nothing, so that a reader cannot tell which of its sentences rests on which of the sources listed (ICD 206 asks for citations where the statement stands).",
    message: () => "The text of this caveat cites none of its sources.",
    hint: () => "Cite them with [@id] in the sentences that rest on them.",
  }),
  "caveat-source-unlisted": entry<{ id: string }>({
    severity: "warning",
    cause: "content",
    about:
      "The text of a caveat cites a source that the caveat’s own list of sources lacks, so that the list under it is incomplete.",
    message: ({ id }) => `The caveat cites “${id}” but does not list it under “sources”.`,
    hint: ({ id }) => `Add ${id} to the caveat’s sources.`,
  }),
  "caveat-source-unplaced": entry<{ id: string }>({
    severity: "warning",
    cause: "content",
    about:
      "A caveat lists a source that none of its sentences cites, although they cite others. A reader cannot tell what rests on it; often the citation was lost.",
    message: ({ id }) => `The caveat lists “${id}”, but none of its sentences cites it.`,
    hint: ({ id }) => `Cite it with [@${id}] in the sentence that rests on it, or take it off the list.`,
  }),
  "source-stale": entry<{ id: string; months: number; maxMonths: number; field: "date" | "accessed" }>({
    severity: "warning",
    cause: "content",
    about:
      "A source is older, at the date of the brief, than “sourceMaxAgeMonths” allows (18 months unless configured). The day it was last read counts if it is given, else the day of publication. ICD 206 has the date among the facts that let a reader judge a source.",
    message: ({ id, months, maxMonths, field }) =>
      `“${id}” was ${field === "accessed" ? "last read" : "published"} ${months} months before the brief; over ${maxMonths} months a source counts as stale.`,
    hint: () => "Look whether it still holds and write the day under “accessed”, or cite a newer source.",
  }),
  "source-undated": entry<{ id: string }>({
    severity: "info",
    cause: "content",
    about:
      "A source has neither a day of publication nor a day on which it was read, so that nobody can tell how old it is (ICD 206 asks for both).",
    message: ({ id }) => `The source “${id}” has no date.`,
    hint: () => "Add “date” (published) or “accessed” (read).",
  }),
  "weak-source-without-caveat": entry<{ id: string; grade: string }>({
    severity: "warning",
    cause: "content",
    about:
      "A figure, the chart or a sentence of the bottom line rests on a weak source alone, and no caveat cites it. Weak by the Admiralty system (NATO AJP-2.1) is credibility 4 to 6, reliability E or F, C3 and D3; a figure whose label says that it is an estimate, or reported only, warns by itself.",
    message: ({ id, grade }) =>
      `This rests on “${id}” alone, a source of grade ${grade}, and no caveat warns of it.`,
    hint: () => "Add a caveat that cites it, or a stronger source.",
  }),
  "likelihood-contradicts-percentage": entry<{
    word: string;
    percentage: string;
    from: number;
    to: number;
    fitting?: string | undefined;
  }>({
    severity: "warning",
    cause: "content",
    about:
      "A word of likelihood stands beside a percentage outside its band. ICD 203 gives each word a band: almost no chance 1–5%, very unlikely 5–20%, unlikely 20–45%, roughly even chance 45–55%, likely 55–80%, very likely 80–95%, almost certain 95–99%.",
    message: ({ word, percentage, from, to }) =>
      `“${word}” means ${from} to ${to}%, but ${percentage} stands beside it.`,
    hint: ({ fitting }) =>
      fitting === undefined
        ? "Correct the word or the percentage."
        : `Write “${fitting}”, or correct the percentage.`,
  }),
  "likelihood-differs-from-field": entry<{ word: string; field: string }>({
    severity: "warning",
    cause: "content",
    about:
      "The text of a caveat uses another word of likelihood than its field “likelihood”, so that text and scale on the page say different things (ICD 203: one term for one judgement). The mirrored word passes, because the text may speak of the opposite.",
    message: ({ word, field }) => `The text says “${word}”, but the caveat’s likelihood is “${field}”.`,
    hint: () => "Use the same band in both places.",
  }),
  "confidence-with-likelihood": entry<{ word: string; confidence: string }>({
    severity: "warning",
    cause: "content",
    about:
      "One sentence has both a level of confidence and a word of likelihood. ICD 203 forbids it, because readers take the one for the other: confidence is about the evidence, likelihood about the event.",
    message: ({ word, confidence }) =>
      `“${confidence}” and “${word}” stand in one sentence, where one is easily taken for the other.`,
    hint: () => "Say how likely it is in one sentence and how firm the evidence is in another.",
  }),
} as const;
