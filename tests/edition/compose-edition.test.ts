import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Brief, CONFIDENCES, LIKELIHOODS } from "../../src/brief/schema.ts";
import { composeEdition } from "../../src/edition/compose-edition.ts";
import type { Citation, Edition } from "../../src/edition/edition.ts";
import { bundledLabels, editionOf, reader, sampleBrief } from "./sample.ts";

const SOURCE_IDS = ["alpha", "beta", "gamma", "delta"];
const AUDIENCES = ["all", "c-level", "marketing"];

const sources = fc.uniqueArray(fc.constantFrom(...SOURCE_IDS), { minLength: 1, maxLength: 3 });
const word = fc.constantFrom("growth", "margin", "Müller", "東京", "−17%", "<b>", "5*3");
const prose = fc
  .array(
    fc.oneof(
      word,
      sources.map((ids) => `[${ids.map((id) => `@${id}`).join("; ")}]`),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((words) => `It ${words.join(" ")}`);
const audience = fc.constantFrom(...AUDIENCES);

const brief: fc.Arbitrary<Brief> = fc
  .record({
    bottomLine: prose,
    event: fc.record({
      summary: prose,
      figures: fc.array(fc.record({ value: word, label: word, sources }), { maxLength: 6 }),
      timeline: fc.array(fc.record({ date: fc.constant("2025-01-27"), text: prose, sources }), {
        maxLength: 3,
      }),
      quotes: fc.array(fc.record({ text: prose, by: word, sources }), { maxLength: 2 }),
    }),
    caveats: fc.array(
      fc.record({
        claim: prose,
        caveat: prose,
        confidence: fc.constantFrom(...CONFIDENCES),
        likelihood: fc.constantFrom(...LIKELIHOODS),
        sources,
      }),
      { minLength: 1, maxLength: 4 },
    ),
    implications: fc.array(fc.record({ audience, text: prose }), { maxLength: 6 }),
    questions: fc.array(
      fc.record(
        { question: prose, why: prose, audiences: fc.uniqueArray(audience, { minLength: 1, maxLength: 3 }) },
        { requiredKeys: ["question"] },
      ),
      { minLength: 1, maxLength: 6 },
    ),
    sources: fc.constant(SOURCE_IDS.map((id) => ({ id, title: `Title of ${id}` }))),
  })
  .map((parts) => sampleBrief(parts));

describe("an edition for an audience", () => {
  test("drops no caveat, figure, timeline entry or quotation and changes none", () => {
    fc.assert(
      fc.property(brief, fc.constantFrom("c-level", "marketing"), (written, id) => {
        const everything = withoutCitations(editionOf(written));
        const selected = withoutCitations(editionOf(written, { audience: id }));
        for (const part of [
          "bottomLine",
          "summary",
          "figures",
          "timeline",
          "quotes",
          "caveats",
          "decision",
        ] as const) {
          expect(selected[part]).toEqual(everything[part]);
        }
        expect(selected.figures.map(({ value }) => value)).toEqual(
          written.event.figures.map(({ value }) => value),
        );
        expect(selected.caveats).toHaveLength(written.caveats.length);
      }),
    );
  });

  test("has its own implications before those for all, and those of no other audience", () => {
    const implications = ["all 1", "marketing 1", "c-level 1", "all 2", "c-level 2"].map((text) => ({
      audience: text.split(" ")[0] ?? "",
      text,
    }));
    const edition = editionOf(sampleBrief({ implications }), { audience: "c-level" });
    expect(edition.implications.map(({ text }) => text.text)).toEqual([
      "c-level 1",
      "c-level 2",
      "all 1",
      "all 2",
    ]);
  });

  test("has the questions that concern it most first, renumbered, and those of no other audience", () => {
    const edition = editionOf(
      sampleBrief({
        questions: [
          { question: "for everyone" },
          { question: "second", audiences: ["c-level", "marketing"] },
          { question: "not for it", audiences: ["c-level"] },
          { question: "for all by name", audiences: ["all"] },
          { question: "first", audiences: ["marketing"] },
          { question: "also first", audiences: ["marketing", "c-level"] },
        ],
      }),
      { audience: "marketing" },
    );
    expect(edition.questions.map(({ number, question }) => `${number} ${question.text}`)).toEqual([
      "1 first",
      "2 also first",
      "3 second",
      "4 for everyone",
      "5 for all by name",
    ]);
  });

  test("lists only the sources that it cites", () => {
    const written = sampleBrief({
      implications: [
        { audience: "marketing", text: "a [@beta]" },
        { audience: "c-level", text: "b [@gamma]" },
      ],
    });
    const titles = (id: string) => editionOf(written, { audience: id }).sources.map(({ title }) => title);
    expect(titles("all")).toEqual(["Title of alpha", "Title of beta", "Title of gamma"]);
    expect(titles("c-level")).toEqual(["Title of alpha", "Title of gamma"]);
  });

  test("that the brief does not have is an error that names those it has", () => {
    const outcome = composeEdition(sampleBrief(), reader({ audience: "sales" }));
    expect(outcome.ok).toBe(false);
    expect(outcome.diagnostics.map(({ code }) => code)).toEqual(["audience-not-in-brief"]);
    expect(outcome.diagnostics[0]?.message).toContain("“c-level”");
  });
});

test("the edition for all has everything in the author’s order", () => {
  fc.assert(
    fc.property(brief, (written) => {
      const edition = editionOf(written);
      expect(edition.implications.map(({ audience: { id } }) => id)).toEqual(
        written.implications.map((implication) => implication.audience),
      );
      expect(edition.questions.map(({ audiences }) => audiences.map(({ id }) => id))).toEqual(
        written.questions.map(({ audiences }) => audiences ?? []),
      );
      expect(edition.questions.map(({ number }) => number)).toEqual(
        written.questions.map((_, index) => index + 1),
      );
    }),
  );
});

describe("citations", () => {
  test("are numbered from 1 by first appearance in reading order", () => {
    fc.assert(
      fc.property(brief, fc.constantFrom(...AUDIENCES), (written, id) => {
        const edition = editionOf(written, { audience: id });
        const firstAppearances = [...new Set(numbersInReadingOrder(edition))];
        expect(firstAppearances).toEqual(edition.sources.map((_, index) => index + 1));
        expect(edition.sources.map(({ number }) => number)).toEqual(firstAppearances);
      }),
    );
  });

  test("lead to the entry of their source and say its title", () => {
    const edition = editionOf(sampleBrief({ bottomLine: "a [@beta]" }));
    expect(edition.caveats[0]?.citations).toEqual([
      { number: 2, anchor: "source-2", label: "Source 2: Title of alpha" },
    ]);
    expect(edition.sources[1]).toMatchObject({ number: 2, anchor: "source-2", title: "Title of alpha" });
  });
});

test("what a brief lacks is null or empty, never missing", () => {
  const edition = editionOf(sampleBrief());
  expect(edition).toMatchObject({
    author: null,
    organisation: null,
    classification: null,
    figures: [],
    timeline: [],
    quotes: [],
    implications: [],
    decision: null,
  });
  expect(edition.caveats[0]?.likelihood).toBeNull();
  expect(edition.questions[0]).toMatchObject({ why: null, audiences: [], owner: null, by: null });
  expect(edition.sources[0]).toMatchObject({
    publisher: null,
    url: null,
    shortUrl: null,
    date: null,
    accessed: null,
    grade: null,
  });
  expect(JSON.parse(JSON.stringify(edition))).toEqual(edition);
});

test("a decision is composed with its options and its day", () => {
  const edition = editionOf(
    sampleBrief({
      decision: {
        ask: "Do we **buy**?",
        options: [
          { label: "Yes", text: "It costs. [@beta]" },
          { label: "No", text: "It waits." },
        ],
        recommendation: "Yes.",
        owner: "CFO",
        by: "2025-03-01",
      },
    }),
  );
  expect(edition.decision).toMatchObject({
    ask: { html: "Do we <strong>buy</strong>?", text: "Do we buy?" },
    options: [{ label: "Yes", text: { text: "It costs. [2]" } }, { label: "No" }],
    recommendation: { text: "Yes." },
    owner: "CFO",
    by: { iso: "2025-03-01", long: "1 March 2025" },
  });
});

test("levels have their words and fill their scale up to their step", () => {
  const caveat = {
    claim: "a",
    caveat: "b",
    confidence: "moderate" as const,
    likelihood: "unlikely" as const,
    sources: ["alpha"],
  };
  const [composed] = editionOf(sampleBrief({ caveats: [caveat] })).caveats;
  expect(composed?.confidence).toEqual({
    level: "moderate",
    label: "Moderate confidence",
    steps: [true, true, false],
  });
  expect(composed?.likelihood?.label).toBe("Unlikely (20–45%)");
  expect(composed?.likelihood?.steps).toEqual([true, true, true, false, false, false, false]);
});

test.each([
  ["the project’s label", new Map([["c-level", "Vorstand"]]), "Vorstand"],
  ["else the locale’s", new Map<string, string>(), "Geschäftsleitung"],
])("an audience has %s", (_, audienceLabels, label) => {
  const context = { audience: "c-level", locale: "de", labels: bundledLabels("de"), audienceLabels };
  expect(editionOf(sampleBrief(), context).audience).toEqual({ id: "c-level", label });
});

test("an audience without any label goes by its id", () => {
  expect(
    editionOf(sampleBrief({ audiences: ["constructor"] }), { audience: "constructor" }).audience.label,
  ).toBe("constructor");
});

test("a warning points to the field as written, also where an audience has it in another place", () => {
  const written = sampleBrief({
    questions: [{ question: "all" }, { question: "first [a](b)", audiences: ["marketing"] }],
  });
  const outcome = composeEdition(
    written,
    reader({ audience: "marketing", locate: (field) => ({ file: field.join("."), line: 1, column: 1 }) }),
  );
  expect(outcome.diagnostics.map(({ code, where }) => [code, where?.file])).toEqual([
    ["link-refused", "questions.1.question"],
  ]);
});

test("plain fields lose what cannot be printed and what turns the text around", () => {
  expect(editionOf(sampleBrief({ title: "in\u202Evoice\u0000 \u001B[31mfdp" })).title).toBe(
    "invoice [31mfdp",
  );
});

test("a malformed language tag is an error", () => {
  expect(composeEdition(sampleBrief(), reader({ locale: "e" })).diagnostics.map(({ code }) => code)).toEqual([
    "locale-malformed",
  ]);
});

/** Numbers differ between editions by design: they count what the edition cites. */
function withoutCitations(edition: Edition): Edition {
  const plain = JSON.stringify(edition, (key, value: unknown) => (key === "citations" ? [] : value));
  return JSON.parse(plain.replace(/<sup class=\\"cite\\">.*?<\/sup>/g, "").replace(/\[\d+(?:, \d+)*\]/g, ""));
}

function numbersInReadingOrder(edition: Edition): number[] {
  const inProse = (html: string | undefined) =>
    [...(html ?? "").matchAll(/href="#source-(\d+)"/g)].map(([, number]) => Number(number));
  const inList = (citations: readonly Citation[]) => citations.map(({ number }) => number);
  return [
    ...inProse(edition.bottomLine.html),
    ...inProse(edition.summary.html),
    ...edition.figures.flatMap(({ citations }) => inList(citations)),
    ...edition.timeline.flatMap(({ text, citations }) => [...inProse(text.html), ...inList(citations)]),
    ...edition.quotes.flatMap(({ text, citations }) => [...inProse(text.html), ...inList(citations)]),
    ...edition.caveats.flatMap(({ claim, caveat, citations }) => [
      ...inProse(claim.html),
      ...inProse(caveat.html),
      ...inList(citations),
    ]),
    ...edition.implications.flatMap(({ text }) => inProse(text.html)),
    ...edition.questions.flatMap(({ question, why }) => [...inProse(question.html), ...inProse(why?.html)]),
  ];
}
