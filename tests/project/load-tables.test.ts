import { symlink } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parseBrief } from "../../src/brief/parse-brief.ts";
import { composeChart, composeTrend } from "../../src/edition/charts/compose-chart.ts";
import { readPoints } from "../../src/edition/charts/read-points.ts";
import { loadTables } from "../../src/project/load-tables.ts";
import { testPlotter } from "../edition/charts/chart-cases.ts";
import { bundledLabels } from "../edition/sample.ts";
import { folderOf } from "../render/folder-of.ts";

/** A brief with a chart and a trend from CSV files, as far as they are given. */
function briefWith(chart: string, trendCsv?: string): string {
  const trend =
    trendCsv === undefined
      ? ""
      : `
  figures:
    - value: −17%
      label: NVIDIA on Monday
      trend: { label: NVIDIA in January, csv: ${trendCsv} }
      sources: [prices]`;
  return `title: Chip stocks fall
date: 2025-02-03
bottomLine: The fall was about expectations [@prices].
event:
  summary: Shares fell on Monday [@prices].${trend}
  chart: { title: Fall on Monday, sources: [prices], ${chart} }
caveats:
  - { claim: Chips are over., caveat: Prices move on mood., confidence: low, sources: [prices] }
questions:
  - question: Which orders would we cancel?
sources:
  - { id: prices, title: Closing prices }
`;
}

async function load(chart: string, files: Readonly<Record<string, string | Buffer>>, trendCsv?: string) {
  const folder = folderOf(files);
  const parsed = parseBrief({ path: "brief.yaml", text: briefWith(chart, trendCsv) });
  if (!parsed.ok) throw new Error(parsed.diagnostics.map(({ message }) => message).join("\n"));
  return { ...(await loadTables(parsed.value, folder)), brief: parsed.value.brief, folder };
}

const BAR = "type: bar, csv: fall.csv";
const found = (diagnostics: Awaited<ReturnType<typeof load>>["diagnostics"]) =>
  diagnostics.map(({ code, where }) => `${where?.file}:${where?.line} ${code}`);

test.each([
  ["commas", "label,value\nNVIDIA,-17.4\nASML,-7\n"],
  ["semicolons and decimal commas", "label;value\nNVIDIA;-17,4\nASML;-7\n"],
  ["tabs", "label\tvalue\nNVIDIA\t-17.4\nASML\t-7\n"],
  ["a byte order mark", "\uFEFFlabel,value\nNVIDIA,-17.4\nASML,-7\n"],
  ["carriage returns", "label,value\r\nNVIDIA,-17.4\r\nASML,-7\r\n"],
  ["quotes", '"label","value"\n"NVIDIA","-17.4"\n"ASML","-7"'],
  ["spaces and empty lines", "label , value\n\nNVIDIA , -17.4\n , \nASML , -7\n\n"],
  ["a true minus sign and capitals", "Label,VALUE\nNVIDIA,−17.4\nASML,−7\n"],
  ["columns in another order", "value,label\n-17.4,NVIDIA\n-7,ASML\n"],
])("a CSV file with %s is read", async (_, csv) => {
  const { tables, diagnostics } = await load(BAR, { "fall.csv": csv });
  expect(diagnostics).toEqual([]);
  const table = tables.get("fall.csv");
  const points = table === undefined ? [] : readPoints(table).points;
  expect(points.map(({ label, value }) => [label, value])).toEqual([
    ["NVIDIA", -17.4],
    ["ASML", -7],
  ]);
});

test.each([
  ["an empty file", "", ["fall.csv:1 csv-empty"]],
  ["a header alone", "label,value\n", ["fall.csv:1 csv-empty"]],
  ["no column of values", "label,vlaue\nNVIDIA,-17\n", ["fall.csv:1 csv-column-missing"]],
  ["a column that charts do not use", "label,value,note\nNVIDIA,-17,a\n", ["fall.csv:1 csv-column-ignored"]],
  ["a column twice", "label,value,value\nNVIDIA,-17,3\n", ["fall.csv:1 csv-column-twice"]],
  [
    "words for numbers",
    "label,value\nNVIDIA,-17\nASML,n/a\nAMD,17%\n",
    ["fall.csv:3 csv-not-a-number", "fall.csv:4 csv-not-a-number"],
  ],
  ["an empty number", "label,value\nNVIDIA,\n", ["fall.csv:2 csv-cell-empty"]],
  ["an empty label", "label,value\n,-17\n", ["fall.csv:2 csv-cell-empty"]],
  ["a label that is too long", `label,value\n${"x".repeat(61)},1\n`, ["fall.csv:2 csv-label-long"]],
  ["a number that could mean two", "label;value\nNVIDIA;1.234\n", ["fall.csv:2 csv-not-a-number"]],
  ["thousands", 'label,value\nNVIDIA,"1,234"\n', ["fall.csv:2 csv-not-a-number"]],
  ["infinity", "label,value\nNVIDIA,1e999\n", ["fall.csv:2 csv-not-a-number"]],
  ["a row that is too long", "label,value\nNVIDIA,-17,3\nASML,-7\n", ["fall.csv:2 csv-row-length"]],
  ["a row that is too short", "label,value\nNVIDIA\n", ["fall.csv:2 csv-row-length"]],
  ["a quote that is left open", 'label,value\nNVIDIA,-17\n"ASML,-7\n', ["fall.csv:3 csv-syntax"]],
  ["a label twice", "label,value\nNVIDIA,-17\nASML,-7\nNVIDIA,-16\n", ["fall.csv:4 chart-label-twice"]],
  [
    "a series that a bar chart has not",
    "label,value,series\nNVIDIA,-17,Monday\n",
    ["fall.csv:2 chart-series-unused"],
  ],
  [
    "an interval that a bar chart has not",
    "label,value,low,high\nNVIDIA,-17,-18,-16\n",
    ["fall.csv:2 chart-interval-unused"],
  ],
  [
    "too many points",
    `label,value\n${Array.from({ length: 25 }, (_, i) => `Maker ${i},${i}\n`).join("")}`,
    ["brief.yaml:6 chart-too-many"],
  ],
  ["bytes that are no text", Buffer.from([0x6c, 0xff, 0xfe]), ["fall.csv:1 file-encoding"]],
])("a CSV file with %s is reported at its own line", async (_, csv, expected) => {
  const { diagnostics } = await load(BAR, { "fall.csv": csv });
  expect(found(diagnostics)).toEqual(expected);
});

