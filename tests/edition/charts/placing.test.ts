import fc from "fast-check";
import { expect, test } from "vitest";
import { fitBars } from "../../../src/edition/charts/fit-bars.ts";
import { spreadLabels } from "../../../src/edition/charts/spread-labels.ts";
import { textWidth, wrapText } from "../../../src/edition/charts/text-width.ts";
import { ticksAround, ticksWithin } from "../../../src/edition/charts/ticks.ts";

test.each([
  [0, 20, [0, 10, 20]],
  [80, 141, [75, 100, 125, 150]],
  [-1, 7, [-2.5, 0, 2.5, 5, 7.5]],
  [116.7, 149, [110, 120, 130, 140, 150]],
  [0, 0.00004, [0, 0.00002, 0.00004]],
])("round values around %d to %d are %j", (low, high, ticks) => {
  expect(ticksAround(low, high)).toEqual(ticks);
});

test("round values hold the data, three to five of them, whatever the data", () => {
  const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(value, value, (one, other) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      fc.pre(high - low > Math.max(Math.abs(low), Math.abs(high)) * 1e-6 && high - low > 1e-9);
      const ticks = ticksAround(low, high);
      const slack = (high - low) * 1e-6;
      expect(ticks.length).toBeGreaterThanOrEqual(3);
      expect(ticks.length).toBeLessThanOrEqual(5);
      expect(ticks[0]).toBeLessThanOrEqual(low + slack);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(high - slack);
      expect(ticksWithin(low, high, 4).every((tick) => tick >= low - slack && tick <= high + slack)).toBe(
        true,
      );
    }),
  );
});

test("labels keep their order and never touch, and stay inside while there is room", () => {
  const wanted = fc.array(
    fc.record({ y: fc.double({ min: 0, max: 150, noNaN: true }), height: fc.constant(12) }),
    {
      minLength: 1,
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(wanted, (labels) => {
      const middles = spreadLabels(labels, 0, 150);
      const order = labels
        .map((_, index) => index)
        .sort((a, b) => (labels[a]?.y ?? 0) - (labels[b]?.y ?? 0) || a - b);
      order.slice(1).forEach((index, before) => {
        expect((middles[index] ?? 0) - (middles[order[before] ?? 0] ?? 0)).toBeGreaterThanOrEqual(12 - 1e-9);
      });
      for (const middle of middles) {
        expect(middle).toBeGreaterThanOrEqual(6 - 1e-9);
        expect(middle).toBeLessThanOrEqual(144 + 1e-9);
      }
    }),
  );
});

test("a label that has room stands where it wants to", () => {
  const labels = [20, 100, 60].map((y) => ({ y, height: 12 }));
  expect(spreadLabels(labels, 0, 150)).toEqual([20, 100, 60]);
});

test("bars and what is written beyond them fill their field and do not leave it", () => {
  const bars = fc.array(
    fc.record({
      value: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      labelPx: fc.double({ min: 10, max: 60, noNaN: true }),
    }),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(bars, (list) => {
      const { zero, perUnit } = fitBars(list, 100, 330);
      for (const { value, labelPx } of list) {
        const end = zero + value * perUnit + (value < 0 ? -labelPx : labelPx);
        expect(end).toBeGreaterThanOrEqual(100 - 0.1);
        expect(end).toBeLessThanOrEqual(330 + 0.1);
      }
    }),
  );
});

test.each([
  ["One line", 100, 2, ["One line"]],
  ["Two lines of a label", 60, 2, ["Two lines", "of a label"]],
  ["Three lines of a label that is long", 60, 2, ["Three lines", "of a label…"]],
  ["Donaudampfschifffahrt", 60, 2, ["Donauda…"]],
  ["", 60, 2, [""]],
])("%j in %d px and up to %d lines is %j", (text, width, lines, wrapped) => {
  expect(wrapText(text, 11, width, lines)).toEqual(wrapped);
  for (const line of wrapped) expect(textWidth(line, 11)).toBeLessThanOrEqual(width);
});
