import { parseBrief } from "../../../src/brief/parse-brief.ts";
import { catalogue } from "../../../src/diagnostics/catalogue/index.ts";
import type { Place } from "../../../src/diagnostics/diagnostic.ts";
import { evidenceFindings } from "../../../src/editorial/evidence/evidence-findings.ts";
import type { Finding } from "../../../src/editorial/finding.ts";
import { passagesOf } from "../../../src/editorial/passages.ts";

/** A finding on a brief’s evidence, or a fault that was found while it was read. */
interface Found {
  readonly code: string;
  readonly severity: "error" | "warning" | "info";
  readonly where: Place | undefined;
}

/** What reading a brief and checking its evidence finds. */
export function findEvidence(text: string, path = "brief.yaml"): Found[] {
  const outcome = parseBrief({ path, text });
  const faults = outcome.diagnostics.map(({ code, severity, where }) => ({ code, severity, where }));
  if (!outcome.ok) return faults;
  const { brief, locate, locateText } = outcome.value;
  const placeOf = ({ path: field, needle, rawOffset }: Finding) =>
    needle === "" ? locate(field) : locateText(field, needle, rawOffset);
  const findings = evidenceFindings(brief, passagesOf(brief), { sourceMaxAgeMonths: 18 });
  return [
    ...faults,
    ...findings.map((finding) => ({
      code: finding.code,
      severity: catalogue[finding.code].severity,
      where: placeOf(finding),
    })),
  ];
}
