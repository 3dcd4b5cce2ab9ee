import { expect, test } from "vitest";
import { preheaderOf } from "../../../src/formats/email/preheader.ts";
import { editionOf, sampleBrief } from "../../edition/sample.ts";
import { mailOf } from "./mail-of.ts";

const preheader = (bottomLine: string) => preheaderOf(editionOf(sampleBrief({ bottomLine })));

test.each([
  ["the bottom line as it is", "Order today.", "Order today."],
  ["without the numbers of sources", "It costs [@alpha] 4% more [@alpha; @beta].", "It costs 4% more."],
  ["without markup", "Order **today**, *now*.", "Order today, now."],
  ["with brackets of the author’s own", "As in [99], it fell.", "As in [99], it fell."],
])("a preheader is %s", (_what, bottomLine, expected) => {
  expect(preheader(bottomLine)).toBe(expected);
});

test("a long one ends at a word", () => {
  const cut = preheader("word ".repeat(60));
  expect(cut).toMatch(/^(?:word )+word…$/);
  expect(cut.length).toBeLessThanOrEqual(200);
});

test("a short one is followed by nothing of the text below", async () => {
  const { html } = await mailOf({ bottomLine: "Short." });
  const [, hidden = ""] = /<div style="display:none[^"]*">([\s\S]*?)<\/div>/.exec(html) ?? [];
  expect(hidden).toMatch(/^Short\.(?:\u034f|\u200c|\s)+$/u);
  expect(hidden.length).toBeGreaterThan(140);
});
