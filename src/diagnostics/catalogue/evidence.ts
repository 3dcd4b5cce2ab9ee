/** Findings on whether what a brief says rests on what it cites. */
export const evidenceCatalogue = {} as const;
