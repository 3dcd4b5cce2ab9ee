/** Findings on charts and their data. */
export const chartCatalogue = {} as const;
