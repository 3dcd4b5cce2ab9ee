/** Findings on how a brief is written. */
export const styleCatalogue = {} as const;
