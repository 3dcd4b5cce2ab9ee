import type { Brief } from "../brief/schema.ts";
import type { Severity } from "../diagnostics/catalogue/entry.ts";
import type { DiagnosticCode } from "../diagnostics/catalogue/index.ts";
import type { Finding } from "./finding.ts";
import type { Passage } from "./passages.ts";

/** What is known of an editorial rule. Its reason is the catalogue’s `about` of its code. */
export interface RuleFacts {
  readonly code: DiagnosticCode;
  /** `en` where the rule rests on English words, so that it is silent in other languages. */
  readonly language: "en" | "any";
  /** The guideline that asks for it. */
  readonly source: { readonly title: string; readonly url?: string };
  /** False for a rule that is too often wrong to be on unasked, or that not everyone wants. */
  readonly isOnByDefault: boolean;
}

/** A rule on how a brief is written. */
export interface Rule extends RuleFacts {
  readonly find: (brief: Brief, passages: readonly Passage[]) => readonly Finding[];
}

/** What a project asks of a rule; a rule that it does not name has the severity of the catalogue. */
export type RuleSettings = Readonly<Record<string, Severity | "off">>;
