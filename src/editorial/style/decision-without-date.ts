import { finding } from "../finding.ts";
import type { Rule } from "../rule.ts";
import { GUIDELINES } from "./guidelines.ts";

/** Finds a decision without a day by which it is due. */
export const decisionWithoutDate: Rule = {
  code: "decision-without-date",
  language: "any",
  source: GUIDELINES.amazon,
  isOnByDefault: true,
  find: ({ decision, date }) =>
    decision === undefined || decision.by !== undefined
      ? []
      : [finding("decision-without-date", { suggestion: twoWeeksAfter(date) }, ["decision", "by"])],
};

function twoWeeksAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 14);
  return date.toISOString().slice(0, 10);
}
