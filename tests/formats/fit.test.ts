import { expect, test } from "vitest";
import { FIT_LADDER, fitAt, NOMINAL_STEP } from "../../src/formats/fit.ts";

test("each rung is no roomier than the one before and differs from it", () => {
  const wrong = FIT_LADDER.flatMap((step, index) => {
    const before = FIT_LADDER[index - 1];
    if (before === undefined) return [];
    const isNoRoomier =
      step.typePt <= before.typePt && step.leading <= before.leading && step.space <= before.space;
    const isSame =
      step.typePt === before.typePt && step.leading === before.leading && step.space === before.space;
    return isNoRoomier && !isSame ? [] : [{ index, before, step }];
  });
  expect(wrong).toEqual([]);
});

test("one setting changes at a time, and by little", () => {
  const changes = FIT_LADDER.slice(1).map((step, index) => {
    const before = FIT_LADDER[index] ?? step;
    const ratios = [step.typePt / before.typePt, step.leading / before.leading, step.space / before.space];
    return ratios.filter((ratio) => ratio !== 1);
  });
  expect(changes.filter(({ length }) => length !== 1)).toEqual([]);
  expect(Math.min(...changes.flat())).toBeGreaterThan(0.84);
});

test("type stays between 9 and 12.5 pt", () => {
  const sizes = FIT_LADDER.map(({ typePt }) => typePt);
  expect([Math.max(...sizes), Math.min(...sizes)]).toEqual([12.5, 9]);
  expect(FIT_LADDER.at(-1)).toEqual({ typePt: 9, leading: 1.3, space: 0.55 });
});

test("the design’s own setting is one rung, and step 0", () => {
  const nominal = FIT_LADDER.flatMap((step, index) =>
    JSON.stringify(step) === JSON.stringify(NOMINAL_STEP) ? [index] : [],
  );
  expect(nominal).toHaveLength(1);
  expect(fitAt(nominal[0] ?? -1)).toEqual({ step: 0, ...NOMINAL_STEP });
  expect(fitAt(0).step).toBeLessThan(0);
  expect(fitAt(FIT_LADDER.length - 1).step).toBeGreaterThan(0);
});

test("a long page gives up white space, then line height, then type", () => {
  const tighter = FIT_LADDER.map((_, index) => fitAt(index)).filter(({ step }) => step > 0);
  const order = tighter.map(({ typePt, leading }) => (typePt < 11 ? 2 : leading < 1.45 ? 1 : 0));
  expect(order).toEqual([...order].sort());
  expect(new Set(order)).toEqual(new Set([0, 1, 2]));
});
