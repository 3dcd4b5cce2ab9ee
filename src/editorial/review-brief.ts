import type { ParsedBrief } from "../brief/parse-brief.ts";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { editorialRules } from "./editorial-rules.ts";
import { evidenceFindings } from "./evidence/evidence-findings.ts";
import { applyExceptions } from "./exceptions.ts";
import type { Finding } from "./finding.ts";
import { passagesOf } from "./passages.ts";
import type { RuleSettings } from "./rule.ts";
import { STYLE_RULES } from "./style/style-rules.ts";

/** What the editorial check of one brief goes by. */
export interface ReviewSettings {
  /** Language of the brief, as a tag of BCP 47; rules on English are silent in any other. */
  readonly language: string;
  readonly rules: RuleSettings;
  readonly sourceMaxAgeMonths: number;
}

/** What a good editor would say of a brief, in the order of the file. */
export async function reviewBrief(
  parsed: ParsedBrief,
  settings: ReviewSettings,
): Promise<readonly Diagnostic[]> {
  const { brief } = parsed;
  const passages = passagesOf(brief);
  const running = new Set(editorialRules.filter((rule) => isRunning(rule, settings)).map(({ code }) => code));
  const findings = [
    ...STYLE_RULES.flatMap((rule) => (running.has(rule.code) ? rule.find(brief, passages) : [])),
    ...evidenceFindings(brief, passages, settings).filter(({ code }) => running.has(code)),
  ];
  const known = editorialRules.map(({ code }) => code);
  const excepted = applyExceptions(brief, findings, { known, ran: [...running] }, parsed);
  return [
    ...excepted.findings.map((found) => withSeverity(toDiagnostic(found, parsed), settings.rules)),
    ...excepted.diagnostics,
  ].sort(byPlace);
}

function isRunning(
  { code, language, isOnByDefault }: (typeof editorialRules)[number],
  { rules, language: written }: ReviewSettings,
): boolean {
  const isSpoken = language === "any" || /^en\b/i.test(written);
  const setting = rules[code];
  return isSpoken && (setting === undefined ? isOnByDefault : setting !== "off");
}

function toDiagnostic(
  { code, args, path, rawOffset, needle }: Finding,
  { locate, locateText }: ParsedBrief,
): Diagnostic {
  // A finding’s arguments are those of its code; the compiler cannot pair them across the union.
  return diagnose(code, args as never, needle === "" ? locate(path) : locateText(path, needle, rawOffset));
}

function withSeverity(diagnostic: Diagnostic, rules: RuleSettings): Diagnostic {
  const severity = rules[diagnostic.code];
  return severity === undefined || severity === "off" ? diagnostic : { ...diagnostic, severity };
}

const byPlace = ({ where: a }: Diagnostic, { where: b }: Diagnostic): number =>
  (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0);
