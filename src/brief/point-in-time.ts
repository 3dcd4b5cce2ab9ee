/** A day, month or year as a label of a chart writes it. */
export interface PointInTime {
  /** Milliseconds since 1970, of its first moment in UTC. */
  readonly time: number;
  readonly precision: "day" | "month" | "year";
}

/** What `2025-01-27`, `2025-01` or `2025` means; undefined for anything else, and for days that do not exist. */
export function pointInTime(label: string): PointInTime | undefined {
  const [, year, month, day] = /^([12]\d{3})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(label) ?? [];
  if (year === undefined) return undefined;
  const iso = `${year}-${month ?? "01"}-${day ?? "01"}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso) return undefined;
  return { time, precision: day !== undefined ? "day" : month !== undefined ? "month" : "year" };
}
