import { type CatalogueEntry, entry, type Severity } from "./entry.ts";

/** A rule that a file breaks, with the first place where it does. */
type BrokenRule = {
  readonly file: string;
  /** Ids of the rule, one a standard: `ua1/7.1-3`. */
  readonly rules: readonly string[];
  /** Where the standards ask it: `ISO 14289-1, 7.1`. */
  readonly clauses: readonly string[];
  /** What it asks, as a sentence. */
  readonly asks: string;
  /** What is wrong at the first place. */
  readonly what: string;
  /** The first place, in words; empty for the file as a whole. */
  readonly place: string;
  /** How many more places are like it. */
  readonly more: number;
  /** What to do, as a sentence. */
  readonly mend: string;
};

/** Findings on PDF files that are not what standards for lasting, accessible documents ask. */
export const conformanceCatalogue = {
  "pdf-not-accessible": broken(
    "error",
    "breaks",
    "A PDF breaks a rule of PDF/UA-1 (ISO 14289-1), so that a screen reader may leave something out or say it wrongly. docs/conformance.md lists every rule.",
  ),
  "pdf-not-archival": broken(
    "error",
    "breaks",
    "A PDF breaks a rule of PDF/A-2a or PDF/A-3a (ISO 19005-2, 19005-3), so that it may look different on another machine or in twenty years. docs/conformance.md lists every rule.",
  ),
  "pdf-not-as-advised": broken(
    "warning",
    "does not follow",
    "A PDF is not what a standard, or this program, recommends without demanding it.",
  ),
  "pdf-claims-nothing": entry<{ file: string }>({
    severity: "warning",
    cause: "content",
    about:
      "A PDF does not say that it meets PDF/UA-1, PDF/A-2a or PDF/A-3a, so that it is judged by none of them.",
    message: ({ file }) =>
      `“${file}” says of no standard that it meets it, so that there is nothing to judge it by.`,
    hint: () => "Name the standards that it should meet: --standard pdfua-1,pdfa-2a.",
  }),
} as const;

function broken(severity: Severity, verb: string, about: string): CatalogueEntry<BrokenRule> {
  return {
    severity,
    cause: "content",
    about,
    message: ({ file, rules, clauses, asks, what, place, more }) => {
      const where = place === "" ? "" : ` at ${place}`;
      const others = more > 0 ? `, and ${more} more like it` : "";
      const ids = [...rules, ...clauses].join("; ");
      return `“${file}” ${verb} the rule “${asks}” (${ids}). Found${where}: ${what}${others}.`;
    },
    hint: ({ mend }) => mend,
  };
}
