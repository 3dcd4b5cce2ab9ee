import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { loadPlotter } from "../../../src/edition/charts/plotter.ts";
import { sampleBrief } from "../sample.ts";
import { chartOf } from "./chart-cases.ts";

const SRC = path.resolve(import.meta.dirname, "../../../src");

/** What a file loads as soon as it is loaded itself; types are gone by then. */
function staticImports(file: string): string[] {
  const statements = readFileSync(file, "utf8").matchAll(/^(?:import|export)\s(?!type\s)[^;"]*?"([^"]+)";/gm);
  return [...statements].map(([, specifier = ""]) => specifier);
}

test.each(["index.ts", "cli/main.ts"])("nothing that only charts need is loaded with %s", (entry) => {
  const packages = new Set<string>();
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const specifier of staticImports(file)) {
      if (specifier.startsWith(".")) visit(path.resolve(path.dirname(file), specifier));
      else packages.add(specifier);
    }
  };
  visit(path.join(SRC, entry));

  expect(seen.size).toBeGreaterThan(10);
  const heavy = /^(?:@observablehq|linkedom|csv-parse|@resvg)/;
  expect([...packages].filter((name) => heavy.test(name))).toEqual([]);
});

test.each([
  ["nothing", {}, false],
  ["a chart", { chart: chartOf("bar", [["A", 1]]) }, true],
  [
    "a trend",
    {
      figures: [
        { value: "1", label: "One", sources: ["alpha"], trend: { label: "Since May", values: [1, 2] } },
      ],
    },
    true,
  ],
])("a brief with %s to draw gets the library: %s", async (_, parts, isNeeded) => {
  const { event, ...rest } = sampleBrief();
  const plotter = await loadPlotter({ ...rest, event: { ...event, ...parts } });
  expect(plotter !== undefined).toBe(isNeeded);
});
