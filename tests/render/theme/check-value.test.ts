import { expect, test } from "vitest";
import { checkValue, type ThemeValue } from "../../../src/render/theme/check-value.ts";
import { tokenSchema } from "../../../src/render/theme/token.ts";

const token = (facts: Readonly<Record<string, unknown>>) => tokenSchema.parse({ description: "X", ...facts });
const colour = token({ type: "colour", default: "#123456" });
const font = token({ type: "font", default: { family: "Inter" }, fallback: "serif" });
const length = token({ type: "length", default: "9mm", min: "0.5cm", max: "2cm" });
const loose = token({ type: "length", default: "1rem", min: "0rem" });
const number = token({ type: "number", default: 1.2, min: 1, max: 2 });
const choice = token({ type: "choice", default: "one", options: ["one", "two"] });

test.each<[string, typeof colour, ThemeValue, object]>([
  ["a colour", colour, "teal", { light: "teal", dark: undefined }],
  [
    "a colour and one for dark screens",
    colour,
    { light: "#000", dark: "#fff" },
    { light: "#000", dark: "#fff" },
  ],
  ["a typeface by its name", font, "Georgia", { font: { family: "Georgia" } }],
  [
    "a typeface of a package",
    font,
    { family: "Inter", package: "@fontsource/inter" },
    { font: { family: "Inter", package: "@fontsource/inter" } },
  ],
  ["a length", length, "12mm", { css: "12mm" }],
  ["a length in another unit", length, "30pt", { css: "30pt" }],
  ["the least length", length, "5mm", { css: "5mm" }],
  ["a length of the type", loose, ".5rem", { css: "0.5rem" }],
  ["a number", number, 1.5, { css: "1.5" }],
  ["a number in quotes", number, "1.5", { css: "1.5" }],
  ["a choice", choice, "two", { css: "two" }],
])("%s suits its token", (_what, of, value, expected) => {
  expect(checkValue(of, value)).toMatchObject(expected);
});

test.each<[string, typeof colour, ThemeValue, string]>([
  ["a number for a colour", colour, 3, "it must be a colour such as #0b5394, or { light, dark }"],
  [
    "a typeface for a colour",
    colour,
    { family: "Inter" },
    "it must be a colour such as #0b5394, or { light, dark }",
  ],
  [
    "a list of typefaces",
    font,
    "Georgia, serif",
    "it must be the name of one typeface: letters, digits, spaces, points and hyphens",
  ],
  [
    "style that hides in a name",
    font,
    "x;}body{display:none",
    "it must be the name of one typeface: letters, digits, spaces, points and hyphens",
  ],
  ["a number for a typeface", font, 3, "it must be the name of a typeface, or { family, package }"],
  ["a length without a unit", length, 9, "it must be a length such as 9mm"],
  ["a unit that paper does not know", length, "5vw", "it must be a length such as 9mm"],
  ["a length too long", length, "1in", "it must be from 0.5cm to 2cm"],
  ["a length too short", length, "4mm", "it must be from 0.5cm to 2cm"],
  ["a length that cannot be compared", length, "1em", "it must be in a unit that can be compared with 0.5cm"],
  ["a length below the only bound", loose, "-1rem", "it must be at least 0rem"],
  ["a word for a number", number, "much", "it must be a number such as 1.2"],
  ["a number too large", number, 3, "it must be from 1 to 2"],
  ["no such choice", choice, "three", "it must be one of one, two"],
])("%s is told", (_what, of, value, problem) => {
  expect(checkValue(of, value)).toMatchObject({ problem });
});

test("a choice that was probably meant is named", () => {
  expect(checkValue(choice, "twoo")).toMatchObject({ suggestion: "two" });
});
