import { suggest } from "../diagnostics/suggest.ts";
import { editorialRules } from "./editorial-rules.ts";

/** The codes among a project’s settings that are no editorial rules, with the one that was probably meant. */
export function unknownRules(
  rules: Readonly<Record<string, unknown>>,
): { readonly rule: string; readonly suggestion?: string | undefined }[] {
  const known: readonly string[] = editorialRules.map(({ code }) => code);
  return Object.keys(rules)
    .filter((rule) => !known.includes(rule))
    .map((rule) => ({ rule, suggestion: suggest(rule, known) }));
}
