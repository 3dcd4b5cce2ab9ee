/** Findings of this area; see entry.ts for the form. */
export const fileCatalogue = {} as const;
