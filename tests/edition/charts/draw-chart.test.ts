import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkMarkup } from "../../../src/render/check-markup.ts";
import { loadFonts } from "../../../src/render/load-fonts.ts";
import { openReaderBrowser } from "../../support/reader-browser.ts";
import { CASES, chartOf, drawn, type Row } from "./chart-cases.ts";

describe.each(CASES)("%s", (_, chart) => {
  const { html } = drawn(chart).drawing;

  test("is an SVG that a closed page may hold, with numbers that are numbers", () => {
    const faults = checkMarkup(html, "chart.svg").filter(({ code }) => code === "template-markup");
    expect(faults).toEqual([]);
    expect(html).not.toMatch(/NaN|Infinity|undefined|null|style=|<style| id=/);
  });

  test("is small, and the same bytes each time", () => {
    expect(Buffer.byteLength(html)).toBeLessThan(8192);
    expect(drawn(chart).drawing.html).toBe(html);
  });
});

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

describe("as a browser shows it", () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openReaderBrowser();
    page = await browser.newPage();
    const face = { family: "Source Sans 3", package: "@fontsource/source-sans-3", style: "normal" } as const;
    const faces = [400, 600].map((weight) => ({ ...face, weight }));
    const fonts = await loadFonts(faces, import.meta.dirname, () => ({ file: "", line: 1, column: 1 }), {
      stylesheet: "A1Łα",
    });
    if (!fonts.ok) throw new Error("no fonts");
    await page.setContent(
      `<style>${await fonts.value.cssFor("AŁ")} svg{font-family:"Source Sans 3"}</style><p style="font:600 9px 'Source Sans 3'">.</p><div></div>`,
    );
  });
  afterAll(() => browser.close());

  test.each(CASES)("%s: text stands inside the drawing and on no other text", async (_, chart) => {
    const { html } = drawn(chart).drawing;
    const boxes: Box[] = await page.evaluate(async (svg) => {
      const holder = document.querySelector("div") as HTMLElement;
      holder.innerHTML = svg;
      await document.fonts.ready;
      // Browsers give the boxes of text in whole pixels: enlarged four times, they are quarters.
      const zoom = 4;
      const drawing = holder.firstElementChild as SVGElement;
      drawing.setAttribute("width", String(Number(drawing.getAttribute("width")) * zoom));
      drawing.setAttribute("height", String(Number(drawing.getAttribute("height")) * zoom));
      const frame = drawing.getBoundingClientRect();
      return [...holder.querySelectorAll("text")].flatMap((text) => {
        const lines = text.children.length > 0 ? [...text.children] : [text];
        return lines.map((line) => {
          const box = line.getBoundingClientRect();
          // A line of text is taller than its letters: they end about a fifth from either side.
          const inset = box.height * 0.2;
          return {
            text: line.textContent ?? "",
            left: (box.left - frame.left) / zoom,
            right: (box.right - frame.left) / zoom,
            top: (box.top - frame.top + inset) / zoom,
            bottom: (box.bottom - frame.top - inset) / zoom,
          };
        });
      });
    }, html);

    const [, width = 0, height = 0] = (/viewBox="0 0 (\S+) (\S+)"/.exec(html) ?? []).map(Number);
    const outside = boxes.filter(
      ({ left, right, top, bottom }) =>
        left < -0.5 || right > width + 0.5 || top < -0.5 || bottom > height + 0.5,
    );
    expect(outside).toEqual([]);
    const overlaps = boxes.flatMap((one, index) =>
      boxes.slice(index + 1).flatMap((other) => (meet(one, other) ? [`${one.text} / ${other.text}`] : [])),
    );
    expect(overlaps).toEqual([]);
  });
});

const meet = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** Widths of the bars in the order of their height on the page, then of the columns. */
const barWidths = (html: string): number[] =>
  [...html.matchAll(/<rect height="[\d.]+" width="([\d.]+)" x="[\d.]+" y="([\d.]+)"/g)]
    .map(([, width, y]) => ({ width: Number(width), y: Number(y) }))
    .sort((one, other) => one.y - other.y)
    .map(({ width }) => width);

