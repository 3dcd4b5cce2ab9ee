/** Findings on lists of people, on messages and on their delivery. */
export const deliveryCatalogue = {} as const;
