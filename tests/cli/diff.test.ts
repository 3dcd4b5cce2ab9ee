import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { useBriefProgram } from "./brief-program.ts";
import { GOOD_BRIEF as OLD } from "./good-brief.ts";

const program = useBriefProgram();
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "execbrief-diff-"));
  writeFileSync(path.join(folder, "old.yaml"), OLD);
  writeFileSync(path.join(folder, "new.yaml"), NEW);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const NEW = OLD.replace("date: 2025-02-03", "date: 2025-02-10")
  .replace("value: −12%", "value: −11%")
  .replace("confidence: high", "confidence: moderate")
  .replace("    owner: CFO\n", "    owner: CFO\n    answer: None of it.\n");
const brief = (...args: string[]) => program.run(args, { folder });

test("what changed is told in groups, in sentences", async () => {
  expect(await brief("diff", "old.yaml", "new.yaml")).toEqual({
    code: 0,
    err: "",
    out: `old.yaml (2025-02-03) → new.yaml (2025-02-10)  3 changes

Figures
  ~ fees in January: −12% → −11% (up 1 point)

Confidence and likelihood
  ~ Confidence high → moderate: “Fees will stay low.”

Questions
  ✓ Answered: Which traffic would we drop if the discount ended?
        None of it.
`,
  });
});

test("no change is one line", async () => {
  expect(await brief("diff", "old.yaml", "old.yaml", "--exit-code")).toEqual({
    code: 0,
    err: "",
    out: "No change for a reader from old.yaml (2025-02-03) to old.yaml (2025-02-03).\n",
  });
});

test("--exit-code says by the exit code that something changed", async () => {
  expect((await brief("diff", "old.yaml", "new.yaml", "--exit-code")).code).toBe(1);
});

test("--json answers with the changes as data", async () => {
  const { code, out, err } = await brief("diff", "old.yaml", "new.yaml", "--json");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(JSON.parse(out)).toEqual({
    ok: true,
    before: { file: "old.yaml", date: "2025-02-03", title: "Our fees fell while traffic grew" },
    after: { file: "new.yaml", date: "2025-02-10", title: "Our fees fell while traffic grew" },
    changes: [
      {
        kind: "figure-moved",
        subject: "fees in January",
        before: "−12%",
        after: "−11%",
        movement: { direction: "up", difference: 1, unit: "%", percent: null },
      },
      { kind: "confidence-changed", subject: "Fees will stay low.", before: "high", after: "moderate" },
      {
        kind: "question-answered",
        subject: "Which traffic would we drop if the discount ended?",
        before: null,
        after: "None of it.",
      },
    ],
    diagnostics: [],
  });
});

test("one edition may come from standard input", async () => {
  const { code, out } = await program.run(["diff", "-", "new.yaml"], { folder, input: OLD });
  expect(code).toBe(0);
  expect(out).toMatch(/^- \(2025-02-03\) → new\.yaml/);
});

describe("an edition that cannot be read", () => {
  test.each([
    { args: ["nope.yaml", "new.yaml"], code: 2, finding: "file-missing" },
    { args: ["old.yaml", "bad.yaml"], code: 1, finding: "unknown-key" },
  ])("$args ends with $code", async ({ args, code, finding }) => {
    writeFileSync(path.join(folder, "bad.yaml"), OLD.replace("title:", "titel:"));
    const run = await brief("diff", ...args);
    expect({ code: run.code, out: run.out }).toEqual({ code, out: "" });
    expect(run.err).toContain(finding);
    const data = await brief("diff", ...args, "--json");
    expect({ code: data.code, err: data.err }).toEqual({ code, err: "" });
    expect(JSON.parse(data.out)).toMatchObject({ ok: false, changes: [], diagnostics: [{ code: finding }] });
  });
});
