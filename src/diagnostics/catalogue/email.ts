/** Findings on what an e-mail edition’s readers would see in their mail programs. */
export const emailCatalogue = {} as const;
