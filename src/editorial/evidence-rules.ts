import { evidenceCatalogue } from "../diagnostics/catalogue/evidence.ts";
import type { RuleFacts } from "./rule.ts";
import { GUIDELINES } from "./style/guidelines.ts";

type EvidenceCode = keyof typeof evidenceCatalogue;

/** Broken references make a brief invalid, whatever a project thinks of its style. */
const OF_THE_SCHEMA: readonly EvidenceCode[] = ["unknown-caveat", "duplicate-caveat"];

/** What most of the rules rest on. */
const USUAL = { language: "any", source: GUIDELINES.icd206, isOnByDefault: true } as const;

const DIFFERENT: { readonly [Code in EvidenceCode]?: Partial<RuleFacts> } = {
  "attribution-uncited": { language: "en" },
  "likelihood-contradicts-percentage": { language: "en", source: GUIDELINES.icd203 },
  "likelihood-differs-from-field": { language: "en", source: GUIDELINES.icd203 },
  "confidence-with-likelihood": { language: "en", source: GUIDELINES.icd203 },
  "weak-source-without-caveat": { source: GUIDELINES.admiralty },
};

/** The rules on whether what a brief says rests on what it cites. */
export const EVIDENCE_RULES: readonly RuleFacts[] = (Object.keys(evidenceCatalogue) as EvidenceCode[])
  .filter((code) => !OF_THE_SCHEMA.includes(code))
  .map((code) => ({ ...USUAL, ...DIFFERENT[code], code }));
