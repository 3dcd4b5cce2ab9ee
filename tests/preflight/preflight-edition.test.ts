import { describe, expect, test } from "vitest";
import type { Edition } from "../../src/edition/edition.ts";
import type { PageView } from "../../src/formats/page-view.ts";
import { openPreflight } from "../../src/preflight/preflight-edition.ts";
import { editionOf, sampleBrief } from "../edition/sample.ts";

const EDITION = editionOf(
  sampleBrief({
    title: "Ports stand still",
    bottomLine: "Book rail [@alpha] now.",
    event: {
      summary: "Cranes stopped.\n\nShips wait at sea.",
      figures: [
        { value: "−51.6%", label: "boxes handled", sources: ["alpha"] },
        { value: "41", label: "ships at anchor", sources: ["beta"] },
      ],
      timeline: [],
      quotes: [],
    },
    caveats: [
      { claim: "Trade halved.", caveat: "Boxes are no goods.", confidence: "high", sources: ["alpha"] },
      { claim: "It ends soon.", caveat: "Only the port says so.", confidence: "low", sources: ["beta"] },
    ],
    questions: [{ question: "Whom do we serve first?", why: "Penalties loom.", owner: "Board" }],
  }),
);

/** All that the edition says, as a plain page would. */
const PAGE = [
  "Ports stand still",
  "3 February 2025",
  "Book rail 1 now.",
  "−51.6%\nboxes handled",
  "41\nships at anchor",
  "Cranes stopped.",
  "Ships wait at sea.",
  "Trade halved.\nBoxes are no goods.\nHigh confidence",
  "It ends soon.\nOnly the port says so.\nLow confidence",
  "Whom do we serve first?\nPenalties loom.\nBoard",
  "Title of alpha",
  "Title of beta",
];

const preflight = (edition: Edition = EDITION) =>
  openPreflight({ edition, template: { name: "plain", fontFamilies: [] } });
const codesFor = (text: string) =>
  preflight()
    .text("text", text)
    .map(({ code }) => code);
const page = (change?: (lines: string[]) => string[]) => (change ? change([...PAGE]) : PAGE).join("\n\n");
const replaced = (from: string, to: string) => page().replace(from, to);

test("a text that says everything passes", () => {
  expect(codesFor(page())).toEqual([]);
});

test.each([
  ["capitals", replaced("Ports stand still", "PORTS STAND STILL")],
  ["a hyphen at a line’s end", replaced("Penalties", "Penal-\nties")],
  ["a soft hyphen", replaced("Penalties", "Penal\u00adties")],
  ["lines broken anywhere", replaced("Whom do we serve", "Whom do\nwe ser\nve")],
  ["no-break spaces", replaced("Book rail 1 now", "Book\u00a0rail\u00a01\u202fnow")],
  [
    "values behind their labels",
    page((lines) =>
      lines.map((line) =>
        line
          .replace("−51.6%\nboxes handled", "boxes handled\n−51.6%")
          .replace("41\nships at anchor", "ships at anchor\n41"),
      ),
    ),
  ],
  [
    "confidence before the claim",
    page((lines) => lines.map((line) => line.replace(/^(.*)\n(.*)\n(\w+ confidence)$/s, "$3\n$1\n$2"))),
  ],
  ["the title said twice", page((lines) => [...lines, "Ports stand still"])],
  ["a label said before, in another sentence", page((lines) => ["Fewer boxes handled than ever", ...lines])],
  ["another form of the date", replaced("3 February 2025", "2025-02-03")],
])("%s are no loss", (_what, text) => {
  expect(codesFor(text)).toEqual([]);
});

test.each<[what: string, text: string, codes: readonly string[]]>([
  ["a title", page(without("Ports stand")), ["title-missing"]],
  ["a date", page(without("3 February")), ["masthead-missing"]],
  ["a bottom line", page(without("Book rail")), ["bottom-line-missing"]],
  ["the number of its source", replaced("rail 1 now", "rail now"), ["bottom-line-missing"]],
  ["a paragraph", page(without("Ships wait")), ["summary-missing"]],
  ["a caveat", replaced("Boxes are no goods.", ""), ["caveat-missing"]],
  ["a caveat’s last word", replaced("Boxes are no goods.", "Boxes are no"), ["caveat-missing"]],
  ["a claim", replaced("It ends soon.", ""), ["claim-missing"]],
  ["a confidence", replaced("Low confidence", ""), ["grade-missing"]],
  ["a figure", replaced("−51.6%\nboxes handled", ""), ["figure-missing"]],
  ["a value", replaced("41\n", ""), ["figure-missing"]],
  ["an owner", replaced("\nBoard", ""), ["question-missing"]],
  ["a reason", replaced("Penalties loom.", ""), ["question-missing"]],
  ["a question", page(without("Whom")), ["question-missing"]],
  ["a source", page(without("Title of beta")), ["source-missing"]],
])("the loss of %s is found", (_what, text, codes) => {
  expect([...new Set(codesFor(text))]).toEqual(codes);
});

