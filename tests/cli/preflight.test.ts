import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useBriefProgram } from "./brief-program.ts";
import { GOOD_BRIEF as GOOD } from "./good-brief.ts";

const program = useBriefProgram();
const CHANGED = GOOD.replace("The discount of the contract ends", "The discount of our contract ends");
let folder = "";
const brief = (...args: string[]) => program.run(args, { folder });
const at = (name: string) => path.join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "execbrief-preflight-"));
  mkdirSync(at("briefs"));
  writeFileSync(at("briefs/fees.yaml"), GOOD);
  writeFileSync(at("changed.yaml"), CHANGED);
  const built = await brief("build");
  if (built.code !== 0) throw new Error(built.err);
  cpSync(at("output/fees/fees.marketing.pdf"), at("sent.marketing.pdf"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the files of every brief of the project are found and proved", async () => {
  expect(await brief("preflight")).toEqual({
    code: 0,
    out: "✓ briefs/fees.yaml  6 files, no findings\n",
    err: "",
  });
});

test.each([
  { args: ["briefs/fees.yaml", "--audience", "c-level"], files: 2 },
  { args: ["output/fees/fees.pdf"], files: 1 },
  { args: ["output/fees/fees.c-level.html"], files: 1 },
  { args: ["sent.marketing.pdf", "--brief", "briefs/fees.yaml"], files: 1 },
])("$args are $files files, and as the brief says", async ({ args, files }) => {
  const { code, out, err } = await brief("preflight", ...args);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain(`✓ briefs/fees.yaml  ${files} ${files === 1 ? "file" : "files"}, no findings`);
});

test.each([
  { args: ["sent.marketing.pdf", "--brief", "changed.yaml"], code: 1, finding: "caveat-missing" },
  { args: ["output/fees/fees.html", "--brief", "changed.yaml"], code: 1, finding: "caveat-missing" },
  { args: ["changed.yaml"], code: 1, finding: "artifact-missing" },
  { args: ["sent.marketing.html"], code: 2, finding: "artifact-without-brief" },
  { args: ["output/fees/fees.pdf", "--brief", "nope.yaml"], code: 2, finding: "file-missing" },
  { args: ["nope.yaml"], code: 2, finding: "path-missing" },
])("$args ends with $code for $finding", async ({ args, code, finding }) => {
  const run = await brief("preflight", ...args);
  expect(run.err).toContain(finding);
  expect(run.code).toBe(code);
});

test("--json answers with what was found of each file", async () => {
  const { code, out, err } = await brief(
    "preflight",
    "sent.marketing.pdf",
    "--brief",
    "changed.yaml",
    "--json",
  );
  expect({ code, err }).toEqual({ code: 1, err: "" });
  expect(JSON.parse(out)).toMatchObject({
    ok: false,
    briefs: [
      {
        file: "changed.yaml",
        artifacts: [
          {
            path: "sent.marketing.pdf",
            audience: "marketing",
            format: "pdf",
            diagnostics: [{ code: "caveat-missing", file: null }],
          },
        ],
      },
    ],
    diagnostics: [],
  });
});
