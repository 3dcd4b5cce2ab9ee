import type { ParsedBrief } from "../brief/parse-brief.ts";
import { diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome } from "../diagnostics/outcome.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { Config } from "./config.ts";

/** Refuses a brief whose classification is not among those of the project, where it lists any. */
export function checkClassification(
  parsed: Outcome<ParsedBrief>,
  { brand }: Pick<Config, "brand">,
): Outcome<ParsedBrief> {
  const known = Object.keys(brand.classifications);
  if (!parsed.ok || known.length === 0) return parsed;
  const { brief, locate } = parsed.value;
  const { classification } = brief;
  if (classification === undefined || known.includes(classification)) return parsed;
  const facts = { classification, known, suggestion: suggest(classification, known) };
  const finding = diagnose("classification-unknown", facts, locate(["classification"]));
  return failure([...parsed.diagnostics, finding]);
}
