import type { Brief, ChartType } from "../../../src/brief/schema.ts";
import { composeChart } from "../../../src/edition/charts/compose-chart.ts";
import { loadPlotter } from "../../../src/edition/charts/plotter.ts";
import { bundledLabels, sampleBrief } from "../sample.ts";

export type BriefChart = NonNullable<Brief["event"]["chart"]>;

/** A point: label, value, series, low and high. */
export type Row = readonly [
  label: string,
  value: number,
  series?: string | undefined,
  low?: number,
  high?: number,
];

/** A chart of rows, with sources. */
export function chartOf(type: ChartType, rows: readonly Row[], parts: Partial<BriefChart> = {}): BriefChart {
  return {
    type,
    title: "Title",
    sources: ["alpha"],
    data: rows.map(([label, value, series, low, high]) => ({
      label,
      value,
      ...(series === undefined ? {} : { series }),
      ...(low === undefined ? {} : { low }),
      ...(high === undefined ? {} : { high }),
    })),
    ...parts,
  };
}

/** Loads what the tests draw with. */
export async function testPlotter() {
  const { event, ...rest } = sampleBrief();
  const brief = { ...rest, event: { ...event, chart: chartOf("bar", [["A", 1]]) } };
  return await loadPlotter(brief);
}

const plotter = await testPlotter();

/** The chart as an edition has it. */
export const drawn = (chart: BriefChart, lang = "en") =>
  composeChart(chart, { lang, labels: bundledLabels(lang), tables: new Map(), plotter });

const range = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Points without series, by what is hard about them. */
const SHAPES: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  "1 point": [["Only", 5]],
  "2 points": [
    ["First", 5],
    ["Second", 8],
  ],
  "12 points": range(12).map((i) => [`Country ${i}`, (i * 37) % 50]),
  "13 points": range(13).map((i) => [`Country ${i}`, (i * 37) % 50]),
  "24 points": range(24).map((i) => [`Country ${i}`, (i * 37) % 90]),
  "negative values": [
    ["NVIDIA", -17],
    ["Broadcom", -17.4],
    ["ASML", -7.1],
    ["Microsoft", -2.1],
  ],
  "both signs": [
    ["NVIDIA", -17],
    ["Apple", 3.2],
    ["Salesforce", 4],
  ],
  "all equal": [
    ["A", 5],
    ["B", 5],
    ["C", 5],
  ],
  "all equal, below zero": [
    ["A", -5],
    ["B", -5],
  ],
  "all zero": [
    ["A", 0],
    ["B", 0],
  ],
  "a zero": [
    ["A", 0],
    ["B", 12],
  ],
  "huge values": [
    ["China", 17_794_780_000_000],
    ["Tuvalu", 62_000_000],
  ],
  "tiny values": [
    ["A", 0.000012],
    ["B", 0.00004],
  ],
  "values near another": [
    ["A", 100.01],
    ["B", 100.02],
    ["C", 100.03],
  ],
  "long labels, few": [
    ["Households in the lowest fifth of incomes, after rent and tax", 589],
    ["All other households together, with those of students", 120],
  ],
  "long labels, many": range(12).map((i) => [
    `Households in part ${i} of the country with rent and tax`,
    9 + i,
  ]),
  "long labels, 24": range(24).map((i) => [
    `Households in part ${i} of the country with rent and tax`,
    9 + i,
  ]),
  "one long word": [
    ["Donaudampfschifffahrtsgesellschaftskapitänswitwe", 3],
    ["Kurz", 2],
  ],
  days: [
    ["2025-01-02", 138],
    ["2025-01-06", 149],
    ["2025-01-27", 118.4],
    ["2025-02-03", 116.7],
  ],
  months: range(12).map((i) => [`2024-${String(i + 1).padStart(2, "0")}`, 100 + ((i * 7) % 5)]),
  years: range(24).map((i) => [String(2001 + i), ((i * 13) % 17) - 4]),
  "other alphabets": [
    ["Łódź", 3],
    ["Ελλάδα", 2],
    ["Україна", 5],
    ["東京都", 4],
  ],
  "marks of markup": [
    ["<b>A & B</b>", 3],
    ["\"C\" 'D'", 2],
  ],
};

