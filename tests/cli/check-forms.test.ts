import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { changeLine } from "../../src/cli/change-line.ts";
import { fileAddress } from "../../src/cli/file-address.ts";
import { githubAnnotation } from "../../src/cli/github-annotation.ts";
import { GROUPS } from "../../src/cli/report-diff.ts";
import { sarifLog } from "../../src/cli/sarif-log.ts";
import { type ChangeKind, catalogue, type Diagnostic, diagnose } from "../../src/index.ts";
import { openTestScreen } from "./test-screen.ts";

const FOLDER = path.resolve("/project");
const at = (file: string, line = 3, column = 7) => ({ file, line, column });

describe("an address of a file", () => {
  test.each([
    ["briefs/a b.yaml", "briefs/a%20b.yaml"],
    ["100%.yaml", "100%25.yaml"],
    ["ü#?.yaml", "%C3%BC%23%3F.yaml"],
    ["./a:b.yaml", "a%3Ab.yaml"],
    [path.join(FOLDER, "in", "side.yaml"), "in/side.yaml"],
    ["../else where.yaml", pathToFileURL(path.resolve("/else where.yaml")).href],
  ])("of %s is %s", (file, address) => expect(fileAddress(file, FOLDER)).toBe(address));
});

describe("an annotation", () => {
  const finding = (parts: Partial<Diagnostic>): Diagnostic => ({
    ...diagnose("source-never-cited", { id: "a" }),
    ...parts,
  });

  test.each([
    [finding({ message: "M.", hint: "H." }), "::error title=source-never-cited::M.%0AH."],
    [
      finding({ severity: "warning", message: "M.", hint: "100%\r\nof it", where: at("a.yaml") }),
      "::warning file=a.yaml,line=3,col=7,title=source-never-cited::M.%0A100%25%0D%0Aof it",
    ],
    [
      finding({ severity: "info", message: "a: b, c", hint: "H.", where: at("in/50%, x:y.yaml") }),
      "::notice file=in/50%25%2C x%3Ay.yaml,line=3,col=7,title=source-never-cited::a: b, c%0AH.",
    ],
    [
      finding({ message: "M.", hint: "H.", where: at(path.join(FOLDER, "deep", "a.yaml")) }),
      "::error file=deep/a.yaml,line=3,col=7,title=source-never-cited::M.%0AH.",
    ],
  ])("%#: nothing in it can end it", (diagnostic, line) => {
    expect(githubAnnotation(diagnostic, FOLDER)).toBe(line);
  });
});

/** The parts of the published schema of SARIF 2.1.0 that a log of ours has: what is required, and no other property. */
const message = z.strictObject({ text: z.string().min(1) });
const level = z.enum(["none", "note", "warning", "error"]);
const artifactLocation = z.strictObject({
  uri: z.url().or(z.stringFormat("uri-reference", isUriReference)),
  uriBaseId: z.string().optional(),
});
const sarif = z.strictObject({
  $schema: z.url(),
  version: z.literal("2.1.0"),
  runs: z.tuple([
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.string().min(1),
          semanticVersion: z.string(),
          rules: z.array(
            z.strictObject({
              id: z.string(),
              shortDescription: message,
              fullDescription: message,
              help: message,
              defaultConfiguration: z.strictObject({ level }),
            }),
          ),
        }),
      }),
      columnKind: z.enum(["utf16CodeUnits", "unicodeCodePoints"]),
      originalUriBaseIds: z.record(z.string(), z.strictObject({ description: message })),
      invocations: z.array(
        z.strictObject({
          executionSuccessful: z.boolean(),
          toolExecutionNotifications: z.array(
            z.strictObject({ descriptor: z.strictObject({ id: z.string() }), level, message }),
          ),
        }),
      ),
      artifacts: z.array(z.strictObject({ location: artifactLocation })),
      results: z.array(
        z.strictObject({
          ruleId: z.string(),
          ruleIndex: z.int().min(0),
          level,
          message,
          locations: z.tuple([
            z.strictObject({
              physicalLocation: z.strictObject({
                artifactLocation,
                region: z.strictObject({ startLine: z.int().min(1), startColumn: z.int().min(1) }),
              }),
            }),
          ]),
        }),
      ),
    }),
  ]),
});

/** The characters of RFC 3986 and nothing else; what looks like a scheme would make it another kind of address. */
function isUriReference(text: string): boolean {
  return /^(?:[\w.~!$&'()*+,;=@/-]|%[\dA-F]{2})+$/.test(text);
}

describe("a SARIF log", () => {
  const found = [
    diagnose("source-never-cited", { id: "a" }, at("ü.yaml")),
    diagnose("repeated-id", { id: "b" }, at("../b.yaml", 1, 1)),
    diagnose("source-never-cited", { id: "c" }, at("ü.yaml", 9, 9)),
  ];
  const project = [diagnose("no-briefs", { folder: "x" })];
  const log = sarifLog(
    { briefs: [{ file: "ü.yaml", accepted: 0, diagnostics: found }], project, isStrict: false },
    FOLDER,
  );

  test("has the form of the standard, also without a finding", () => {
    sarif.parse(JSON.parse(JSON.stringify(log)));
    sarif.parse(JSON.parse(JSON.stringify(sarifLog({ briefs: [], project: [], isStrict: false }, FOLDER))));
  });

  test("describes each rule once, with the reason of the catalogue", () => {
    const [run] = log.runs;
    expect(run?.tool.driver.rules.map(({ id }) => id)).toEqual([
      "no-briefs",
      "repeated-id",
      "source-never-cited",
    ]);
    expect(run?.tool.driver.rules[1]).toMatchObject({
      shortDescription: { text: "Repeated id" },
      help: { text: catalogue["repeated-id"].about },
      defaultConfiguration: { level: "warning" },
    });
    for (const { ruleId, ruleIndex } of run?.results ?? []) {
      expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    }
  });

  test("says what could not be checked, apart from what was found", () => {
    const [run] = log.runs;
    expect(run?.invocations[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ descriptor: { id: "no-briefs" }, level: "error" }],
    });
    expect(run?.results).toHaveLength(3);
  });
});

describe("a change", () => {
  const KINDS = [
    "caveat-added",
    "figure-moved",
    "chart-changed",
    "confidence-changed",
    "answer-withdrawn",
    "ask-changed",
    "timeline-added",
    "source-changed",
  ] satisfies ChangeKind[];

  test.each(KINDS)("%s stands in one group", (kind) => {
    expect(GROUPS.filter(([, kinds]) => kinds.test(kind))).toHaveLength(1);
  });

  test("cannot act on the terminal", () => {
    const change = { kind: "caveat-added", subject: "a\u001b[2Jb", before: null, after: "c\u202ed" } as const;
    expect(changeLine(change, openTestScreen())).toBe("  + New caveat on “a␛[2Jb”\n        c\ufffdd");
  });
});
