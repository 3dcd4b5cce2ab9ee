import { expect, test } from "vitest";
import { composeEdition } from "../../../src/edition/compose-edition.ts";
import { editionOf, reader, sampleBrief } from "../sample.ts";
import { chartOf, testPlotter } from "./chart-cases.ts";

const plotter = await testPlotter();
const { event, caveats, ...rest } = sampleBrief();
const brief = {
  ...rest,
  caveats: caveats.map((caveat) => ({ ...caveat, id: "mood" })),
  event: {
    ...event,
    figures: [
      {
        value: "−17%",
        label: "NVIDIA",
        sources: ["alpha"],
        trend: { label: "Since May", values: [3, 1, 2] },
      },
    ],
    chart: {
      ...chartOf("bar", [], { caveat: "mood", sources: ["beta"], unit: "%", title: "Fall <Monday>" }),
      data: [
        { label: "NVIDIA", value: -17, sources: ["alpha"] },
        { label: "ASML & Co", value: -7, sources: ["beta", "gamma"] },
      ],
    },
  },
};

test("an edition has the chart with its words, its table, its sources and its caveat", () => {
  const { chart, figures, sources } = editionOf(brief, { plotter });
  expect(chart?.title).toBe("Fall <Monday>");
  expect(chart?.drawing.text).toBe("NVIDIA lowest, −17%; then ASML & Co, −7%.");
  expect(chart?.drawing.html).toContain(">ASML &amp; Co</text>");
  expect(chart?.table.rows).toHaveLength(2);
  expect(chart?.caveat?.number).toBe(1);
  expect(chart?.citations.map(({ number }) => sources[number - 1]?.title)).toEqual([
    "Title of beta",
    "Title of alpha",
    "Title of gamma",
  ]);
  expect(figures[0]?.trend?.label).toBe("Since May");
});

test("a chart that cannot be drawn is a bug and is not left out", () => {
  expect(() => composeEdition(brief, reader())).toThrow(/plotter/);
});
