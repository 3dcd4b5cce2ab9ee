import { catalogue, type Diagnostic, type DiagnosticCode, type Severity } from "../index.ts";
import { fileAddress } from "./file-address.ts";
import { readPackageFacts } from "./package-facts.ts";
import type { CheckReport } from "./report-check.ts";

/** What a check found as a SARIF 2.1.0 log (OASIS standard), which code hosts and editors read. */
export function sarifLog({ briefs, project }: CheckReport, folder: string) {
  const findings = [...project, ...briefs.flatMap(({ diagnostics }) => diagnostics)];
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  const results = findings.filter(({ where }) => where !== undefined);
  const notifications = findings.filter(({ where }) => where === undefined);
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Execbrief",
            semanticVersion: readPackageFacts().version,
            rules: codes.map(ruleOf),
          },
        },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { [BASE]: { description: { text: "The folder in which the check ran." } } },
        invocations: [
          {
            executionSuccessful: !notifications.some(({ severity }) => severity === "error"),
            toolExecutionNotifications: notifications.map((finding) => ({
              descriptor: { id: finding.code },
              level: LEVELS[finding.severity],
              message: messageOf(finding),
            })),
          },
        ],
        artifacts: briefs.map(({ file }) => ({ location: locationOf(file, folder) })),
        results: results.map((finding) => ({
          ruleId: finding.code,
          ruleIndex: codes.indexOf(finding.code),
          level: LEVELS[finding.severity],
          message: messageOf(finding),
          locations: [{ physicalLocation: physicalLocation(finding, folder) }],
        })),
      },
    ],
  };
}

const BASE = "%SRCROOT%";
const LEVELS: Record<Severity, string> = { error: "error", warning: "warning", info: "note" };

function ruleOf(code: DiagnosticCode) {
  const { about, severity } = catalogue[code];
  return {
    id: code,
    shortDescription: { text: inWords(code) },
    fullDescription: { text: about },
    help: { text: about },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

/** `sentence-long` as `Sentence long`. */
const inWords = (code: string): string =>
  `${code.charAt(0).toUpperCase()}${code.slice(1).replaceAll("-", " ")}`;

const messageOf = ({ message, hint }: Diagnostic) => ({
  text: hint === undefined ? message : `${message} ${hint}`,
});

function physicalLocation({ where }: Diagnostic, folder: string) {
  if (where === undefined) return undefined;
  return {
    artifactLocation: locationOf(where.file, folder),
    region: { startLine: where.line, startColumn: where.column },
  };
}

/** A relative address needs its base; a complete one must not have one. */
function locationOf(file: string, folder: string) {
  const uri = fileAddress(file, folder);
  return uri.startsWith("file:") ? { uri } : { uri, uriBaseId: BASE };
}
