import { finding } from "../finding.ts";
import type { Rule } from "../rule.ts";
import { GUIDELINES } from "./guidelines.ts";

/** Finds a decision that nobody is named to take. */
export const decisionWithoutOwner: Rule = {
  code: "decision-without-owner",
  language: "any",
  source: GUIDELINES.amazon,
  isOnByDefault: true,
  find: ({ decision }) =>
    decision === undefined || decision.owner !== undefined
      ? []
      : [finding("decision-without-owner", { suggestion: "CEO" }, ["decision", "owner"])],
};
