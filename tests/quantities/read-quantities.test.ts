import { expect, test } from "vitest";
import { isRounding, isSameQuantity } from "../../src/quantities/quantity.ts";
import { readQuantities } from "../../src/quantities/read-quantities.ts";

/** Each number as its value and its unit or kind. */
const read = (text: string, locale = "en"): string =>
  readQuantities(text, locale)
    .map(({ value, unit, kind }) => `${value} ${unit === "" ? kind : unit}`)
    .join("; ");

test.each([
  ["Losses of $600 bn", "600000000000 USD"],
  ["A share costs CHF 4", "4 CHF"],
  ["Losses of 600 billion dollars", "600000000000 USD"],
  ["Losses of US$600bn", "600000000000 USD"],
  ["Losses of six hundred billion dollars", "600000000000 USD"],
  ["Half a million euros, a million pounds", "500000 EUR; 1000000 GBP"],
  ["Rent of $2, or $2.19.", "2 USD; 2.19 USD"],
  [
    "£4.2m; EUR 35 M; A$3m; ¥1.8bn; $2.5B",
    "4200000 GBP; 35000000 EUR; 3000000 AUD; 1800000000 JPY; 2500000000 USD",
  ],
  ["Pods cost 46p, or 20 cents.", "46 penny; 20 cent"],
  ["between $540 million and $1.08 billion", "540000000 USD; 1080000000 USD"],
  ["a loss of $540–600 million", "540000000 USD; 600000000 USD"],
  ["from 5 to 7 million users", "5000000 count; 7000000 count"],
  ["almost 17%, −17 %, 17 percent, seventeen per cent", "17 %; 17 %; 17 %; 17 %"],
  ["60–90% more", "60 %; 90 %"],
  ["410 basis points, 1.2 percentage points", "410 basis-point; 1.2 point"],
  ["3x, 3-fold, 3 times", "3 multiple; 3 multiple; 3 multiple"],
  ["live for 78 minutes, a 78-minute outage", "78 minute; 78 minute"],
  ["The edge is 7–10 months.", "7 month; 10 month"],
  ["300 GB, 38 GWh, 1.9 Mt, 900 m, 110 °F", "300 GB; 38 GWh; 1.9 Mt; 900 metre; 110 degree"],
  [
    "2.788 M chip-hours, 8.5 M machines, 10m users, 20k seats",
    "2788000 count; 8500000 count; 10000000 count; 20000 count",
  ],
  ["About 11,500 orders and ~7,000 flights", "11500 count; 7000 count"],
  ["At Boeing 33,000 workers; from 31 to 12", "33000 count; 31 count; 12 count"],
  ["In 2024 it hired 2000 people and sold 2,024 cars.", "2000 count; 2024 count"],
])("how much is read from “%s”", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  "On 27 January 2025, 24–29 January, January 24, the 16th, 2025-01-27 and 1/2/2025",
  "In 2024, the 1990s, 2025–26, 2023/24 and Q3 2024; FY24, ’24",
  "At 04:09–05:27 UTC, 2 a.m., 5.30 pm, 14h30; 24/7 and 3:1",
  "Fortune 500, Boeing 737, Windows 11, Article 17, Articles 5 and 6, Regulation 2024/1689",
  "V3, R1, o1, GPT-4o, 5G, 4K, COVID-19, B2B, H100, IPv6, 8-K, 401(k), 3.5.1",
  "Claude 3.5 Sonnet, Scope 3, level 4 of 5, line 3, week 44, Series 9 and Ultra 2, Chapter 11, phase 3",
  "IAS (IAS) 1, No. 10, #1, § 5, HTTP/3, over-65s, a 21st field",
  "Three questions, two weeks and nine of them",
])("no amount is read from “%s”", (text) => {
  expect(read(text)).toBe("");
});

test.each([
  ["de", "Die Aktie fiel um 17,5 % auf 1.234,5 Mio. Euro.", "17.5 %; 1234500000 EUR"],
  [
    "de",
    "3,2 Mrd. € am 3. Mai 2024, 12\u202f000 Stellen, 2,5 Prozentpunkte",
    "3200000000 EUR; 12000 count; 2.5 point",
  ],
  ["de", "Eine Billion Euro, 2 Billionen Euro", "2000000000000 EUR"],
  ["de-CH", "12’500 Franken", "12500 CHF"],
  [
    "fr",
    "589 milliards de dollars, 12\u00a0000 postes, 3,5\u202f% le 1er janvier",
    "589000000000 USD; 12000 count; 3.5 %",
  ],
  [
    "es",
    "1,5 millones de euros, 30 mil millones, el 27 de enero, 4,5 por ciento",
    "1500000 EUR; 30000000000 count; 4.5 %",
  ],
])("in %s, how much is read from “%s”", (locale, text, expected) => {
  expect(read(text, locale)).toBe(expected);
});

const first = (text: string, locale = "en") => {
  const [quantity] = readQuantities(text, locale);
  if (quantity === undefined) throw new Error(`no number in ${text}`);
  return quantity;
};

test.each([
  ["$600 bn", "600 billion dollars", true],
  ["US$600bn", "600,000 million dollars", true],
  ["−17%", "It fell 17 percent", true],
  ["−17%", "It fell by almost 17 per cent", true],
  ["−17%", "It rose 17%", false],
  ["$6 M", "$5.6 M", false],
  ["€600 bn", "$600 bn", false],
  ["17%", "17 percentage points", false],
  ["214,000", "214,000 cookers", true],
  ["78 min", "78 minutes", true],
  ["78 minutes", "78 hours", false],
  ["3 months", "3%", false],
])("“%s” and “%s” are one number: %s", (a, b, expected) => {
  expect(isSameQuantity(first(a), first(b))).toBe(expected);
});

test.each([
  ["$5.6 M", "$5.576 M", true],
  ["about $600 bn", "$589 bn", true],
  ["$600 bn", "$589 bn", false],
  ["$5.6 M", "$5.4 M", false],
])("“%s” is “%s” rounded: %s", (coarse, fine, expected) => {
  expect(isRounding(first(coarse), first(fine))).toBe(expected);
});

test("a number stands where it is written, with its sign, currency and unit", () => {
  const text = "Shares fell (−17\u202f%), or US$\u00a0589 bn.";
  expect(readQuantities(text, "en").map(({ offset, text: written }) => [offset, written])).toEqual([
    [text.indexOf("−"), "−17 %"],
    [text.indexOf("US$"), "US$ 589 bn"],
  ]);
});
