import { describe, expect, test } from "vitest";
import { composeTrend } from "../../../src/edition/charts/compose-chart.ts";
import { bundledLabels } from "../sample.ts";
import { type BriefChart, chartOf, drawn, type Row, testPlotter } from "./chart-cases.ts";

const plotter = await testPlotter();
const losses: Row[] = [
  ["Microsoft", -2.1],
  ["NVIDIA", -17],
  ["Broadcom", -17.4],
];
const days: Row[] = [
  ["2025-01-24", 142.6],
  ["2025-01-27", 118.4],
  ["2025-02-03", 130],
];
const pairs: Row[] = [
  ["Sales", 12, "2023"],
  ["Sales", 15, "2024"],
];
const costs: Row[] = [["Training", 5.6, undefined, 5, 8]];
const range = (count: number) => Array.from({ length: count }, (_, index) => index);

test.each<[string, string, BriefChart, string]>([
  [
    "en",
    "bar",
    chartOf("bar", losses, { unit: "%" }),
    "Broadcom lowest, −17.4%; then NVIDIA, −17%; Microsoft, −2.1%.",
  ],
  [
    "de",
    "bar",
    chartOf("bar", losses, { unit: "%" }),
    "Broadcom am niedrigsten, −17,4\u202F%; dann NVIDIA, −17\u202F%; Microsoft, −2,1\u202F%.",
  ],
  [
    "fr",
    "bar",
    chartOf("bar", losses, { unit: "%" }),
    "Broadcom au plus bas, −17,4\u202F%\u202F; puis NVIDIA, −17\u202F%\u202F; Microsoft, −2,1\u202F%.",
  ],
  [
    "es",
    "bar",
    chartOf("bar", losses, { unit: "%" }),
    "Broadcom, el valor más bajo: −17,4\u202F%; después NVIDIA, −17\u202F%; Microsoft, −2,1\u202F%.",
  ],
  [
    "en",
    "line",
    chartOf("line", days, { unit: "$" }),
    "From $142.6 (24 Jan 2025) to $130 (3 Feb 2025); lowest $118.4 (27 Jan 2025).",
  ],
  [
    "de",
    "line",
    chartOf("line", days, { unit: "€" }),
    "Von 142,6\u00A0€ (24. Jan. 2025) auf 130\u00A0€ (3. Feb. 2025); Tiefststand 118,4\u00A0€ (27. Jan. 2025).",
  ],
  [
    "fr",
    "line",
    chartOf("line", days),
    "De 142,6 (24 janv. 2025) à 130 (3 févr. 2025)\u202F; minimum 118,4 (27 janv. 2025).",
  ],
  [
    "es",
    "line",
    chartOf("line", days),
    "De 142,6 (24 ene 2025) a 130 (3 feb 2025); mínimo 118,4 (27 ene 2025).",
  ],
  ["en", "grouped-bar", chartOf("grouped-bar", pairs), "Sales: 2023 12, 2024 15."],
  ["fr", "grouped-bar", chartOf("grouped-bar", pairs), "Sales\u00A0: 2023 12, 2024 15."],
  ["en", "slope", chartOf("slope", pairs, { unit: "%" }), "From 2023 to 2024: Sales from 12% to 15%."],
  ["de", "slope", chartOf("slope", pairs), "Von 2023 bis 2024: Sales von 12 auf 15."],
  [
    "en",
    "dot-range",
    chartOf("dot-range", costs, { unit: "$ m" }),
    "Training $5.6\u00A0m, between $5\u00A0m and $8\u00A0m.",
  ],
  ["es", "dot-range", chartOf("dot-range", costs), "Training 5,6, entre 5 y 8."],
  ["en", "one bar", chartOf("bar", [["Only", 5]]), "Only, 5."],
  [
    "en",
    "equal bars",
    chartOf("bar", [
      ["A", 5],
      ["B", 5],
    ]),
    "All at 5.",
  ],
  [
    "en",
    "a flat line",
    chartOf("line", [
      ["2024", 5],
      ["2025", 5],
    ]),
    "5 throughout, 2024 to 2025.",
  ],
  ["en", "one point of a line", chartOf("line", [["2024", 5]]), "2024, 5."],
  [
    "en",
    "dates out of order",
    chartOf("line", [
      ["2025", 9],
      ["2024", 5],
    ]),
    "From 5 (2024) to 9 (2025).",
  ],
  [
    "en",
    "two lines",
    chartOf("line", [
      ["2024", 5, "A"],
      ["2025", 6, "A"],
      ["2024", 3, "B"],
      ["2025", 1, "B"],
    ]),
    "A: from 5 (2024) to 6 (2025). B: from 3 (2024) to 1 (2025).",
  ],
  [
    "en",
    "many bars",
    chartOf(
      "bar",
      range(24).map((i) => [`P${i}`, i]),
    ),
    "P23 highest, 23; then P22, 22; P21, 21; P20, 20; 19 more; P0 lowest, 0.",
  ],
  [
    "en",
    "a huge value",
    chartOf("bar", [["China", 17_794_780_000_000]], { unit: "$" }),
    "China, $17,794,780,000,000.",
  ],
  [
    "en",
    "words of the author",
    chartOf("bar", losses, { alt: "NVIDIA fell by a sixth." }),
    "NVIDIA fell by a sixth.",
  ],
])("in %s, %s is put in words", (lang, _, chart, words) => {
  const { drawing } = drawn(chart, lang);
  expect(drawing.text).toBe(words);
  expect(drawing.html).toContain(`role="img" aria-label="${words}"`);
});

