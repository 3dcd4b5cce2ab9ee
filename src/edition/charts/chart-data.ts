import type { ChartType } from "../../brief/schema.ts";
import type { Labels } from "../labels.ts";
import type { NumberFormat } from "./number-format.ts";

/** One number of a chart, however the author gave it. */
export interface ChartPoint {
  readonly label: string;
  readonly value: number;
  readonly series?: string | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

/** All that a chart is drawn and described from. */
export interface ChartData {
  readonly type: ChartType;
  readonly points: readonly ChartPoint[];
  readonly unit: string | null;
  readonly axisStart: number | undefined;
  /** Label or series that is set off. */
  readonly highlight: string | undefined;
  readonly numbers: NumberFormat;
  readonly lang: string;
  readonly words: Labels["chart"];
}

/** The labels of the points, each once, in the author’s order. */
export const labelsOf = (points: readonly ChartPoint[]): string[] => [
  ...new Set(points.map(({ label }) => label)),
];

/** The series, groups or moments of the points, each once, in the author’s order; empty where they have none. */
export const seriesOf = (points: readonly ChartPoint[]): string[] => [
  ...new Set(points.flatMap(({ series }) => series ?? [])),
];
