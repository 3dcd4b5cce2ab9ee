/** By what program, and, where somebody says so, on what day a PDF was made. */
export interface Imprint {
  /** Name and version. */
  readonly creator: string;
  /** Instead of the day of the brief; what SOURCE_DATE_EPOCH says (reproducible-builds.org). */
  readonly date: Date | null;
}

/** Of a program that does not say which version it is. */
export const PLAIN_IMPRINT: Imprint = { creator: "Execbrief", date: null };
