/** Findings on what changed since an earlier edition. */
export const changesCatalogue = {} as const;