test("the line of a fault is the file’s own, also below a cell of several lines", async () => {
  const { diagnostics } = await load(BAR, { "fall.csv": 'label,value\n"NVIDIA\nCorp.",-17\nASML,x\n' });
  expect(found(diagnostics)).toEqual(["fall.csv:4 csv-not-a-number"]);
});

test("a misspelt column is recognised", async () => {
  const { diagnostics } = await load(BAR, { "fall.csv": "label,vlaue\nNVIDIA,-17\n" });
  expect(diagnostics[0]?.hint).toBe("Rename “vlaue” to “value”.");
});

describe("a CSV file stays in the folder of the brief", () => {
  test.each([
    ["that does not exist", "none.csv", "csv-missing"],
    ["that is a folder", "folder", "csv-missing"],
    ["above the brief", "../fall.csv", "csv-missing"],
    ["by its full path", "/etc/hostname", "csv-outside"],
    ["that is too large", "large.csv", "csv-too-large"],
  ])("one %s is refused", async (_, csv, code) => {
    const files = { "folder/a.csv": "label,value\nA,1\n", "large.csv": "x".repeat(1024 ** 2 + 1) };
    const { diagnostics, tables } = await load(`type: bar, csv: ${csv}`, files);
    expect(found(diagnostics)).toEqual([`brief.yaml:6 ${code}`]);
    expect(tables.size).toBe(0);
  });

  test("one that a link leads to from outside is refused", async () => {
    const outside = folderOf({ "fall.csv": "label,value\nA,1\n" });
    const folder = folderOf({});
    await symlink(path.join(outside, "fall.csv"), path.join(folder, "fall.csv"));
    const parsed = parseBrief({ path: "brief.yaml", text: briefWith(BAR) });
    const { diagnostics } = parsed.ok ? await loadTables(parsed.value, folder) : parsed;
    expect(found([...diagnostics])).toEqual(["brief.yaml:6 csv-outside"]);
  });
});

test("a chart and a trend are drawn from their files", async () => {
  const csv = "label,value,low,high\nTraining,5.6,5,8\nHardware,1300,500,1600\n";
  const prices = "label;value\n2025-01-24;142,6\n2025-01-27;118,4\n";
  const { brief, tables, diagnostics } = await load(
    "type: dot-range, unit: $ m, csv: costs.csv",
    { "costs.csv": csv, "data/prices.csv": prices },
    "data/prices.csv",
  );
  expect(diagnostics).toEqual([]);
  const desk = { lang: "en", labels: bundledLabels("en"), tables, plotter: await testPlotter() };
  const [chart, trend] = [brief.event.chart, brief.event.figures[0]?.trend];
  if (chart === undefined || trend === undefined) throw new Error("the brief has both");
  expect(composeChart(chart, desk).table.rows).toEqual([
    { label: "Training", cells: ["$5.6\u00A0m", "$5\u00A0m", "$8\u00A0m"] },
    { label: "Hardware", cells: ["$1,300\u00A0m", "$500\u00A0m", "$1,600\u00A0m"] },
  ]);
  expect(composeTrend(trend, desk).drawing.text).toBe("From 142.6 to 118.4; highest 142.6, lowest 118.4");
});

test.each([
  ["a single value", "value\n1\n", ["prices.csv:1 trend-too-short"]],
  ["too many values", `value\n${"1\n".repeat(25)}`, ["prices.csv:1 chart-too-many"]],
  ["a word", "value\n1\ntwo\n", ["prices.csv:3 csv-not-a-number"]],
  ["no value column", "label,price\na,1\n", ["prices.csv:1 csv-column-missing"]],
])("a trend’s CSV file with %s is reported at its own line", async (_, prices, expected) => {
  const files = { "fall.csv": "label,value\nNVIDIA,-17\n", "prices.csv": prices };
  const { diagnostics } = await load(BAR, files, "prices.csv");
  expect(found(diagnostics)).toEqual(expected);
});
