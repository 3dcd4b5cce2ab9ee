import { expect, test } from "vitest";
import { movementBetween } from "../../src/changes/movement.ts";

test.each([
  ["−17%", "−12%", "en", "up", 5, "%", null],
  ["12.5%", "12%", "en", "down", 0.5, "%", null],
  ["12,5 %", "12 %", "de", "down", 0.5, "%", null],
  ["$589 bn", "$593.7 bn", "en", "up", 4.7e9, "USD", 0.797963],
  ["$950 M", "$1.1 bn", "en", "up", 1.5e8, "USD", 15.7895],
  ["~7,000", "6,950", "en", "down", 50, "", 0.714286],
  ["1.200 Mio. €", "1,5 Mrd. €", "de", "up", 3e8, "EUR", 25],
  ["78 min", "90 min", "en", "up", 12, "minute", 15.3846],
  ["CHF 4", "CHF 5", "en", "up", 1, "CHF", 25],
  ["0", "3", "en", "up", 3, "", null],
  ["1 200", "1 300", "fr", "up", 100, "", 8.33333],
] as const)("%s to %s (%s) is %s", (before, after, locale, direction, difference, unit, percent) => {
  expect(movementBetween(before, after, locale)).toEqual({ direction, difference, unit, percent });
});

test.each([
  ["two years", "2020", "2021", "en"],
  ["a range", "7–10", "8–10", "en"],
  ["a ratio", "1 in 5", "1 in 4", "en"],
  ["two units", "5%", "$5", "en"],
  ["words", "many", "12", "en"],
  ["the same number written otherwise", "$1,000 M", "$1 bn", "en"],
  ["digits that are no number in the language", "1.2.3", "2", "en"],
])("%s cannot be compared", (_, before, after, locale) => {
  expect(movementBetween(before, after, locale)).toBeUndefined();
});
