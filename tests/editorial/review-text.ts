import { parseBrief } from "../../src/brief/parse-brief.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { type ReviewSettings, reviewBrief } from "../../src/editorial/review-brief.ts";

/** The findings on the text of a brief file that is valid. */
export async function reviewText(
  text: string,
  settings: Partial<ReviewSettings> = {},
): Promise<readonly Diagnostic[]> {
  const parsed = parseBrief({ path: "brief.yaml", text });
  if (!parsed.ok) throw new Error(parsed.diagnostics.map(({ message }) => message).join("\n"));
  const language = parsed.value.brief.locale ?? "en";
  return reviewBrief(parsed.value, { language, rules: {}, sourceMaxAgeMonths: 18, ...settings });
}

/** The word of the file that a finding points at. */
export function wordAt({ where }: Diagnostic): string {
  const line = where?.text?.split("\n")[where.line - 1] ?? "";
  return /^.[^\s.,;:?!"]*/u.exec(line.slice((where?.column ?? 1) - 1))?.[0] ?? "";
}

/** A brief file without fault, with some of its lines altered. */
export function briefText(alter: (text: string) => string = (text) => text): string {
  return alter(CLEAN);
}

const CLEAN = `title: The carrier raised its rates; renew the contract now
date: 2025-01-15
locale: en
bottomLine: >-
  The carrier raised its rates on Monday [@a]. Renew the
  contract before Friday.
event:
  summary: |
    The carrier raised its rates on Monday [@a].
caveats:
  - claim: All carriers will follow.
    caveat: No other has said so [@a].
    confidence: low
    sources: [a]
implications:
  - audience: all
    text: Budget for dearer freight.
questions:
  - question: Which lanes could move to rail?
    owner: COO
decision:
  ask: Which carrier do we renew with?
  owner: CEO
  by: 2025-01-31
sources:
  - { id: a, title: Tariff notice, date: 2025-01-10, grade: A1 }
`;
