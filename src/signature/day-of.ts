/** The day of a moment in universal time, in words where it is not known. */
export const dayOf = (date: Date | undefined): string =>
  date === undefined || Number.isNaN(date.getTime()) ? "an unknown day" : date.toISOString().slice(0, 10);
