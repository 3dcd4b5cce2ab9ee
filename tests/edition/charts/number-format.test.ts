import { expect, test } from "vitest";
import { numberFormat } from "../../../src/edition/charts/number-format.ts";

test.each([
  ["en", "%", -17, "−17%"],
  ["de", "%", -17.4, "−17,4\u202F%"],
  ["en", "$ bn", 589, "$589\u00A0bn"],
  ["en", "$ bn", -589, "−$589\u00A0bn"],
  ["de", "Mrd. $", 589, "589\u00A0Mrd. $"],
  ["en", "€", 1234.5, "€1,234.5"],
  ["de", "€", 1234.5, "1.234,5\u00A0€"],
  ["en", null, 0, "0"],
  ["en", "×", 3, "3×"],
  ["en", "$", 17_794_780_000_000, "$17.8T"],
  ["de", "€", 17_794_780, "17,8\u00A0Mio.\u00A0€"],
  ["en", "kg", 0.000012, "0.000012\u00A0kg"],
  ["en", null, 1e-9, "1E−9"],
  ["sv", "%", -5, "−5\u202F%"],
  ["en", "million tonnes", 5, "5"],
])("in %s with the unit %s, %d is %s", (lang, unit, value, text) => {
  expect(numberFormat([value], unit, lang).short(value)).toBe(text);
});

test("no zeros are added that the author did not write", () => {
  const { short } = numberFormat([-17, -17.4], "%", "en");
  expect([-17, -17.4].map(short)).toEqual(["−17%", "−17.4%"]);
});

test.each([
  [8, 17, "8–17"],
  [-3, 5, "−3 – 5"],
  [4, 4, "4"],
])("the interval from %d to %d is %s", (low, high, text) => {
  const plain = numberFormat([low, high], "%", "en").interval(low, high);
  expect(plain.replace(/[\u2009\u00A0]/g, " ")).toBe(text);
});
