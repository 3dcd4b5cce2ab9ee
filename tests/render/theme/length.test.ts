import { expect, test } from "vitest";
import { lengthDifference, readLength } from "../../../src/render/theme/length.ts";

test.each([
  ["1cm", "10mm", 0],
  ["1in", "72pt", 0],
  ["96px", "1in", 0],
  ["12mm", "1cm", 2],
  ["2rem", "0.5rem", 1.5],
  ["1em", "1rem", undefined],
  ["1rem", "1mm", undefined],
])("%s and %s", (one, other, difference) => {
  const [left, right] = [one, other].map(readLength);
  const found = left && right && lengthDifference(left, right);
  if (difference === undefined) expect(found).toBeUndefined();
  else expect(found).toBeCloseTo(difference, 10);
});

test.each(["9", "mm", "9 mm", "5vw", "calc(1mm)", ""])("“%s” is no length", (text) => {
  expect(readLength(text)).toBeUndefined();
});
