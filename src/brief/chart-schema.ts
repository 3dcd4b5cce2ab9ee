import { z } from "zod";
import { caveatReference, plain, sourceIds } from "./schema-parts.ts";

/** How a chart may be drawn. */
export const CHART_TYPES = ["bar", "grouped-bar", "line", "slope", "dot-range"] as const;
export type ChartType = (typeof CHART_TYPES)[number];
/** The most points of a series that stay readable in half a sheet’s width. */
export const CHART_POINTS_MAX = 24;

const csvFile = plain(300).meta({
  description:
    "CSV file (RFC 4180) in the brief’s folder, instead of numbers here. Its first line names the columns: `label`, `value` and, where needed, `series`, `low`, `high`.",
  examples: ["loss.csv"],
});

/** A small line beside a figure. */
export const trend = z.strictObject({
  label: plain(80).meta({ description: "What the small line shows, and from when to when." }),
  values: z
    .array(z.number())
    .min(2)
    .max(CHART_POINTS_MAX)
    .optional()
    .meta({ description: "The numbers, in order of time." }),
  csv: csvFile.optional(),
});

const chartPoint = z.strictObject({
  label: plain(60).meta({
    description:
      'What is measured, or when: on a line, a day (2025-01-27), month (2025-01) or year ("2025").',
  }),
  value: z.number().meta({ description: "The number." }),
  series: plain(40)
    .optional()
    .meta({ description: "Which group, line or, in a slope, moment the point belongs to." }),
  low: z.number().optional().meta({ description: "Lower end of an estimate’s interval." }),
  high: z.number().optional().meta({ description: "Upper end of an estimate’s interval." }),
  sources: sourceIds.optional(),
});

/** A small plot of the brief’s data. */
export const chart = z.strictObject({
  type: z.enum(CHART_TYPES).meta({
    description:
      "`bar` compares, `grouped-bar` compares groups, `line` shows time, `slope` two moments, `dot-range` estimates with an interval.",
  }),
  title: plain(90).meta({ description: "What is plotted, with place and time." }),
  unit: plain(20)
    .optional()
    .meta({ description: "Unit of the numbers.", examples: ["%", "$ bn"] }),
  data: z.array(chartPoint).min(1).max(96).optional().meta({ description: "The points." }),
  csv: csvFile.optional(),
  axisStart: z.number().optional().meta({
    description: "Where the value axis starts; left out, at a round number. Bars always start at zero.",
  }),
  highlight: plain(60).optional().meta({ description: "Label or series to set off from the others." }),
  alt: plain(400).optional().meta({
    description: "What the chart shows, in words; written from the data when left out.",
  }),
  caveat: caveatReference.optional().meta({ description: "Id of the caveat to read with this chart." }),
  sources: sourceIds.optional(),
});
