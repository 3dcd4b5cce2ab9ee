import type { Subject } from "./subject.ts";

/** A standard that a file may claim to meet. */
export const STANDARDS = ["pdfua-1", "pdfa-2a", "pdfa-3a"] as const;
export type Standard = (typeof STANDARDS)[number];

/**
 * One question that software can answer. Where a standard asks it stands as its clause and the number that veraPDF, the judge of
 * the PDF Association, gives its test; a letter in place of the number marks a question that veraPDF does not put, or puts
 * together with another.
 */
export interface Rule {
  /** In PDF/UA-1 (ISO 14289-1). */
  readonly ua?: string;
  /** In PDF/A-2a and in PDF/A-3a alike (ISO 19005-2 and 19005-3). */
  readonly a?: string;
  /** In one of them alone. */
  readonly a2?: string;
  readonly a3?: string;
  /** What the file must be, in a sentence. */
  readonly asks: string;
  /** Where the file is not. */
  readonly judge: (subject: Subject) => Iterable<Fault>;
  /** Where the standards recommend and do not demand. */
  readonly isAdvice?: true;
}

/** Rules on one matter. */
export interface RuleGroup {
  readonly name: string;
  /** What to do about a breach of any of them. */
  readonly mend: string;
  /** Whether its rules are about the bytes of the file, so that they can be judged where nothing else can. */
  readonly isOnBytes?: true;
  readonly rules: readonly Rule[];
}

/** One place that is not as a rule asks. */
export interface Fault {
  /** What is wrong there, in words that follow the place. */
  readonly what: string;
  readonly where?: FaultPlace;
}

/** A place in a PDF file; what is not known is left out. */
export interface FaultPlace {
  /** Counted from 1. */
  readonly page?: number;
  /** An element with those around it: `Document › L › LI[2]`. */
  readonly element?: string;
  /** The number of an object of the file. */
  readonly object?: number;
}

const PARTS: Readonly<Record<Standard, { readonly prefix: string; readonly text: string }>> = {
  "pdfua-1": { prefix: "ua1", text: "ISO 14289-1" },
  "pdfa-2a": { prefix: "a2a", text: "ISO 19005-2" },
  "pdfa-3a": { prefix: "a3a", text: "ISO 19005-3" },
};

/** Under which id and in which clause a standard asks a rule; undefined where it does not. */
export function askedBy(
  standard: Standard,
  rule: Rule,
): { readonly id: string; readonly clause: string } | undefined {
  const own = standard === "pdfua-1" ? rule.ua : standard === "pdfa-2a" ? rule.a2 : rule.a3;
  const point = own ?? (standard === "pdfua-1" ? undefined : rule.a);
  if (point === undefined) return undefined;
  const { prefix, text } = PARTS[standard];
  return { id: `${prefix}/${point}`, clause: `${text}, ${point.replace(/-[^-]*$/, "")}` };
}
