/** Findings on finished artifacts that do not keep what they promise. */
export const preflightCatalogue = {} as const;
