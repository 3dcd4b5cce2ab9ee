import { readFile } from "node:fs/promises";
import path from "node:path";
import { getDocument, OPS, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Execbrief } from "../../src/open-execbrief.ts";
import { openTestExecbrief } from "../support/open-test-execbrief.ts";

// What the memo promises besides what every set does: one ink, no tints, no fine lines, for a printer that has seen better days.

const root = path.resolve(import.meta.dirname, "../..");

const BAR = /^ {4}type: bar\n[\s\S]*?(?=^ {4}caveat:)/m;

/** Charts in place of the bars of a brief that has everything else. */
const CHARTS = {
  "bars of one series": "",
  "bars of four series": `    type: grouped-bar
    title: Returned parcels
    data:
      - { label: Size, value: 31, series: "2022" }
      - { label: Size, value: 34, series: "2023" }
      - { label: Size, value: 36, series: "2024" }
      - { label: Size, value: 39, series: "2025" }
`,
  "lines of two series": `    type: slope
    title: Deliveries on time
    data:
      - { label: North, value: 79, series: "2023" }
      - { label: North, value: 94, series: "2025" }
      - { label: East, value: 88, series: "2023" }
      - { label: East, value: 90, series: "2025" }
`,
  estimates: `    type: dot-range
    title: What it cost
    data:
      - { label: Final run, value: 6, low: 5, high: 8 }
      - { label: Experiments, value: 40, low: 20, high: 90 }
`,
};

let execbrief: Execbrief;
let everything: string;
beforeAll(async () => {
  execbrief = await openTestExecbrief({ folder: root, isPrinting: true });
  const text = await readFile(path.join(root, "tests/preflight/full.yaml"), "utf8");
  everything = text
    .replace(/^previous:.*\n/m, "")
    .replace(
      "at anchor on 8 March",
      "at anchor\n      trend: { label: Ships in March, values: [12, -3, 30, 41] }",
    );
});
afterAll(() => execbrief[Symbol.asyncDispose]());

describe.each(Object.entries(CHARTS))("a memo with %s", (_, chart) => {
  let paint: Paint;
  const texts = new Map<string, string>();
  beforeAll(async () => {
    const source = {
      path: path.join(root, "tests/preflight/memo.yaml"),
      text: chart === "" ? everything : everything.replace(BAR, chart),
    };
    const { editions, diagnostics } = await execbrief.build(source, {
      template: "memo",
      audiences: ["all"],
      formats: ["pdf", "html", "email"],
    });
    expect(diagnostics).toEqual([]);
    for (const { format, bytes } of editions.flatMap(({ artifacts }) => artifacts)) {
      if (format === "pdf") paint = await readPaint(bytes);
      else texts.set(format, new TextDecoder().decode(bytes));
    }
  });

  test("is printed in greys alone", () => {
    for (const colour of paint.colours) expect(colour).toSatisfy(isGrey);
  });

  test("has all its text in the ink", () => {
    expect([...paint.textColours]).toEqual(["#000000"]);
  });

  test("has no line finer than 0.75 pt", () => {
    expect(paint.thicknessesPt.length).toBeGreaterThan(20);
    expect(Math.min(...paint.thicknessesPt)).toBeGreaterThanOrEqual(0.745);
  });

  test.each(["html", "email"])("names no colour but greys in its %s, light and dark", (format) => {
    const styles = (texts.get(format) ?? "").replace(/url\(data:[^)]*\)/g, "");
    const colours = styles.match(/(?<=[:\s,(])#[\da-f]{3,8}\b/gi) ?? [];
    expect(colours.length).toBeGreaterThan(5);
    expect(colours.filter((colour) => !isGrey(colour))).toEqual([]);
    expect(styles).not.toMatch(/\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\(/);
  });
});

test("fills bars of one series with ink and paper, without a screen of dots", async () => {
  const source = { path: path.join(root, "tests/preflight/memo.yaml"), text: everything };
  const { editions } = await execbrief.build(source, {
    template: "memo",
    audiences: ["all"],
    formats: ["pdf"],
  });
  const { colours } = await readPaint(editions[0]?.artifacts[0]?.bytes ?? new Uint8Array());
  expect([...colours].sort()).toEqual(["#000000", "#ffffff"]);
});

function isGrey(colour: string): boolean {
  const digits = colour.slice(1);
  const parts = digits.length < 6 ? [...digits].slice(0, 3) : digits.match(/../g)?.slice(0, 3);
  return new Set(parts).size === 1;
}

/** How a page is painted. */
interface Paint {
  readonly colours: ReadonlySet<string>;
  readonly textColours: ReadonlySet<string>;
  /** Of strokes, and the shorter sides of filled boxes, in points. */
  readonly thicknessesPt: readonly number[];
}

interface State {
  scale: number;
  fill: string;
  stroke: string;
  width: number;
}

/** Follows the operators of a PDF’s one page (ISO 32000-2, annex A). */
async function readPaint(bytes: Uint8Array): Promise<Paint> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS });
  const { fnArray, argsArray } = await (await (await task.promise).getPage(1)).getOperatorList();
  const colours = new Set<string>();
  const textColours = new Set<string>();
  const thicknessesPt: number[] = [];
  const saved: State[] = [];
  let state: State = { scale: 1, fill: "#000000", stroke: "#000000", width: 1 };
  fnArray.forEach((operator, index) => {
    const args = argsArray[index];
    if (operator === OPS.save) saved.push({ ...state });
    else if (operator === OPS.restore) state = saved.pop() ?? state;
    else if (operator === OPS.transform) state.scale *= Math.hypot(args[0], args[1]);
    else if (operator === OPS.setFillRGBColor) state.fill = args[0];
    else if (operator === OPS.setStrokeRGBColor) state.stroke = args[0];
    else if (operator === OPS.setGState)
      state.width = new Map<string, number>(args[0]).get("LW") ?? state.width;
    else if (operator === OPS.showText) textColours.add(state.fill);
    else if (operator === OPS.constructPath && args[0] === OPS.stroke) {
      colours.add(state.stroke);
      // A halo of the paper’s colour sets dots off; it is no line.
      if (state.stroke !== "#ffffff") thicknessesPt.push(state.width * state.scale);
    } else if (operator === OPS.constructPath && args[0] === OPS.fill) {
      colours.add(state.fill);
      const [left, top, right, bottom] = args[2];
      thicknessesPt.push(Math.min(right - left, bottom - top) * state.scale);
    }
  });
  await task.destroy();
  return { colours: new Set([...colours, ...textColours]), textColours, thicknessesPt };
}