test.each([
  ["rounded", "−51.6%", "−52%"],
  ["without its sign", "−51.6%", "51.6%"],
  ["with another sign", "−51.6%", "+51.6%"],
  ["with a digit more behind", "41\nships", "415\nships"],
  ["with a digit more in front", "41\nships", "141\nships"],
  ["with decimals", "41\nships", "41.5\nships"],
  ["with thousands", "41\nships", "41,000\nships"],
  ["as an amount of money", "41\nships", "$41\nships"],
])("a number %s is another number", (_what, from, to) => {
  expect(codesFor(replaced(from, to))).toEqual(["figure-altered"]);
});

test.each([
  ["caveats in another order", swapped("Trade halved.", "It ends soon.")],
  [
    "a caveat with another’s claim",
    page()
      .replace("Trade halved.", "#")
      .replace("It ends soon.", "Trade halved.")
      .replace("#", "It ends soon."),
  ],
  [
    "values with one another’s labels",
    page().replace("−51.6%", "#").replace("41", "−51.6%").replace("#", "41"),
  ],
  ["sources in another order", swapped("Title of alpha", "Title of beta")],
])("%s are in the wrong place", (_what, text) => {
  expect([...new Set(codesFor(text))]).toEqual(["item-order"]);
});

describe("what a reader sees of a page", () => {
  const links = ["source-1", "source-1", "source-1", "source-2", "source-2"].map((anchor) => ({
    href: `about:blank#${anchor}`,
    text: "",
  }));
  const view = (parts: Partial<PageView> = {}): PageView => ({
    medium: "screen",
    text: page(),
    links,
    faults: [],
    ...parts,
  });
  const codesOf = (...views: PageView[]) =>
    preflight()
      .html(views)
      .map(({ code, message }) => `${code} ${message}`);

  test("passes if it is all there", () => {
    expect(codesOf(view(), view({ medium: "dark-screen" }))).toEqual([]);
  });

  test("is told by the screen on which it is not", () => {
    const [found, ...more] = codesOf(
      view(),
      view({ medium: "dark-screen", text: replaced("Boxes are no goods.", "") }),
    );
    expect(more).toEqual([]);
    expect(found).toMatch(
      /^caveat-missing In the HTML on a dark screen of the “All readers” edition \(template “plain”\), caveat 1/,
    );
  });

  test("has hidden text that is a fault only where it is missed", () => {
    const hidden = { kind: "hidden", text: "Boxes are no…", detail: "display: none" } as const;
    expect(codesOf(view({ faults: [hidden] }))).toEqual([]);
    const codes = codesOf(view({ faults: [hidden], text: replaced("Boxes are no goods.", "") }));
    expect(codes).toEqual([
      expect.stringMatching(/^caveat-missing .*display: none/),
      expect.stringMatching(/^text-hidden .*display: none/),
    ]);
  });

  test("has its faults by kind, the first with the number of the others", () => {
    const faint = (text: string) => ({ kind: "faint", text, detail: "3.1:1" }) as const;
    expect(codesOf(view({ faults: [faint("one"), faint("two"), faint("three")] }))).toEqual([
      expect.stringMatching(/^text-faint .*“one” and 2 more .*3\.1:1/),
    ]);
  });

  test("leads from every number to its source", () => {
    expect(codesOf(view({ links: links.slice(1) }))).toEqual([
      expect.stringMatching(/^citation-unlinked .* 2 of 3 .*source 1/),
    ]);
  });
});

function without(beginning: string) {
  return (lines: string[]) => lines.filter((line) => !line.startsWith(beginning));
}

/** The page with two of its paragraphs, known by their beginnings, in each other’s places. */
function swapped(one: string, other: string): string {
  return page((lines) => {
    const [first, second] = [one, other].map((beginning) =>
      lines.findIndex((line) => line.startsWith(beginning)),
    );
    if (first === undefined || second === undefined) return lines;
    return lines.map((line, index) =>
      index === first ? (lines[second] ?? "") : index === second ? (lines[first] ?? "") : line,
    );
  });
}
