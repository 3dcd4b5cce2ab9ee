import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseBrief } from "../../src/brief/parse-brief.ts";
import { type Brief, briefSchema } from "../../src/brief/schema.ts";
import type { Change } from "../../src/changes/change.ts";
import { compareBriefs } from "../../src/changes/compare-briefs.ts";
import { sampleBrief } from "../edition/sample.ts";
import { randomBrief } from "../support/random-brief.ts";
import { CASES } from "./cases.ts";

/** A version of a bundled brief. */
function version(name: string, number: 1 | 2): Brief {
  const file = new URL(`versions/${name}.${number}.yaml`, import.meta.url);
  const parsed = parseBrief({ path: file.pathname, text: readFileSync(file, "utf8") });
  if (!parsed.ok) throw new Error(parsed.diagnostics.map(({ message }) => message).join("\n"));
  return parsed.value.brief;
}

const inShort = ({ kind, subject, before, after }: Change) =>
  `${kind}: ${subject.slice(0, 40)}${[before, after].map((text) => ` | ${text?.slice(0, 30) ?? "–"}`).join("")}`;

describe.each([
  [
    "deepseek",
    [
      "caveat-added: The app is as safe as any other. | – | Italy’s regulator blocked the ",
      "caveat-reworded: R1, built for that price, sank the share | Accounts disagree: many blame  | Accounts disagree: many blame ",
      "figure-moved: NVIDIA’s share price since 24 January 20 | −17% | −12%",
      "figure-moved: NVIDIA’s market value lost that day | $589 bn | $593.7 bn",
      "chart-changed: One-day losses of market value, as print | Soon after that opening 465 | Soon after that opening 460",
      "confidence-changed: It did for $6 M what cost Americans bill | moderate | high",
      "question-answered: What would each AI contract due this yea | – | About a third less over three ",
      "question-added: Who approves an open model before staff  | – | Who approves an open model bef",
      "question-reworded: Which of our AI investments would still  | Which AI investments still pay | Which of our AI investments wo",
      "question-removed: What do we tell a customer who asks whic | What do we tell a customer who | –",
      "source-added: Blocking order on DeepSeek | – | Blocking order on DeepSeek, Ga",
      "source-added: Note on the cost of R1 | – | Note on the cost of R1, 2025-0",
    ],
  ],
  [
    "crowdstrike-outage",
    [
      "caveat-removed: It cost $5.4 bn. | A model, issued within a week  | –",
      "figure-moved: Delta flights cancelled in five days | ~7,000 | 6,950",
      "confidence-changed: Delta will recover its $500 M. | low | moderate",
      "likelihood-changed: Delta will recover its $500 M. | unlikely | roughly-even",
      "question-answered: What would our policy pay for an outage  | – | Nothing below a loss of $2 M.",
      "recommendation-changed: How should security updates reach our ma | In stages, now, with controls  | Two vendors for systems that t",
      "decider-changed: How should security updates reach our ma | CIO | CEO",
      "decision-due-changed: How should security updates reach our ma | 2025-09-30 | 2025-11-28",
    ],
  ],
  [
    "third-party-cookies",
    [
      "claim-reworded: Publishers lose 30% without cookies. | Without cookies publishers los | Publishers lose 30% without co",
      "figure-moved: Privacy Sandbox tools retired | 10 | 12",
      "likelihood-changed: Chrome will block them after all by the  | very-unlikely | almost-no-chance",
      "question-due-changed: Which cookieless projects pay without a  | 2025-12-15 | 2026-02-27",
      "timeline-added: 2026-01-14 | – | 2026-01-14: It retires two mor",
      "bottom-line-changed: Third-party cookies stay in Chrome; only | Chrome keeps third-party cooki | Chrome keeps third-party cooki",
      "title-changed: Third-party cookies stay in Chrome; only | Third-party cookies stay in Ch | Third-party cookies stay in Ch",
    ],
  ],
])("the two versions of %s", (name, expected) => {
  test("differ as a person would say, the most important first", () => {
    const spaces = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
    expect(compareBriefs(version(name, 1), version(name, 2)).map(inShort).map(spaces)).toEqual(expected);
  });

  test.each([1, 2] as const)("differ in nothing from themselves (%i)", (number) => {
    expect(compareBriefs(version(name, number), version(name, number))).toEqual([]);
  });

  test("are matched whatever the order of their lists", () => {
    const [old, now] = [version(name, 1), version(name, 2)];
    const shuffled: Brief = {
      ...now,
      caveats: now.caveats.toReversed(),
      questions: now.questions.toReversed(),
      implications: now.implications.toReversed(),
      sources: now.sources.toReversed(),
      event: { ...now.event, figures: now.event.figures.toReversed() },
    };
    const sorted = (brief: Brief) => compareBriefs(old, brief).map(inShort).sort();
    expect(sorted(shuffled)).toEqual(sorted(now));
  });
});

test.each(CASES)("$name", ({ before, after, changes }) => {
  const found = compareBriefs(sampleBrief(before), sampleBrief(after));
  expect(found.map(({ kind, before: old, after: now }) => [kind, old, now])).toEqual(changes);
});

const valid = randomBrief.map((brief) => briefSchema.parse(brief));

test("whatever an author writes, a brief differs in nothing from itself, and what one way is new the other way is gone", () => {
  fc.assert(
    fc.property(valid, valid, (one, other) => {
      expect(compareBriefs(one, one)).toEqual([]);
      const count = (changes: readonly Change[], ending: string) =>
        changes.filter(({ kind }) => kind.endsWith(ending)).length;
      const [there, back] = [compareBriefs(one, other), compareBriefs(other, one)];
      expect(count(there, "-added")).toBe(count(back, "-removed"));
    }),
    { numRuns: 50 },
  );
});