/** Several series, by what is hard about them. */
const GROUPS: Readonly<Record<string, readonly Row[]>> = {
  "two series": ["Sales", "Profit", "Staff"].flatMap((label, i): Row[] => [
    [label, 12 + i, "2023"],
    [label, 22 - i * 9, "2024"],
  ]),
  "ends that meet": ["Germany", "France", "Spain", "Italy"].flatMap((series): Row[] => [
    ["2024", 10, series],
    ["2025", 12, series],
  ]),
  "long names": [
    "The first of two measures with a long name",
    "The second, a longer one than the first",
  ].flatMap((series, i): Row[] => [
    ["Here", 10 * i, series],
    ["There", 12 - i, series],
  ]),
  "four series": range(6).flatMap((i) =>
    ["Germany", "France", "Spain", "Italy"].map(
      (series, k): Row => [`Year ${i}`, ((i + 2) * (k + 3)) % 11, series],
    ),
  ),
};

const SLOPES: Readonly<Record<string, readonly Row[]>> = {
  "1 line": slope([["Germany", 12, 18]]),
  "4 lines": slope([
    ["Germany", 12, 18],
    ["France", 14, 13],
    ["Spain", 16, 21],
    ["United Kingdom of Great Britain and Northern Ireland", 15, 15.5],
  ]),
  "12 lines": slope(range(12).map((i) => [`Country ${i}`, 10 + (i % 3), 10 + i])),
  "no change": slope([
    ["A", 5, 5],
    ["B", 5, 5],
  ]),
  "both signs": slope([
    ["A", -5, 3],
    ["B", 2, -8],
  ]),
};

function slope(lines: readonly (readonly [string, number, number])[]): Row[] {
  return lines.flatMap(([label, from, to]): Row[] => [
    [label, from, "2015"],
    [label, to, "2025"],
  ]);
}

const withInterval = ([label, value]: readonly [string, number]): Row => [
  label,
  value,
  undefined,
  value - Math.abs(value) / 4 - 1e-6,
  value + Math.abs(value) / 2 + 1e-6,
];

/** Every type with every shape of data that it may have. */
export const CASES: readonly (readonly [name: string, chart: BriefChart])[] = [
  ...Object.entries(SHAPES).flatMap(([name, rows]) => [
    [`bar: ${name}`, chartOf("bar", rows, { unit: "%" })] as const,
    [`bar, highlighted: ${name}`, chartOf("bar", rows, { unit: "$ bn", highlight: rows[0]?.[0] })] as const,
    [`line: ${name}`, chartOf("line", rows, { unit: "%" })] as const,
    [`line, highlighted: ${name}`, chartOf("line", rows, { unit: "€", highlight: rows[0]?.[0] })] as const,
    [`dot-range: ${name}`, chartOf("dot-range", rows.map(withInterval), { unit: "%" })] as const,
  ]),
  ...Object.entries(GROUPS).flatMap(([name, rows]) => [
    [`grouped-bar: ${name}`, chartOf("grouped-bar", rows)] as const,
    [`grouped-bar, highlighted: ${name}`, chartOf("grouped-bar", rows, { highlight: rows[0]?.[2] })] as const,
    [`line: ${name}`, chartOf("line", rows, { unit: "million tonnes" })] as const,
    [`line, highlighted: ${name}`, chartOf("line", rows, { highlight: rows[1]?.[2] })] as const,
  ]),
  ...Object.entries(SLOPES).flatMap(([name, rows]) => [
    [`slope: ${name}`, chartOf("slope", rows, { unit: "%" })] as const,
    [`slope, highlighted: ${name}`, chartOf("slope", rows, { highlight: rows[0]?.[0] })] as const,
  ]),
];
