import { diagnosticData } from "../index.ts";
import { githubAnnotation } from "./github-annotation.ts";
import { printJson } from "./json-output.ts";
import type { CheckOptions } from "./options.ts";
import { type CheckReport, reportCheck } from "./report-check.ts";
import { sarifLog } from "./sarif-log.ts";
import { showFindings } from "./show-findings.ts";
import type { Terminal } from "./terminal.ts";

/** Tells what a check found and whether that is `ok`, in the form that was asked for. */
export function tellCheck(report: CheckReport, ok: boolean, options: CheckOptions, terminal: Terminal): void {
  const { folder, out, err } = terminal;
  const isQuiet = options.quiet === true;
  const form = options.json ? "json" : (options.format ?? "text");
  if (form === "json") printJson(out, checkData(report, ok));
  else if (form === "sarif") printJson(out, sarifLog(report, folder));
  else {
    reportCheck(report, out, {
      isQuiet,
      show: (findings) => {
        if (form === "text") showFindings(findings, err);
        else for (const finding of findings) out.write(`${githubAnnotation(finding, folder)}\n`);
      },
    });
  }
}

const checkData = ({ briefs, project }: CheckReport, ok: boolean) => ({
  ok,
  briefs: briefs.map(({ file, accepted, diagnostics }) => ({
    file,
    accepted,
    diagnostics: diagnostics.map(diagnosticData),
  })),
  diagnostics: project.map(diagnosticData),
});
