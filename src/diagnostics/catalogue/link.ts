/** Findings on web addresses that do not answer. */
export const linkCatalogue = {} as const;