describe("the table", () => {
  test.each<[string, BriefChart, readonly string[], readonly (readonly string[])[]]>([
    [
      "has every digit",
      chartOf("bar", [["China", 17_794_780_000_001]]),
      ["Item", "Value"],
      [["China", "17,794,780,000,001"]],
    ],
    [
      "has a column a series",
      chartOf("grouped-bar", pairs, { unit: "%" }),
      ["Item", "2023", "2024"],
      [["Sales", "12%", "15%"]],
    ],
    [
      "has both ends of an interval",
      chartOf("dot-range", costs),
      ["Item", "Value", "Low", "High"],
      [["Training", "5.6", "5", "8"]],
    ],
    ["names dates as dates", chartOf("line", [["2025-01-27", 1]]), ["Date", "Value"], [["27 Jan 2025", "1"]]],
    [
      "leaves empty what a line lacks",
      chartOf("line", [
        ["2024", 1, "A"],
        ["2025", 2, "A"],
        ["2025", 3, "B"],
      ]),
      ["Date", "A", "B"],
      [
        ["2024", "1", ""],
        ["2025", "2", "3"],
      ],
    ],
  ])("%s", (_, chart, columns, rows) => {
    const { table } = drawn(chart);
    expect(table.columns).toEqual(columns);
    expect(table.rows.map(({ label, cells }) => [label, ...cells])).toEqual(rows);
  });
});

test.each([
  ["en", "From 140 to 129; highest 142, lowest 118.5"],
  ["de", "Von 140 auf 129; Höchststand 142, Tiefststand 118,5"],
  ["fr", "De 140 à 129\u202F; maximum 142, minimum 118,5"],
  ["es", "De 140 a 129; máximo 142, mínimo 118,5"],
])("in %s, a trend is put in words", (lang, words) => {
  const trend = { label: "NVIDIA, January", values: [140, 142, 118.5, 129] };
  const { drawing } = composeTrend(trend, { lang, labels: bundledLabels(lang), tables: new Map(), plotter });
  expect(drawing.text).toBe(words);
  expect(drawing.html).toContain(`aria-label="NVIDIA, January: ${words}"`);
  expect(drawing.html).toContain('viewBox="0 0 72 20"');
});
