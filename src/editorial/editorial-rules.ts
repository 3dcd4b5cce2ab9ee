import type { Severity } from "../diagnostics/catalogue/entry.ts";
import { catalogue } from "../diagnostics/catalogue/index.ts";
import { EVIDENCE_RULES } from "./evidence-rules.ts";
import type { RuleFacts } from "./rule.ts";
import { STYLE_RULES } from "./style/style-rules.ts";

/** A rule as it is listed: with its usual severity and the reason for it. */
export interface EditorialRule extends RuleFacts {
  /** Severity where the project sets none; of a rule that is off, when it is switched on without one. */
  readonly severity: Severity;
  readonly reason: string;
}

/** Every rule of the editorial check. */
export const editorialRules: readonly EditorialRule[] = [...STYLE_RULES, ...EVIDENCE_RULES].map(
  ({ code, language, source, isOnByDefault }) => ({
    code,
    language,
    source,
    isOnByDefault,
    severity: catalogue[code].severity,
    reason: catalogue[code].about,
  }),
);
