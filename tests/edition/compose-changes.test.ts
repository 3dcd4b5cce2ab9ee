import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import type { Brief } from "../../src/brief/schema.ts";
import { bundledLabels, editionOf, sampleBrief } from "./sample.ts";

const caveat = {
  claim: "Sales doubled.",
  caveat: "In one region.",
  confidence: "low",
  sources: ["alpha"],
} as const;
const base = (parts: Partial<Brief> = {}) =>
  sampleBrief({ caveats: [{ ...caveat, sources: ["alpha"] }], ...parts });
const before = base({ date: "2025-01-28" });
const figures = (value: string): Brief["event"] => ({
  ...before.event,
  figures: [{ value, label: "sales in Europe", sources: ["alpha"] }],
});
const textsOf = (brief: Brief, previous: Brief, parts = {}) =>
  editionOf(brief, { previous, ...parts }).changes?.items.map(({ text }) => text);

test("a brief that names no edition before it tells of no changes", () => {
  expect(editionOf(base()).changes).toBeNull();
});

test("the strip says since when, and that nothing changed where nothing did", () => {
  expect(editionOf(base(), { previous: before }).changes).toEqual({
    since: { iso: "2025-01-28", long: "28 January 2025", short: "28 Jan 2025" },
    title: "What changed since 28 January 2025",
    items: [{ kind: "message", text: "No figure, caveat, question or decision has changed." }],
  });
});

test("what a reader must know is told in words, the most important first", () => {
  const now = base({
    caveats: [{ ...caveat, confidence: "high", sources: ["alpha"] }],
    event: figures("7%"),
    questions: [{ question: "What now?", answer: "We wait." }],
    decision: { ask: "Do we sell?" },
  });
  expect(textsOf(now, { ...before, event: figures("5%") })).toEqual([
    "sales in Europe: now 7%, was 5%",
    "“Sales doubled”: High confidence; before: Low confidence",
    "Answered: “What now?”",
    "New decision: “Do we sell?”",
  ]);
});

test("more than five changes are counted", () => {
  const questions = [
    "Who pays?",
    "Since when?",
    "Where else?",
    "How much of it?",
    "Why not before?",
    "By whom?",
    "And next?",
  ];
  const now = base({ questions: [...before.questions, ...questions.map((question) => ({ question }))] });
  const texts = textsOf(now, before);
  expect(texts).toHaveLength(6);
  expect(texts?.at(-1)).toBe("and 2 more changes");
});

test("an audience hears of its own questions alone", () => {
  const question = { question: "Which campaigns stop?", audiences: ["marketing"] };
  const now = base({ questions: [...before.questions, question] });
  expect(textsOf(now, before, { audience: "marketing" })).toEqual(["New question: “Which campaigns stop?”"]);
  expect(textsOf(now, before, { audience: "c-level" })).toEqual([
    "No figure, caveat, question or decision has changed.",
  ]);
});

test("every audience hears of every caveat", () => {
  const now = base({
    caveats: [
      { ...caveat, sources: ["alpha"] },
      { ...caveat, claim: "The app is safe.", sources: ["alpha"] },
    ],
  });
  for (const audience of ["all", "c-level", "marketing"]) {
    expect(textsOf(now, before, { audience })).toEqual(["New caveat: “The app is safe”"]);
  }
});

test("a long claim is cut between words, and control characters are not printed", () => {
  const claim = `The \u0007app ${"is safe and ".repeat(12)}free.`;
  const now = base({
    caveats: [
      { ...caveat, sources: ["alpha"] },
      { ...caveat, claim, sources: ["alpha"] },
    ],
  });
  const [text = ""] = textsOf(now, before) ?? [];
  expect(text).toMatch(/^New caveat: “The app is safe and .*(?:is|safe|and)…”$/);
  expect(text.length).toBeLessThan(110);
});

const tags = readdirSync(new URL("../../locales/", import.meta.url)).map((name) =>
  name.replace(/\.yaml$/, ""),
);
test.each(tags)("in %s no mark is left open, whatever changed", (tag) => {
  const now = base({
    title: "Another title",
    bottomLine: "Another point.",
    caveats: [
      { ...caveat, caveat: "Nobody counted.", confidence: "high", likelihood: "likely", sources: ["alpha"] },
      { ...caveat, claim: "The app is safe.", sources: ["alpha"] },
    ],
    event: { ...figures("7%"), timeline: [{ date: "2025-02-01", text: "It ends.", sources: ["alpha"] }] },
    questions: [{ question: "What now?", answer: "We wait." }, { question: "Who pays?" }],
    decision: { ask: "Do we sell it all?", recommendation: "Yes.", owner: "CEO", by: "2025-03-01" },
  });
  const old = { ...before, event: figures("5%"), decision: { ask: "Do we sell?" } };
  const labels = bundledLabels(tag);
  const pairs: [Brief, Brief][] = [
    [now, old],
    [old, now],
    [{ ...now, caveats: old.caveats, event: old.event, questions: old.questions, decision: undefined }, now],
    [now, { ...now, title: "T", bottomLine: "B", event: { ...now.event, timeline: [] } }],
    [now, { ...now, decision: old.decision }],
  ];
  for (const [after, previous] of pairs) {
    const texts = textsOf(after, previous, { locale: tag, labels }) ?? [];
    expect(texts.length).toBeGreaterThan(1);
    expect(texts.filter((text) => /[{}]|undefined|null/.test(text))).toEqual([]);
  }
});
