import { expect, test } from "vitest";
import { parseBrief } from "../../src/brief/parse-brief.ts";
import { checkClassification } from "../../src/project/check-classification.ts";
import { configSchema } from "../../src/project/config.ts";

const BRIEF = `title: A title
date: 2025-02-03
bottomLine: The point.
event: { summary: What happened. }
caveats: [{ claim: They say so., caveat: It may not be., confidence: low, sources: [alpha] }]
questions: [{ question: What now? }]
sources: [{ id: alpha, title: Title of alpha }]
`;

function findings(classification: string, classifications: Readonly<Record<string, string>>) {
  const parsed = parseBrief({ path: "b.yaml", text: `${BRIEF}${classification}` });
  const config = configSchema.parse({ brand: { classifications } });
  return checkClassification(parsed, config).diagnostics.filter(
    ({ code }) => code === "classification-unknown",
  );
}

const OURS = { internal: "For colleagues only", public: "Public" };

test.each([
  ["one of them", "classification: internal", OURS],
  ["none", "", OURS],
  ["any, where the project lists none", "classification: Secret", {}],
])("a brief may have %s", (_what, classification, classifications) => {
  expect(findings(classification, classifications)).toEqual([]);
});

test.each([
  ["a misspelt one", "Internal", "Did you mean “internal”?"],
  ["an unknown one", "top", "Take one of them, or add it to brand.classifications in brief.config.yaml."],
])("%s is refused at its place", (_what, written, hint) => {
  expect(findings(`classification: ${written}`, OURS)).toMatchObject([
    {
      severity: "error",
      message: `“${written}” is no classification of this project; it has “internal”, “public”.`,
      hint,
      where: { file: "b.yaml", line: 8 },
    },
  ]);
});
