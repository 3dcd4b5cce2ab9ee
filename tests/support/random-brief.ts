import fc from "fast-check";
import { CONFIDENCES, LIKELIHOODS } from "../../src/brief/schema.ts";

const WORDS =
  `growth renewal enterprise pipeline margin decision forecast churn cohort pricing Müller £12.4m quarter headcount
  §7 naïve coöperation Łódź Ελλάδα Москва Donaudampfschifffahrtsgesellschaftskapitän −17% ½ €1,5
  Pneumonoultramicroscopicsilicovolcanoconiosis https://example.com/a/very/long/path?with=query&and=more <b> & "quoted" {{braces}} [brackets]
  and of the a in to for with that this from but not which will as by`.split(/\s+/);

/** Words that not every machine has glyphs for. */
const RARE_WORDS = ["東京", "東京都庁", "مرحبا", "שלום", "emoji🙂"];

const SOURCE_IDS = ["first", "second", "third", "fourth"];

/**
 * Briefs that obey the schema but nothing else: from a few words to far too many, in many scripts, with words longer
 * than a line and everything that markup could trip over.
 */
export const randomBrief = fc.oneof(
  { weight: 4, arbitrary: briefOf(WORDS) },
  { weight: 1, arbitrary: briefOf([...WORDS, ...RARE_WORDS]) },
);

function briefOf(vocabulary: readonly string[]) {
  const words = (min: number, max: number) =>
    fc
      .array(fc.constantFrom(...vocabulary), { minLength: min, maxLength: max })
      .map((list) => list.join(" "));

  /** Words cut to a length that the schema allows. */
  const text = (min: number, max: number, limit: number) =>
    words(min, max).map(
      (joined) =>
        [...joined]
          .slice(0, Math.floor(limit * 0.9))
          .join("")
          .trim() || "text",
    );

  const sources = fc.uniqueArray(fc.constantFrom(...SOURCE_IDS), { minLength: 1, maxLength: 3 });
  const day = fc
    .date({ min: new Date("2000-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const audience = fc.constantFrom("c-level", "marketing");

  const prose = (min: number, max: number, limit: number) =>
    fc
      .tuple(text(min, max, limit - 20), fc.option(fc.constantFrom(...SOURCE_IDS)))
      .map(([body, id]) => (id === null ? body : `${body} [@${id}]`));

  const list = <T>(item: fc.Arbitrary<T>, minLength: number, maxLength: number) =>
    fc.array(item, { minLength, maxLength });

  const number = fc.oneof(
    fc.integer({ min: -1000, max: 1000 }),
    fc.integer({ min: -1e9, max: 1e9 }).map((value) => Number((value / 100).toPrecision(4))),
  );

  const labels = (min: number, max: number) =>
    fc.uniqueArray(text(1, 4, 50), { minLength: min, maxLength: max, selector: (label) => label });

  const grouped = (type: "grouped-bar" | "slope", seriesMin: number, seriesMax: number) =>
    fc
      .tuple(labels(1, 6), labels(seriesMin, seriesMax), fc.array(number, { minLength: 24, maxLength: 24 }))
      .map(([rows, series, values]) => ({
        type,
        data: rows.flatMap((label, row) =>
          series.map((name, column) => ({
            label,
            series: name.slice(0, 40),
            value: values[row * 4 + column] ?? 0,
          })),
        ),
      }));

  const chart = fc
    .oneof(
      fc.tuple(labels(1, 24), fc.array(number, { minLength: 24, maxLength: 24 })).map(([rows, values]) => ({
        type: "bar",
        data: rows.map((label, row) => ({ label, value: values[row] ?? 0 })),
      })),
      grouped("grouped-bar", 2, 4),
      grouped("slope", 2, 2),
      fc
        .tuple(
          fc.uniqueArray(day, { minLength: 2, maxLength: 24 }),
          fc.array(number, { minLength: 24, maxLength: 24 }),
        )
        .map(([days, values]) => ({
          type: "line",
          data: days.sort().map((label, row) => ({ label, value: values[row] ?? 0 })),
        })),
      fc.tuple(labels(1, 8), fc.array(number, { minLength: 8, maxLength: 8 })).map(([rows, values]) => ({
        type: "dot-range",
        data: rows.map((label, row) => {
          const value = values[row] ?? 0;
          return { label, value, low: value - Math.abs(value) / 4, high: value + Math.abs(value) / 2 };
        }),
      })),
    )
    .chain((plot) =>
      fc
        .record(
          { title: text(2, 8, 80), unit: fc.constantFrom("%", "$ bn", "kg") },
          { requiredKeys: ["title"] },
        )
        .map((words) => ({ ...plot, ...words, sources: ["first"] })),
    );

  const trend = fc.record({ label: text(2, 8, 70), values: list(number, 2, 24) });

  return fc
    .record({
      title: text(3, 12, 90),
      date: day,
      locale: fc.constantFrom("en", "en-US", "de", "fr", "es"),
      bottomLine: prose(5, 50, 700),
      audiences: fc.constant(["c-level", "marketing"]),
      classification: fc.option(fc.constant("Internal"), { nil: undefined }),
      event: fc.record({
        summary: fc.oneof(
          prose(5, 60, 700),
          list(prose(5, 30, 400), 2, 5).map((items) => items.join("\n\n")),
          list(prose(3, 12, 200), 2, 6).map((items) => items.map((item) => `- ${item}`).join("\n")),
        ),
        figures: list(
          fc.record(
            { value: text(1, 1, 14), label: text(2, 8, 70), sources, trend, caveat: fc.constant("caveat-0") },
            { requiredKeys: ["value", "label", "sources"] },
          ),
          0,
          6,
        ),
        chart: fc.option(chart, { nil: undefined, freq: 1 }),
        timeline: list(fc.record({ date: day, text: prose(3, 15, 250), sources }), 0, 5),
        quotes: list(fc.record({ text: prose(5, 30, 350), by: text(1, 3, 70), sources }), 0, 2),
      }),
      caveats: list(
        fc.record(
          {
            claim: prose(3, 15, 280),
            caveat: prose(5, 45, 600),
            confidence: fc.constantFrom(...CONFIDENCES),
            likelihood: fc.constantFrom(...LIKELIHOODS),
            sources,
          },
          { requiredKeys: ["claim", "caveat", "confidence", "sources"] },
        ),
        1,
        8,
      ).map((caveats) => caveats.map((caveat, index) => ({ id: `caveat-${index}`, ...caveat }))),
      implications: list(fc.record({ audience, text: prose(5, 35, 600) }), 0, 8),
      questions: list(
        fc.record(
          {
            question: prose(4, 20, 280),
            why: prose(4, 20, 350),
            owner: text(1, 3, 70),
            by: day,
            answer: prose(3, 20, 350),
          },
          { requiredKeys: ["question"] },
        ),
        1,
        9,
      ),
      sources: fc.constant(
        SOURCE_IDS.map((id, index) => ({
          id,
          title: `The ${id} document ${"with a longer title ".repeat(index)}`.trim(),
          publisher: "A publisher",
          url: `https://example.com/${id}/${"path-".repeat(index * 6)}`,
          date: "2024-05-06",
        })),
      ),
    })
    .map((brief) => ({ ...brief, bottomLine: `${brief.bottomLine} [@first; @second; @third; @fourth]` }));
}
