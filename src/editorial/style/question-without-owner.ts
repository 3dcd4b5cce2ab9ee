import type { Brief } from "../../brief/schema.ts";
import { finding } from "../finding.ts";
import type { Rule } from "../rule.ts";
import { GUIDELINES } from "./guidelines.ts";

/** Finds open questions that nobody is named to answer. */
export const questionWithoutOwner: Rule = {
  code: "question-without-owner",
  language: "any",
  source: GUIDELINES.amazon,
  isOnByDefault: true,
  find: (brief) =>
    brief.questions.flatMap(({ owner, answer, question }, index) =>
      owner === undefined && answer === undefined
        ? [
            finding("question-without-owner", { suggestion: likelyOwner(question, brief) }, [
              "questions",
              index,
              "owner",
            ]),
          ]
        : [],
    ),
};

const ROLES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:cost|price|budget|pay|cash|margin|revenue|profit|loss|save|loan|fund)/i, "CFO"],
  [/\b(?:contract|law|legal|court|liab|regulat|clause|consent|comply|licen[cs]e)/i, "General counsel"],
  [/\b(?:system|data|software|server|cyber|attack|backup|password|cloud|model)/i, "CIO"],
  [/\b(?:press|media|spokes|announce|statement|tell customers|public)/i, "Head of communications"],
  [/\b(?:campaign|brand|advert|customers?|buyers?|market)/i, "CMO"],
  [/\b(?:staff|hire|union|employee|people)/i, "Head of human resources"],
];

/** The role that the question’s words point to, or one that the brief names elsewhere. */
function likelyOwner(question: string, { questions, decision }: Brief): string {
  const role = ROLES.find(([words]) => words.test(question))?.[1];
  return role ?? questions.find(({ owner }) => owner !== undefined)?.owner ?? decision?.owner ?? "COO";
}