test.each<[string, readonly Row[]]>([
  [
    "positive",
    [
      ["A", 10],
      ["B", 20],
      ["C", 2.5],
    ],
  ],
  [
    "negative",
    [
      ["A", -10],
      ["B", -20],
      ["C", -2.5],
    ],
  ],
  [
    "of both signs",
    [
      ["A", -10],
      ["B", 20],
      ["C", -2.5],
    ],
  ],
  [
    "close to each other",
    [
      ["A", 100],
      ["B", 101],
      ["C", 102],
    ],
  ],
])("bars that are %s are as long as their numbers are large", (_, rows) => {
  const widths = barWidths(drawn(chartOf("bar", rows)).drawing.html);
  const perUnit = widths.map((width, index) => width / Math.abs(rows[index]?.[1] ?? 0));
  expect(widths).toHaveLength(rows.length);
  for (const ratio of perUnit) expect(Math.abs(ratio / (perUnit[0] ?? 0) - 1)).toBeLessThan(0.01);
});

test("bars of several series share one scale", () => {
  const rows: Row[] = [
    ["A", 10, "x"],
    ["A", 20, "y"],
    ["B", 5, "x"],
    ["B", 40, "y"],
  ];
  const widths = barWidths(drawn(chartOf("grouped-bar", rows)).drawing.html);
  const [ten = 1] = widths;
  expect(widths.map((width) => Math.round((width / ten) * 20) / 2)).toEqual([10, 20, 5, 40]);
});

test("dates stand at their true distance", () => {
  const { html } = drawn(
    chartOf("line", [
      ["2025-01-01", 1],
      ["2025-01-02", 2],
      ["2025-01-11", 3],
    ]),
  ).drawing;
  const [, path = ""] = /class="plot-line[^>]*><path d="([^"]+)"/.exec(html) ?? [];
  const [first = 0, second = 0, third = 0] = path
    .split(/[ML]/)
    .slice(1)
    .map((point) => Number(point.split(",")[0]));
  expect((third - first) / (second - first)).toBeCloseTo(10, 0);
});

test("dates are drawn in the order of time, whatever the order of the points", () => {
  const rows: Row[] = [
    ["2025-01-02", 2],
    ["2025-01-11", 3],
    ["2025-01-01", 1],
  ];
  const inOrder = [...rows].sort(([one], [other]) => one.localeCompare(other));
  const path = (list: readonly Row[]) =>
    /<path d="[^"]+"/.exec(drawn(chartOf("line", list)).drawing.html)?.[0];
  expect(path(rows)).toBe(path(inOrder));
});

test.each(["bar", "line", "dot-range"] as const)(
  "what a %s chart sets off differs in weight, not in colour alone",
  (type) => {
    const rows: Row[] = [
      ["2024", 10, undefined],
      ["2025", 20, undefined],
    ];
    const points =
      type === "dot-range"
        ? rows.map(([label, value]): Row => [label, value, undefined, value - 1, value + 2])
        : rows;
    const { html } = drawn(chartOf(type, points, { highlight: "2024" })).drawing;
    expect(html).toContain('font-weight="600"');
  },
);

test("lines that cross are told apart by their dashes", () => {
  const rows = ["a", "b", "c", "d"].flatMap((series, k): Row[] => [
    ["2024", k, series],
    ["2025", 4 - k, series],
  ]);
  const { html } = drawn(chartOf("line", rows)).drawing;
  expect(new Set(html.match(/stroke-dasharray="[^"]+"/g)).size).toBe(2);
});

test("a short unit stands at every number, a long one beside the title once", () => {
  const short = drawn(chartOf("bar", [["A", 5]], { unit: "$ bn" }));
  expect(short.unit).toBeNull();
  expect(short.drawing.html).toContain("$5\u00A0bn");
  const long = drawn(chartOf("bar", [["A", 5]], { unit: "million tonnes" }));
  expect(long.unit).toBe("million tonnes");
  expect(long.drawing.html).not.toContain("tonnes<");
});

test("an axis starts where the author says", () => {
  const { html } = drawn(
    chartOf(
      "line",
      [
        ["2024", 60],
        ["2025", 80],
      ],
      { axisStart: 50 },
    ),
  ).drawing;
  expect(html).toContain(">50<");
  expect(html).not.toContain(">0<");
});
